using System.Text.Json.Nodes;
using ShopBot.Testing.Driving;

namespace ShopBot.EndToEnd.Tests.Start;

/// <summary>The commands of the built program.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task An_unknown_command_ends_with_code_2_and_says_where_to_look()
    {
        using var folder = new TempFolder();
        var (code, output) = await ProductProcess.RunToEndAsync(folder, ["simulate"]);

        Assert.Equal(2, code);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains("'simulate'", lines[0], StringComparison.Ordinal);
        Assert.Contains("--help", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_cannot_be_used_end_with_code_2_and_a_line_each()
    {
        using var folder = new TempFolder();
        var (code, output) = await ProductProcess.RunToEndAsync(folder,
            ["simulator", "--port=99999", "--host=nowhere", "--kind=Shop", "--callback=ftp://bot.example", "--token=a", "--aes-key=short"]);

        Assert.Equal(2, code);
        foreach (var option in (string[])["--port 99999", "--host nowhere", "--kind Shop", "--callback ftp://bot.example", "--token a", "--aes-key short"])
            Assert.Single(output.Split('\n'), line => line.StartsWith(option + " is not ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_simulator_runs_alone_with_the_account_it_is_told()
    {
        using var folder = new TempFolder();
        await using var simulator = await ProductProcess.StartSimulatorAsync(ProductProcess.FreePort(), folder,
            ["--account=cafe", "--kind=Service", "--mode=Plain", "--token=CafeToken2026", "--people", "Ann", "李小姐", "--clock=2026-03-02T09:00:00+08:00", "--frozen"]);

        var account = JsonNode.Parse(await simulator.Http.GetStringAsync("/simulator/control/accounts/cafe"))!;
        Assert.Equal(("Service", "Plain", "CafeToken2026"), ((string?)account["kind"], (string?)account["mode"], (string?)account["token"]));
        Assert.Equal(["Ann", "李小姐"], JsonNode.Parse(await simulator.Http.GetStringAsync("/simulator/control/people"))!.AsArray().Select(p => (string?)p!["name"]));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), JsonNode.Parse(await simulator.Http.GetStringAsync("/simulator/control/clock"))!["now"]!.GetValue<DateTimeOffset>());
        Assert.Contains(account["encodingAESKey"]!.GetValue<string>(), simulator.Output, StringComparison.Ordinal);
        Assert.True((await simulator.Http.GetByteArrayAsync("/_content/ShopBot.Simulator/phones/phones.js")).Length > 1_000);
        Assert.Equal(0, await simulator.StopAsync());
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path)); // No shop was opened.
    }

    [Fact]
    public async Task A_world_of_several_accounts_comes_from_a_file()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("world.json"), """
            {"accounts":{"cafe":{"kind":"VerifiedSubscription"},"bakery":{"mode":"Compatible"}},
             "people":[{"name":"Ann"},{"name":"Bo","accounts":["bakery"],"follows":false}]}
            """);
        await using var simulator = await ProductProcess.StartSimulatorAsync(ProductProcess.FreePort(), folder, ["--world=world.json"]);

        var people = JsonNode.Parse(await simulator.Http.GetStringAsync("/simulator/control/people"))!.AsArray();
        Assert.Equal(["Ann cafe True", "Ann bakery True", "Bo bakery False"], people.Select(p => $"{p!["name"]} {p["account"]} {p["follows"]!.GetValue<bool>()}"));
    }
}

using System.Net;
using ShopBot.Testing;
using ShopBot.Testing.Driving;

namespace ShopBot.EndToEnd.Tests.Start;

/// <summary>The built program, started as its operator starts it.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Starts_in_Development_with_nothing_else_and_shows_where_to_go()
    {
        using var folder = new TempFolder();
        var port = ProductProcess.FreePort();
        await using var product = await ProductProcess.StartAsync(port, folder, ["--environment=Development"]);

        Assert.Contains($"http://127.0.0.1:{port}/phones", product.Output, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await product.Http.GetAsync("/health/live")).StatusCode);
        // A page's files are served with their content, not as empty answers.
        foreach (var path in (string[])["/phones", "/_content/ShopBot.Simulator/phones/phones.js", "/_content/ShopBot.Simulator/phones/phones.css"])
            Assert.True((await product.Http.GetByteArrayAsync(path)).Length > 1_000, path);
    }

    [Fact]
    public async Task Bad_settings_end_the_start_with_code_2_and_a_line_each()
    {
        using var folder = new TempFolder();
        var (code, output) = await ProductProcess.RunToEndAsync(folder,
        [
            "--environment=Production", "--urls=http://127.0.0.1:0",
            "--Accounts:front:Shop=laundry", "--Accounts:front:Channel=WeChat", "--Accounts:front:AppId=wx12", "--Accounts:front:OriginalId=gh_3f1c0ffee001",
            "--Accounts:front:Token=abc123", "--Accounts:front:EncodingAESKey=short", "--Accounts:front:AppSecret=topsecretvalue",
            "--Accounts:front:Templates:ordr:Id=tmpl", "--Accounts:front:Templates:photo:Id=tmpl", "--Accounts:front:Templates:photo:Data:thing1={numbr}",
            "--Accounts:front:Subscriptions:order:Data:thing1={what}",
            "--Accounts:back:Shop=bakery", "--Accounts:back:Channel=Pigeon",
        ]);

        Assert.Equal(2, code);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var setting in (string[])["Accounts:front:AppId", "Accounts:front:EncodingAESKey", "Accounts:front:Templates:ordr",
            "Accounts:front:Templates:photo:Data:thing1", "Accounts:front:Subscriptions:order:Id", "Accounts:back:Shop", "Accounts:back:Channel", "PublicUrl"])
            Assert.Single(lines, line => line.StartsWith(setting + " ", StringComparison.Ordinal) && line.Contains("Write ", StringComparison.Ordinal));
        Assert.Equal(9, lines.Length);
        Assert.DoesNotContain("topsecretvalue", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_of_the_wrong_kind_or_size_are_bad_settings_too()
    {
        using var folder = new TempFolder();
        var (code, output) = await ProductProcess.RunToEndAsync(folder,
        [
            "--environment=Development", "--urls=http://127.0.0.1:0", "--Simulator:Enabled=maybe", "--Turns:Guard=soon", "--Outbox:MaxParallel=0", "--PublicUrl=here",
        ]);

        Assert.Equal(2, code);
        foreach (var setting in (string[])["Simulator:Enabled ", "Turns:Guard", "Outbox:MaxParallel ", "PublicUrl "])
            Assert.Contains(setting, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_the_words_ends_the_start_with_code_2_file_and_line()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.File("dialogs/ordering"));
        foreach (var file in Directory.EnumerateFiles(Repository.Folder("dialogs"), "*.yaml", SearchOption.AllDirectories))
        {
            var copy = folder.File(Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var wording = folder.File("dialogs/ordering/wording.zh-CN.yaml");
        var lines = await File.ReadAllLinesAsync(wording);
        var line = Array.FindIndex(lines, text => text.StartsWith("ask-variant:", StringComparison.Ordinal));
        lines[line] = "ask-variant: \"{produkt}有这些，要哪个？\"";
        await File.WriteAllLinesAsync(wording, lines);

        var (code, output) = await ProductProcess.RunToEndAsync(folder, ["--environment=Development", "--urls=http://127.0.0.1:0", $"--Dialogs:Path={folder.File("dialogs")}"]);

        Assert.Equal(2, code);
        Assert.Contains($"ordering/wording.zh-CN.yaml:{line + 1}:", output, StringComparison.Ordinal);
        Assert.Contains("'product'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_to_stop_it_ends_in_order_and_another_may_use_its_data_only_then()
    {
        using var folder = new TempFolder();
        await using var product = await ProductProcess.StartAsync(ProductProcess.FreePort(), folder, ["--environment=Development"]);

        var (code, output) = await ProductProcess.RunToEndAsync(folder, ["--environment=Development", "--urls=http://127.0.0.1:0"]);
        Assert.Equal(1, code);
        Assert.Contains("shop.db", Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

        Assert.Equal(0, await product.StopAsync());
        await using var next = await ProductProcess.StartAsync(ProductProcess.FreePort(), folder, ["--environment=Development"]);
    }

    [Theory]
    [InlineData("--Turns:Guard=00:01:00")]
    [InlineData("--Outbox:MaxParallel=0")]
    public async Task An_option_out_of_its_range_ends_the_start_with_code_2(string option)
    {
        using var folder = new TempFolder();
        var (code, output) = await ProductProcess.RunToEndAsync(folder, ["--environment=Development", "--urls=http://127.0.0.1:0", option]);

        Assert.Equal(2, code);
        Assert.Contains(option[2..].Split('=')[0].Split(':')[1], output, StringComparison.Ordinal);
    }
}

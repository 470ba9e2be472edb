using Microsoft.Bot.Schema;

namespace ShopBot.Kernel.Tests.Api;

/// <summary>The public surface is that of the SDK, so it changes on purpose or not at all.</summary>
public sealed class PublicApiTests
{
    private const string Place = "tests/ShopBot.Kernel.Tests/Api/api.txt";

    [Fact]
    public void The_public_surface_is_the_one_written_down()
    {
        var written = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Api", "api.txt"));
        var found = PublicApi.Of(typeof(Activity).Assembly).ToArray();

        string[] changes = [.. written.Except(found).Select(line => $"- {line}"), .. found.Except(written).Select(line => $"+ {line}")];
        if (changes.Length == 0 && written.Length == found.Length)
            return;
        var copy = Path.Combine(AppContext.BaseDirectory, "api.found.txt");
        File.WriteAllLines(copy, found);
        Assert.Fail(
            $"The public surface of ShopBot.BotFramework has changed:\n{string.Join('\n', changes.OrderBy(line => line[2..], StringComparer.Ordinal))}\n" +
            $"A member belongs there when Microsoft.Bot.* 4.23 has it with that name and signature. If it does:\ncp {copy} {Place}");
    }
}

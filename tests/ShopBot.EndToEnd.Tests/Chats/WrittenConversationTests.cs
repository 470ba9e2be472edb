using ShopBot.Testing;
using ShopBot.Testing.Chats;
using ShopBot.Testing.Servers;

namespace ShopBot.EndToEnd.Tests.Chats;

/// <summary>Every conversation written under dialogs/ (see dialogs/CHATS.md), played through the whole product.</summary>
public sealed class WrittenConversationTests
{
    public static TheoryData<string> Conversations => [.. Directory.EnumerateFiles(Repository.Folder("dialogs"), "*.chat", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Conversations))]
    public async Task Goes_as_it_is_written(string file) =>
        await ChatPlayer.PlayAsync(await ReadAsync(file));

    /// <summary>One that leaves, comes back, slows down and orders is enough: what differs is proven by the storages' own tests.</summary>
    [SkippableTheory]
    [InlineData("dialogs/ordering/left-and-resumed.chat")]
    [InlineData("dialogs/front-desk/slow-turn.chat")]
    public async Task Goes_as_it_is_written_on_Redis_too(string file)
    {
        Skip.IfNot(RedisServer.IsInstalled, "redis-server is not installed.");
        using var redis = new RedisServer(); // of its own, as the shop's database is: the people have the same ids in every conversation
        await ChatPlayer.PlayAsync(await ReadAsync(file), $"--ConnectionStrings:Redis={redis.ConnectionString}");
    }

    private static async Task<Chat> ReadAsync(string file) => ChatReader.Read(file, await File.ReadAllTextAsync(Repository.Folder(file)));
}

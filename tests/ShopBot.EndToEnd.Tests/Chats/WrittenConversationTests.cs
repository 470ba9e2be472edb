using ShopBot.Testing;
using ShopBot.Testing.Chats;

namespace ShopBot.EndToEnd.Tests.Chats;

/// <summary>Every conversation written under dialogs/ (see dialogs/CHATS.md), played through the whole product.</summary>
public sealed class WrittenConversationTests
{
    public static TheoryData<string> Conversations => [.. Directory.EnumerateFiles(Repository.Folder("dialogs"), "*.chat", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Conversations))]
    public async Task Goes_as_it_is_written(string file) =>
        await ChatPlayer.PlayAsync(ChatReader.Read(file, await File.ReadAllTextAsync(Repository.Folder(file))));
}

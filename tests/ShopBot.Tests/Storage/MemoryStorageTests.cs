using Microsoft.Bot.Builder;
using ShopBot.Testing;

namespace ShopBot.Tests.Storage;

public sealed class MemoryStorageTests : StorageContract
{
    protected override Task<IStorage> OpenAsync() => Task.FromResult<IStorage>(new MemoryStorage());
}

using Microsoft.Bot.Builder;

namespace ShopBot.Kernel.Tests.Builder;

// What only ours promises: the packages say other things of the same mistakes, write names otherwise and change what a storage keeps.
public sealed partial class BotStateTests
{
    [Fact]
    public async Task A_property_read_as_something_it_is_not_says_so()
    {
        using var turn = Turns.Context();
        await _state.CreateProperty<string>("what").SetAsync(turn, "text");

        var error = await Assert.ThrowsAsync<InvalidCastException>(() => _state.CreateProperty<Profile>("what").GetAsync(turn));

        Assert.Contains("'what'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_else_under_the_key_is_an_error()
    {
        await _storage.WriteAsync(new Dictionary<string, object> { ["test/users/user"] = "not a state" });
        using var turn = Turns.Context();

        await Assert.ThrowsAsync<InvalidOperationException>(() => _state.LoadAsync(turn));
    }

    [Fact]
    public async Task The_state_can_be_looked_at_as_json()
    {
        using var turn = Turns.Context();
        await _profile.SetAsync(turn, new Profile { Name = "Li" });

        Assert.Equal("Li", (string?)_state.Get(turn)["profile"]?["name"]);
    }

    [Fact]
    public async Task A_storage_that_keeps_live_dictionaries_is_not_changed_until_saving()
    {
        var live = new LiveStorage();
        var state = new UserState(live);
        var count = state.CreateProperty<int>("count");
        live.Items["test/users/user"] = new Dictionary<string, object> { ["count"] = 1L };

        using var turn = Turns.Context();
        Assert.Equal(1, await count.GetAsync(turn));
        await count.SetAsync(turn, 2);
        Assert.Equal(1L, ((IDictionary<string, object>)live.Items["test/users/user"])["count"]);

        await state.SaveChangesAsync(turn);
        await count.SetAsync(turn, 3);
        using var next = Turns.Context();
        Assert.Equal(2, await count.GetAsync(next));
    }
}

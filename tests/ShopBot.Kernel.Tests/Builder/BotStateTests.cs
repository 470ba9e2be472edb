using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace ShopBot.Kernel.Tests.Builder;

public sealed partial class BotStateTests
{
    private readonly CountingStorage _storage = new();
    private readonly UserState _state;
    private readonly IStatePropertyAccessor<Profile> _profile;

    public BotStateTests()
    {
        _state = new UserState(_storage);
        _profile = _state.CreateProperty<Profile>("profile");
    }

    [Fact]
    public async Task What_is_changed_in_a_property_is_there_in_the_next_turn()
    {
        await TurnAsync(async turn => (await _profile.GetAsync(turn, () => new Profile { Name = "Li" })).Bags.Add("blue"));
        await TurnAsync(async turn => (await _profile.GetAsync(turn)).Bags.Add("red"));

        await TurnAsync(async turn =>
        {
            var profile = await _profile.GetAsync(turn);
            Assert.Equal("Li", profile.Name);
            Assert.Equal(["blue", "red"], profile.Bags);
        });
    }

    [Fact]
    public async Task A_state_is_loaded_once_in_a_turn_and_a_property_is_one_object_all_through_it()
    {
        await TurnAsync(async turn =>
        {
            var first = await _profile.GetAsync(turn, () => new Profile());
            Assert.Same(first, await _profile.GetAsync(turn, () => new Profile()));
            Assert.Same(first, await _state.CreateProperty<Profile>("profile").GetAsync(turn));
        });

        Assert.Equal(1, _storage.Reads);
    }

    [Fact]
    public async Task It_is_written_only_when_its_content_has_changed()
    {
        await TurnAsync(turn => _profile.SetAsync(turn, new Profile { Name = "Li" }));
        Assert.Equal(1, _storage.Writes);

        await TurnAsync(turn => _profile.GetAsync(turn));
        await TurnAsync(turn => _profile.SetAsync(turn, new Profile { Name = "Li" }));
        await TurnAsync(async turn =>
        {
            var profile = await _profile.GetAsync(turn);
            profile.Name = "Wang";
            profile.Name = "Li";
        });
        Assert.Equal(1, _storage.Writes);

        await TurnAsync(async turn => (await _profile.GetAsync(turn)).Bags.Add("blue"));
        Assert.Equal(2, _storage.Writes);
    }

    [Fact]
    public async Task Nothing_stored_and_nothing_set_writes_nothing_unless_forced()
    {
        await TurnAsync(turn => _profile.GetAsync(turn));
        Assert.Equal(0, _storage.Writes);

        using var turn = Turns.Context();
        await _state.LoadAsync(turn);
        await _state.SaveChangesAsync(turn, force: true);
        Assert.Equal(1, _storage.Writes);
    }

    [Fact]
    public async Task Saving_twice_writes_once()
    {
        using var turn = Turns.Context();
        await _profile.SetAsync(turn, new Profile { Name = "Li" });

        await _state.SaveChangesAsync(turn);
        await _state.SaveChangesAsync(turn);

        Assert.Equal(1, _storage.Writes);
    }

    [Fact]
    public async Task What_was_never_loaded_is_not_saved()
    {
        using var turn = Turns.Context();

        await _state.SaveChangesAsync(turn);
        await _state.SaveChangesAsync(turn, force: true);

        Assert.Equal(0, _storage.Writes);
        Assert.Null(_state.GetCachedState(turn));
        Assert.Null(_state.Get(turn));
    }

    [Fact]
    public async Task A_property_that_is_not_there_is_the_default_of_its_type()
    {
        await TurnAsync(async turn =>
        {
            Assert.Null(await _profile.GetAsync(turn));
            Assert.Equal(0, await _state.CreateProperty<int>("count").GetAsync(turn));
            Assert.Null(await _state.CreateProperty<int?>("maybe").GetAsync(turn));
            Assert.Equal(7, await _state.CreateProperty<int>("count").GetAsync(turn, () => 7));
            Assert.Equal(7, await _state.CreateProperty<int>("count").GetAsync(turn, () => 8));
        });
    }

    [Fact]
    public async Task Any_public_type_can_be_a_property()
    {
        var at = new DateTimeOffset(2026, 3, 2, 12, 15, 0, TimeSpan.FromHours(8));
        var id = Guid.CreateVersion7();
        await TurnAsync(async turn =>
        {
            await _state.CreateProperty<string>("text").SetAsync(turn, "点餐");
            await _state.CreateProperty<long>("long").SetAsync(turn, long.MaxValue);
            await _state.CreateProperty<bool>("false").SetAsync(turn, false);
            await _state.CreateProperty<DateTimeOffset>("at").SetAsync(turn, at);
            await _state.CreateProperty<Guid>("id").SetAsync(turn, id);
            await _state.CreateProperty<decimal>("price").SetAsync(turn, 1.10m);
            await _state.CreateProperty<Size>("size").SetAsync(turn, new Size("L", 3) { Note = "wide" });
            await _state.CreateProperty<List<Size>>("sizes").SetAsync(turn, [new("S", 1), new("M", 0)]);
            await _state.CreateProperty<Dictionary<string, Size>>("by name").SetAsync(turn, new() { ["$s"] = new("S", 1) });
            await _state.CreateProperty<(int From, string To)>("pair").SetAsync(turn, (1, "b"));
            await _state.CreateProperty<DayOfWeek>("day").SetAsync(turn, DayOfWeek.Friday);
        });

        await TurnAsync(async turn =>
        {
            Assert.Equal("点餐", await _state.CreateProperty<string>("text").GetAsync(turn));
            Assert.Equal(long.MaxValue, await _state.CreateProperty<long>("long").GetAsync(turn));
            Assert.False(await _state.CreateProperty<bool>("false").GetAsync(turn, () => true));
            Assert.Equal(at, await _state.CreateProperty<DateTimeOffset>("at").GetAsync(turn));
            Assert.Equal(id, await _state.CreateProperty<Guid>("id").GetAsync(turn));
            Assert.Equal("1.10", (await _state.CreateProperty<decimal>("price").GetAsync(turn)).ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(new Size("L", 3) { Note = "wide" }, await _state.CreateProperty<Size>("size").GetAsync(turn));
            Assert.Equal([new("S", 1), new("M", 0)], await _state.CreateProperty<List<Size>>("sizes").GetAsync(turn));
            Assert.Equal(new Size("S", 1), (await _state.CreateProperty<Dictionary<string, Size>>("by name").GetAsync(turn))["$s"]);
            Assert.Equal((1, "b"), await _state.CreateProperty<(int From, string To)>("pair").GetAsync(turn));
            Assert.Equal(DayOfWeek.Friday, await _state.CreateProperty<DayOfWeek>("day").GetAsync(turn));
        });
    }

    [Fact]
    public async Task A_value_put_there_without_a_type_is_had_with_one()
    {
        await TurnAsync(async turn =>
        {
            await _state.LoadAsync(turn);
            var state = _state.GetCachedState(turn).State;
            state["count"] = 3L;
            state["ratio"] = 2.0;
            state["text"] = "hello";
            state["who"] = new ChannelAccount("user");
        });

        await TurnAsync(async turn =>
        {
            Assert.Equal(3, await _state.CreateProperty<int>("count").GetAsync(turn));
            Assert.Equal(2.0, await _state.CreateProperty<double>("ratio").GetAsync(turn));
            Assert.Equal("hello", await _state.CreateProperty<string>("text").GetAsync(turn));
            Assert.Equal("user", (await _state.CreateProperty<ChannelAccount>("who").GetAsync(turn)).Id);
        });
    }

    [Fact]
    public async Task Deleting_a_property_leaves_the_others()
    {
        await TurnAsync(async turn =>
        {
            await _profile.SetAsync(turn, new Profile());
            await _state.CreateProperty<int>("count").SetAsync(turn, 1);
        });
        await TurnAsync(turn => _profile.DeleteAsync(turn));

        await TurnAsync(async turn =>
        {
            Assert.Null(await _profile.GetAsync(turn));
            Assert.Equal(1, await _state.CreateProperty<int>("count").GetAsync(turn));
        });
    }

    [Fact]
    public async Task Clearing_empties_the_cache_and_only_saving_reaches_the_storage()
    {
        await TurnAsync(turn => _profile.SetAsync(turn, new Profile { Name = "Li" }));

        using (var turn = Turns.Context())
        {
            await _state.LoadAsync(turn);
            await _state.ClearStateAsync(turn);
            Assert.Null(await _profile.GetAsync(turn));
        }

        await TurnAsync(async turn => Assert.NotNull(await _profile.GetAsync(turn)));

        await TurnAsync(turn => _state.ClearStateAsync(turn));
        await TurnAsync(async turn => Assert.Null(await _profile.GetAsync(turn)));
    }

    [Fact]
    public async Task Deleting_a_state_removes_it_from_turn_and_storage()
    {
        await TurnAsync(turn => _profile.SetAsync(turn, new Profile()));

        await TurnAsync(async turn =>
        {
            await _state.LoadAsync(turn);
            await _state.DeleteAsync(turn);
            Assert.Null(_state.GetCachedState(turn));
        });

        Assert.Empty(await _storage.ReadAsync(["test/users/user"]));
    }

    [Fact]
    public async Task Loading_by_force_takes_back_what_was_not_saved()
    {
        using var turn = Turns.Context();
        await _profile.SetAsync(turn, new Profile { Name = "Li" });

        await _state.LoadAsync(turn);
        Assert.Equal("Li", (await _profile.GetAsync(turn)).Name);

        await _state.LoadAsync(turn, force: true);
        Assert.Null(await _profile.GetAsync(turn));
    }

    [Fact]
    public async Task Keys_are_made_of_channel_conversation_and_user()
    {
        using var turn = Turns.Context();
        await new ConversationState(_storage).LoadAsync(turn);
        await new UserState(_storage).LoadAsync(turn);
        using var another = Turns.Context();
        await new PrivateConversationState(_storage).LoadAsync(another);

        Assert.Equal(["test/conversations/convo", "test/users/user", "test/conversations/convo/users/user"], _storage.Keys);
    }

    [Fact]
    public async Task An_activity_that_lacks_a_part_of_the_key_is_refused()
    {
        using var nobody = Turns.Context(new Activity(ActivityTypes.Message, channelId: "test"));
        using var nowhere = Turns.Context(new Activity(ActivityTypes.Message, from: new ChannelAccount("user")));

        await Assert.ThrowsAsync<InvalidOperationException>(() => new UserState(_storage).LoadAsync(nobody));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new UserState(_storage).LoadAsync(nowhere));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new ConversationState(_storage).LoadAsync(nobody));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new PrivateConversationState(_storage).LoadAsync(nobody));
    }

    [Fact]
    public async Task What_is_not_asked_for_goes_back_as_it_came()
    {
        await TurnAsync(turn => _state.CreateProperty<Profile>("old").SetAsync(turn, new Profile { Name = "Li", Bags = ["blue"] }));
        await TurnAsync(turn => _profile.SetAsync(turn, new Profile()));

        await TurnAsync(async turn => Assert.Equal(["blue"], (await _state.CreateProperty<Profile>("old").GetAsync(turn)).Bags));
    }

    [Fact]
    public async Task Auto_save_saves_all_its_states_and_a_failed_turn_saves_nothing()
    {
        var conversation = new ConversationState(_storage);
        var adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(_state).Add(conversation));
        await adapter.SendTextToBotAsync("hello", async (turn, _) =>
        {
            await _profile.SetAsync(turn, new Profile(), default);
            await conversation.CreateProperty<int>("count").SetAsync(turn, 1, default);
        }, default);
        Assert.Equal(2, _storage.Writes);

        adapter.OnTurnError = (_, _) => Task.CompletedTask;
        await adapter.SendTextToBotAsync("hello", async (turn, ct) =>
        {
            await _profile.SetAsync(turn, new Profile { Name = "lost" }, ct);
            throw new InvalidOperationException();
        }, default);
        Assert.Equal(2, _storage.Writes);
    }

    [Fact]
    public async Task A_set_loads_and_saves_all_its_states()
    {
        var set = new BotStateSet(_state).Add(new ConversationState(_storage));
        using var turn = Turns.Context();

        await set.LoadAllAsync(turn);
        Assert.Equal(2, _storage.Reads);

        await set.SaveAllChangesAsync(turn);
        Assert.Equal(0, _storage.Writes);

        await set.SaveAllChangesAsync(turn, force: true);
        Assert.Equal(2, _storage.Writes);
    }

    [Fact]
    public void A_property_needs_a_name()
    {
        Assert.Throws<ArgumentNullException>(() => _state.CreateProperty<int>(" "));
        Assert.Equal("profile", _profile.Name);
    }

    private async Task TurnAsync(Func<ITurnContext, Task> run)
    {
        using var turn = Turns.Context();
        await run(turn);
        await _state.SaveChangesAsync(turn);
    }

    public sealed class Profile
    {
        public string? Name { get; set; }
        public List<string> Bags { get; set; } = [];
    }

    public sealed record Size(string Name, int Stock)
    {
        public string? Note { get; set; }
    }

    private sealed class LiveStorage : IStorage
    {
        public Dictionary<string, object> Items { get; } = [];

        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) =>
            Task.FromResult<IDictionary<string, object>>(Items.Where(item => keys.Contains(item.Key)).ToDictionary());

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
        {
            foreach (var (key, value) in changes)
                Items[key] = value;
            return Task.CompletedTask;
        }

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}

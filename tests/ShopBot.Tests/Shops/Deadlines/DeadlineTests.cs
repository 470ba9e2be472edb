using Microsoft.Extensions.Logging.Abstractions;
using ShopBot.Shops;
using ShopBot.Shops.Deadlines;
using ShopBot.Testing.Shops;

namespace ShopBot.Tests.Shops.Deadlines;

public sealed class DeadlineTests : IAsyncDisposable
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly TestShop _shop = TestShop.Open(TestShop.Laundry);
    private readonly Bell _bell = new("bell"), _other = new("other");
    private readonly DeadlineClock _clock;

    public DeadlineTests() => _clock = new DeadlineClock(_shop.Transactions, _shop.Book, [_bell, _other], _shop.Clock, NullLogger<DeadlineClock>.Instance);

    public ValueTask DisposeAsync()
    {
        _clock.Dispose();
        return _shop.DisposeAsync();
    }

    [Fact]
    public async Task It_happens_at_its_moment_and_once()
    {
        await SetAsync("bell", "12", minutes: 10);
        await RunAsync(afterMinutes: 9);
        Assert.Empty(_bell.Rung);
        await RunAsync(afterMinutes: 1);
        await RunAsync(afterMinutes: 60);
        Assert.Equal(["12"], _bell.Rung);
    }

    [Fact]
    public async Task Set_again_it_is_moved()
    {
        await SetAsync("bell", "12", minutes: 10);
        await SetAsync("bell", "12", minutes: 30);
        await RunAsync(afterMinutes: 20);
        Assert.Empty(_bell.Rung);
        await RunAsync(afterMinutes: 10);
        Assert.Equal(["12"], _bell.Rung);
    }

    [Fact]
    public async Task Cleared_it_never_happens()
    {
        await SetAsync("bell", "12", minutes: 10);
        await ChangeAsync(db => DeadlineBook.ClearAsync(db, "bell", "12", Never));
        await RunAsync(afterMinutes: 60);
        Assert.Empty(_bell.Rung);
    }

    [Fact]
    public async Task Cleared_and_set_in_one_change_it_stands()
    {
        await SetAsync("bell", "12", minutes: 10);
        await ChangeAsync(async db =>
        {
            await DeadlineBook.ClearAsync(db, "bell", "12", Never);
            await DeadlineBook.SetAsync(db, "bell", "12", _shop.Clock.GetUtcNow().AddMinutes(30), Never);
        });
        await RunAsync(afterMinutes: 30);
        Assert.Equal(["12"], _bell.Rung);
    }

    [Fact]
    public async Task What_happens_may_set_the_same_again_at_the_same_moment_of_another_day()
    {
        await SetAsync("bell", "12", minutes: 10);
        _bell.Then = (change, subject) => _bell.Rung.Count < 3 ? DeadlineBook.SetAsync(change.Db, "bell", subject, change.Now, Never) : Task.CompletedTask;
        await RunAsync(afterMinutes: 10);
        Assert.Equal(["12", "12", "12"], _bell.Rung);
    }

    [Fact]
    public async Task One_that_fails_changes_nothing_holds_up_no_other_and_is_tried_again()
    {
        await SetAsync("bell", "12", minutes: 10);
        await SetAsync("other", "13", minutes: 11);
        _bell.Then = async (change, _) =>
        {
            await DeadlineBook.SetAsync(change.Db, "other", "left behind", change.Now, Never);
            throw new InvalidOperationException("no");
        };
        await RunAsync(afterMinutes: 20);
        Assert.Equal(["13"], _other.Rung);
        _bell.Then = null;
        await RunAsync(afterMinutes: 0);
        // Not tried again at once.
        Assert.Single(_bell.Rung);
        await RunAsync(afterMinutes: 1);
        Assert.Equal(["12", "12"], _bell.Rung);
        // What the failed one had set went with it.
        Assert.Equal(["13"], _other.Rung);
    }

    [Fact]
    public async Task Each_shop_has_its_own()
    {
        var neighbour = _shop.Neighbour(TestShop.Eunchae);
        await SetAsync("bell", "12", minutes: 10);
        await neighbour.Transactions.RunOnceAsync(neighbour.Id, neighbour.NextKey(), async change =>
        {
            await DeadlineBook.SetAsync(change.Db, "bell", "12", change.Now.AddMinutes(20), Never);
            return 0;
        }, Never);
        await RunAsync(afterMinutes: 10);
        await _clock.RunDueAsync(neighbour.Id, Never);
        Assert.Single(_bell.Rung);
    }

    [Fact]
    public async Task The_clock_of_the_program_makes_it_happen()
    {
        await SetAsync("bell", "12", minutes: 10);
        await _clock.StartAsync(Never);
        _shop.Clock.Advance(TimeSpan.FromMinutes(11));
        await _bell.First.WaitAsync(TimeSpan.FromSeconds(30));
        await _clock.StopAsync(Never);
        Assert.Equal(["12"], _bell.Rung);
    }

    private Task<int> SetAsync(string kind, string subject, int minutes) =>
        ChangeAsync(db => DeadlineBook.SetAsync(db, kind, subject, _shop.Clock.GetUtcNow().AddMinutes(minutes), Never));

    private Task<int> ChangeAsync(Func<ShopDb, Task> change) => _shop.Transactions.RunOnceAsync(_shop.Id, _shop.NextKey(), async c =>
    {
        await change(c.Db);
        return 0;
    }, Never);

    private async Task RunAsync(int afterMinutes)
    {
        _shop.Clock.Advance(TimeSpan.FromMinutes(afterMinutes));
        await _clock.RunDueAsync(_shop.Id, Never);
    }

    private sealed class Bell(string kind) : IDeadline
    {
        private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Kind => kind;
        public List<string> Rung { get; } = [];
        public Task First => _first.Task;
        public Func<ShopChange, string, Task>? Then { get; set; }

        public async Task DueAsync(string shop, ShopChange change, string subject, CancellationToken ct)
        {
            Rung.Add(subject);
            if (Then is { } then)
                await then(change, subject);
            _first.TrySetResult();
        }
    }
}

using ShopBot.Shops;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Staff;

public sealed class BindStaffTests
{
    private static readonly BindStaffResult.WrongCode Four = new(4);

    [Fact]
    public async Task A_code_makes_its_sender_staff_in_its_role()
    {
        await using var shop = Open();
        var code = await shop.IssueCodeAsync(StaffRole.Courier);

        var bound = Assert.IsType<BindStaffResult.Bound>(await Try(shop, "lan", code));

        Assert.Equal(new StaffCard(bound.StaffId, "lan", StaffRole.Courier, shop.ContactOf("lan"), shop.Clock.GetUtcNow()), await Find(shop, "lan"));
        Assert.Matches("^[0-9]{6}$", code);
    }

    [Fact]
    public async Task A_code_is_good_for_one_person_even_when_two_send_it_at_once()
    {
        await using var shop = Open();
        var code = await shop.IssueCodeAsync();

        var results = await Task.WhenAll(((string[])["lan", "ming"]).Select(user => Task.Run(() => Try(shop, user, code))));

        Assert.Single(results.OfType<BindStaffResult.Bound>());
        Assert.Equal(Four, Assert.Single(results.OfType<BindStaffResult.WrongCode>()));
        Assert.Single(await shop.Get<StaffReader>().AllAsync(shop.Id, default));
    }

    [Fact]
    public async Task A_code_lives_ten_minutes()
    {
        await using var shop = Open();
        var code = await shop.IssueCodeAsync();
        var late = await shop.IssueCodeAsync();
        shop.Clock.Advance(IssueStaffCode.Life - TimeSpan.FromMilliseconds(1));
        Assert.IsType<BindStaffResult.Bound>(await Try(shop, "lan", code));

        shop.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(Four, await Try(shop, "ming", late));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("١٢٣٤٥٦")]
    [InlineData("'; DELETE FROM staff_code; --")]
    [InlineData("\0\uD800")]
    public async Task Anything_else_is_a_wrong_code(string typed)
    {
        await using var shop = Open();
        await shop.IssueCodeAsync();

        Assert.Equal(Four, await Try(shop, "lan", typed));
        Assert.Equal(new BindStaffResult.WrongCode(3), await Try(shop, "lan", new string('1', 10_000)));
    }

    [Fact]
    public async Task Five_wrong_codes_lock_their_sender_out_for_ten_minutes_and_nobody_else()
    {
        await using var shop = Open();
        var code = await shop.IssueCodeAsync();
        for (var left = 4; left > 0; left--)
            Assert.Equal(new BindStaffResult.WrongCode(left), await Try(shop, "lan", "wrong"));
        var locked = new BindStaffResult.Locked(Start + BindStaff.LockFor);

        Assert.Equal(locked, await Try(shop, "lan", "wrong"));
        shop.Clock.Advance(BindStaff.LockFor - TimeSpan.FromSeconds(1));
        Assert.Equal(locked, await Try(shop, "lan", code));
        Assert.IsType<BindStaffResult.Bound>(await Try(shop, "ming", code));

        shop.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Four, await Try(shop, "lan", "wrong"));
        Assert.IsType<BindStaffResult.Bound>(await Try(shop, "lan", await shop.IssueCodeAsync()));
        Assert.Equal(Four, await Try(shop, "lan", "wrong"));
    }

    [Fact]
    public async Task Twenty_guesses_at_once_are_no_more_than_five()
    {
        await using var shop = Open();

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => Try(shop, "lan", $"{i}"))));

        Assert.Equal([1, 2, 3, 4], results.OfType<BindStaffResult.WrongCode>().Select(w => w.TriesLeft).Order());
        Assert.Equal(16, results.OfType<BindStaffResult.Locked>().Count());
    }

    [Fact]
    public async Task The_same_request_again_uses_nothing_up_and_counts_no_try()
    {
        await using var shop = Open();
        var code = await shop.IssueCodeAsync();
        var (right, wrong) = (new OperationKey("event/1"), new OperationKey("event/2"));

        var bound = await Try(shop, "lan", code, right);

        Assert.Equal(bound, await Try(shop, "lan", code, right));
        Assert.Equal(Four, await Try(shop, "ming", code, wrong));
        Assert.Equal(Four, await Try(shop, "ming", code, wrong));
    }

    [Fact]
    public async Task A_code_of_one_shop_opens_no_other()
    {
        await using var shop = Open();
        var code = await shop.IssueCodeAsync();

        Assert.Equal(Four, await Try(shop.Neighbour(Laundry), "lan", code));
    }

    [Fact]
    public async Task Who_works_here_already_changes_role_and_name_but_the_last_manager_stays_one()
    {
        await using var shop = Open();
        var boss = await shop.BindAsync("boss", StaffRole.Manager);

        Assert.Equal(new BindStaffResult.Bound(boss.Id, "boss", StaffRole.Manager), await Try(shop, "boss", await shop.IssueCodeAsync(StaffRole.Clerk)));
        await shop.BindAsync("lan", StaffRole.Manager);
        Assert.Equal(new BindStaffResult.Bound(boss.Id, "boss", StaffRole.Clerk), await Try(shop, "boss", await shop.IssueCodeAsync(StaffRole.Clerk)));
        Assert.Equal(2, (await shop.Get<StaffReader>().AllAsync(shop.Id, default)).Count);
    }

    private static Task<BindStaffResult> Try(TestShop shop, string user, string code, OperationKey? key = null) =>
        shop.Get<BindStaff>().RunAsync(shop.Id, key ?? shop.NextKey(), shop.ContactOf(user), code, user, default);

    private static Task<StaffCard?> Find(TestShop shop, string user) => shop.Get<StaffReader>().FindAsync(shop.Id, shop.ContactOf(user), default);
}

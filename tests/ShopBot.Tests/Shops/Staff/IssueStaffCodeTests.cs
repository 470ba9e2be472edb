using System.Text;
using ShopBot.Shops;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Staff;

public sealed class IssueStaffCodeTests
{
    [Fact]
    public async Task Only_a_manager_of_this_shop_or_the_one_who_runs_the_program_issues_codes()
    {
        await using var shop = Open();
        var (boss, clerk, mei) = (await shop.BindAsync("boss", StaffRole.Manager), await shop.BindAsync("lan"), await shop.MeetAsync());
        var outside = await shop.Neighbour(Laundry).BindAsync("outside", StaffRole.Manager);

        Assert.Equal(Start + IssueStaffCode.Life, Assert.IsType<IssueStaffCodeResult.Issued>(await Issue(shop, boss.Actor)).ExpiresAt);
        foreach (var actor in (Actor[])[clerk.Actor, mei.Actor, outside.Actor])
            Assert.IsType<IssueStaffCodeResult.NotManager>(await Issue(shop, actor));
    }

    [Fact]
    public async Task Asked_again_for_the_same_request_the_new_code_counts_and_the_old_one_is_dead()
    {
        await using var shop = Open();
        var (key, otherKey) = (new OperationKey("event/1/code/0"), new OperationKey("event/2/code/0"));
        var other = await shop.IssueCodeAsync(key: otherKey);
        var first = await shop.IssueCodeAsync(key: key);
        var second = await shop.IssueCodeAsync(key: key);
        // Codes are random: now and then two are the same.
        while (second == first || first == other)
            (first, second) = (second, await shop.IssueCodeAsync(key: key));

        Assert.IsType<BindStaffResult.WrongCode>(await Bind(shop, "lan", first));
        Assert.IsType<BindStaffResult.Bound>(await Bind(shop, "lan", second));
        Assert.IsType<BindStaffResult.Bound>(await Bind(shop, "ming", other));
    }

    [Fact]
    public async Task The_code_itself_is_nowhere_in_the_database()
    {
        await using var shop = Open();
        var code = await shop.IssueCodeAsync();
        await Bind(shop, "lan", code);

        var texts = shop.Database.Read(db => db.Query("SELECT key || result FROM operation", row => row.GetString(0)));
        var codes = await shop.ReadAsync(db => Task.FromResult(db.StaffCodes.Select(c => new { c.Hash, c.Salt, c.IssuedFor }).ToList()));

        Assert.DoesNotContain(texts, text => text.Contains($"\"{code}\"", StringComparison.Ordinal));
        Assert.All(codes, c => Assert.DoesNotContain(code, c.IssuedFor + Encoding.Latin1.GetString(c.Hash) + Encoding.Latin1.GetString(c.Salt), StringComparison.Ordinal));
    }

    private static Task<IssueStaffCodeResult> Issue(TestShop shop, Actor issuer) =>
        shop.Get<IssueStaffCode>().RunAsync(shop.Id, shop.NextKey(), issuer, StaffRole.Clerk, default);

    private static Task<BindStaffResult> Bind(TestShop shop, string user, string code) =>
        shop.Get<BindStaff>().RunAsync(shop.Id, shop.NextKey(), shop.ContactOf(user), code, user, default);
}

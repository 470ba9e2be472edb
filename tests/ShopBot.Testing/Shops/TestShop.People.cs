using ShopBot.Messaging.Contacts;
using ShopBot.Shops;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Staff;

namespace ShopBot.Testing.Shops;

/// <summary>A customer as the tests hold them.</summary>
public sealed record MetCustomer(Guid Id, ContactPoint Contact)
{
    public Actor Actor => new(Contact);
}

/// <summary>Somebody who works in the shop.</summary>
public sealed record BoundStaff(Guid Id, ContactPoint Contact, string Name)
{
    public Actor Actor => new(Contact);
}

public sealed partial class TestShop
{
    /// <summary>The contact point of somebody who writes to the shop's account.</summary>
    public ContactPoint ContactOf(string user) => new(Id, user);

    /// <summary>A customer of the shop; a new one for every name.</summary>
    public async Task<MetCustomer> MeetAsync(string user = "mei")
    {
        var card = await Get<MeetCustomer>().RunAsync(Id, NextKey(), ContactOf(user), "zh-CN", source: null, followedAt: null, CancellationToken.None);
        return new MetCustomer(card.Id, ContactOf(user));
    }

    /// <summary>Issues a code as the one who runs the program, and has it used.</summary>
    public async Task<BoundStaff> BindAsync(string user = "lan", StaffRole role = StaffRole.Clerk)
    {
        var code = await IssueCodeAsync(role);
        var bound = (BindStaffResult.Bound)await Get<BindStaff>().RunAsync(Id, NextKey(), ContactOf(user), code, user, CancellationToken.None);
        return new BoundStaff(bound.StaffId, ContactOf(user), user);
    }

    public async Task<string> IssueCodeAsync(StaffRole role = StaffRole.Clerk, OperationKey? key = null) =>
        ((IssueStaffCodeResult.Issued)await Get<IssueStaffCode>().RunAsync(Id, key ?? NextKey(), issuer: null, role, CancellationToken.None)).Code;
}

using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Deadlines;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Returns;

/// <summary>Something that happens to a return by itself, while its order is ready.</summary>
internal abstract class ReturnDeadline : IDeadline
{
    public abstract string Kind { get; }

    public async Task DueAsync(string shop, ShopChange change, string subject, CancellationToken ct)
    {
        var orderId = Guid.ParseExact(subject, "N");
        if (await ReturnRow.FindAsync(change.Db, orderId, ct) is { } known
            && await change.Db.Orders.SingleOrDefaultAsync(o => o.Id == orderId && o.State == OrderState.Ready, ct) is { } order)
            await DueAsync(shop, change, order, known, ct);
    }

    protected abstract Task DueAsync(string shop, ShopChange change, Order order, OrderReturn known, CancellationToken ct);
}

/// <summary>A customer says nothing: they are reminded once, then staff are told.</summary>
internal sealed class ReturnSilence(IReturnRules rules) : ReturnDeadline
{
    public const string Name = "return-silence";

    public override string Kind => Name;

    protected override async Task DueAsync(string shop, ShopChange change, Order order, OrderReturn known, CancellationToken ct)
    {
        if (known.State != ReturnState.Asked)
            return;
        if (known.Reminders++ > 0)
        {
            await ReturnRow.TellManagersAsync(change, new ReturnNeedsStaff(shop, order.Id, ReturnNews.Silent), $"silent:{change.Now.ToUnixTimeSeconds()}", null, ct);
            return;
        }
        await ReturnRow.TellCustomerAsync(change, order, new ReturnAsked(shop, order.Id), $"asked:{change.Now.ToUnixTimeSeconds()}", ct);
        if (rules.For(shop) is { } own)
            await DeadlineBook.SetAsync(change.Db, Name, ReturnRow.Subject(order.Id), change.Now + own.TellStaffAfter, ct);
    }
}

/// <summary>The booked window begins soon.</summary>
internal sealed class ReturnReminder : ReturnDeadline
{
    public const string Name = "return-reminder";

    public override string Kind => Name;

    protected override async Task DueAsync(string shop, ShopChange change, Order order, OrderReturn known, CancellationToken ct)
    {
        if (known.State == ReturnState.Booked)
            await ReturnRow.TellCustomerAsync(change, order, new ReturnSoon(shop, order.Id), $"soon:{change.Now.ToUnixTimeSeconds()}", ct);
    }
}

/// <summary>The booked window is over and nobody has set out.</summary>
internal sealed class ReturnOverdue : ReturnDeadline
{
    public const string Name = "return-overdue";

    public override string Kind => Name;

    protected override async Task DueAsync(string shop, ShopChange change, Order order, OrderReturn known, CancellationToken ct)
    {
        if (known.State == ReturnState.Booked)
            await ReturnRow.TellManagersAsync(change, new ReturnNeedsStaff(shop, order.Id, ReturnNews.Overdue), $"overdue:{change.Now.ToUnixTimeSeconds()}", null, ct);
    }
}

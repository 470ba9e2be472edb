using Microsoft.Extensions.Logging;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Outbox;

/// <summary>Reads what stands for and against each way to a person and has the best one chosen.</summary>
public sealed class RouteFinder(IOutboxStore store, IContacts contacts, INoticeWriter notices, TimeProvider time, ILogger<RouteFinder> log)
{
    public async Task<Plan> FindAsync(Account account, LaneClaim claim, IOutbound channel)
    {
        var ways = channel.WaysOf(account);
        var windows = await contacts.OpenWindowsAsync(claim.Lane, time.GetUtcNow(), CancellationToken.None).ConfigureAwait(false);
        var outlook = await store.LookAsync(claim.Lane, ways, claim.Message.Class, CancellationToken.None).ConfigureAwait(false);
        var names = claim.Message.Kind == OutboxMessage.ActivitiesKind ? [] : notices.TemplateNamesOf(claim.Message);
        var plan = RoutePlanner.Choose(account, claim, ways, names, windows, outlook, time.GetUtcNow());
        // The first choice is daily life.
        log.Log(
            ways.Count > 0 && plan.Way == ways[0] && plan.Route is not Route.Later ? LogLevel.Debug : LogLevel.Information,
            "Message {Message} of account {Account}: {Route}. {Why}", claim.Message.Id, account.Name, plan.Route.Name, plan.Why);
        return plan;
    }

    /// <summary>Before a send is counted against a window: one that a person opened just now begins its own count with it.</summary>
    public Task CatchUpAsync() => contacts.FlushAsync(CancellationToken.None);
}

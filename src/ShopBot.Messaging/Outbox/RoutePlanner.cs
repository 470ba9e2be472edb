using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Outbox;

/// <summary>Chooses the best way to a person that is legal and open at this moment. No clock, no database.</summary>
public static class RoutePlanner
{
    /// <summary>A better way that opens again this soon is waited for: words of our own say more than a form.</summary>
    private static readonly TimeSpan WorthWaiting = TimeSpan.FromMinutes(5);

    /// <param name="ways">Of the account's channel, best first.</param>
    /// <param name="names">Under which the account may have a form for it; empty = only in words.</param>
    /// <param name="windows">Open ones, the one that ends first at the front.</param>
    public static Plan Choose(
        Account account, LaneClaim claim, IReadOnlyList<Way> ways, IReadOnlyList<string> names, IReadOnlyList<ReplyWindow> windows, Outlook outlook,
        DateTimeOffset now)
    {
        var against = new List<string>();
        (Block Block, Way Way)? later = null;
        foreach (var way in ways)
        {
            var name = Route.NameOf(way.Kind);
            if (claim.BoundTo is { } bound && bound != name)
                continue;
            var (route, why) = Open(way, account, claim, names, windows, outlook);
            if (route is null)
            {
                against.Add($"{name}: {why}");
                continue;
            }

            if (BlockOf(way, route, outlook) is not { } block || block.Until <= now)
                return later is { } better && better.Block.Until - now <= WorthWaiting
                    ? Wait(better.Block, better.Way, against)
                    : new Plan(route, way, against.Count == 0 ? name : $"{name}; {string.Join("; ", against)}");
            against.Add($"{name}: {block.Why}");
            if (later is null || block.Until < later.Value.Block.Until)
                later = (block, way);
        }

        if (later is { } soonest)
            return Wait(soonest.Block, soonest.Way, against);
        var shut = ways.Count > 0 && ways.All(w => w.Forbidden is not null)
            ? "with the answer to their next message: an account of this kind may not write by itself"
            : string.Join("; ", against);
        return new Plan(new Route.Closed(shut), null, shut);
    }

    private static Plan Wait(Block block, Way way, List<string> against) =>
        new(new Route.Later(block.Until, block.Why), way, string.Join("; ", against));

    private static (Route? Route, string Why) Open(
        Way way, Account account, LaneClaim claim, IReadOnlyList<string> names, IReadOnlyList<ReplyWindow> windows, Outlook outlook)
    {
        if (way.Forbidden is { } forbidden)
            return (null, forbidden);
        if (claim.RoutesOff.Contains(Route.NameOf(way.Kind)))
            return (null, "the platform refused this message on it");
        switch (way.Kind)
        {
            case RouteKind.Service:
                return windows is [var first, ..]
                    ? (new Route.ServiceWindow(first.Trigger, first.ExpiresAt, first.Remaining), "")
                    : (null, "no window is open");

            case RouteKind.Template:
                if (FormOf(account.Templates, names) is not { } template)
                    return (null, "no form for this notice");
                if (outlook.IsGone)
                    return (null, "the person left the account");
                return outlook.Consents.TryGetValue(template.Id, out var left) && left == 0
                    ? (null, "the person switched this form off")
                    : (new Route.Template(template), "");

            default:
                if (FormOf(account.Subscriptions, names) is not { } subscription)
                    return (null, "no form for this notice");
                return outlook.Consents.GetValueOrDefault(subscription.Id) > 0
                    ? (new Route.Subscription(subscription), "")
                    : (null, "the person has accepted none");
        }
    }

    private static NoticeTemplate? FormOf(Dictionary<string, NoticeTemplate> forms, IReadOnlyList<string> names) =>
        names.Select(name => forms.GetValueOrDefault(name)).FirstOrDefault(form => form is not null);

    /// <summary>The later of what stops the call and what stops the form.</summary>
    private static Block? BlockOf(Way way, Route route, Outlook outlook)
    {
        var call = outlook.Blocked.GetValueOrDefault(way.Api);
        var form = route.FormOrNull is { } template ? outlook.Blocked.GetValueOrDefault(Outlook.FormKey(template.Id)) : null;
        return call is null || (form is not null && form.Until > call.Until) ? form : call;
    }
}

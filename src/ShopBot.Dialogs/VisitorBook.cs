using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Contacts;
using ShopBot.Shops;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Staff;

namespace ShopBot.Dialogs;

/// <summary>Knows who is speaking. The database is asked at the first message and when somebody comes back; after that the user's state knows.</summary>
public sealed class VisitorBook(
    UserState user, ShopBook shops, MeetCustomer meetCustomer, ForgetCustomer forget, NoteScan noteScan, ChooseLanguage chooseLanguage, StaffReader staff)
{
    private readonly IStatePropertyAccessor<Visitor> _visitors = user.CreateProperty<Visitor>("visitor");

    /// <summary>Begins the visit of this turn.</summary>
    public async Task<Visit> ReceiveAsync(ITurnContext turn, DialogContent content, CancellationToken ct)
    {
        var settings = shops[turn.Activity.Conversation.TenantId];
        var visitor = await _visitors.GetAsync(turn, cancellationToken: ct);
        var isFirst = visitor is null;
        if (visitor is null || IsFollow(turn.Activity))
        {
            visitor = await MeetAsync(turn, settings, visitor, ct);
            await _visitors.SetAsync(turn, visitor, ct);
        }
        return Visit.Begin(turn, settings, content.For(settings.Id), visitor, isFirst);
    }

    /// <summary>From here on the person is spoken and written to in another language.</summary>
    public Task SwitchAsync(Visit visit, string language, CancellationToken ct)
    {
        visit.Switch(language);
        return chooseLanguage.RunAsync(visit.Shop, visit.NextKey("choose-language"), visit.Visitor.CustomerId, language, ct);
    }

    /// <summary>The person left, or wants to be forgotten. Who comes back is somebody new, unless an order of theirs is still under way.</summary>
    /// <returns>False for somebody who has followed again since.</returns>
    public Task<bool> ForgetAsync(ITurnContext turn, CancellationToken ct)
    {
        var contact = ContactPoint.Parse(turn.Activity.From.Id);
        return forget.RunAsync(turn.Activity.Conversation.TenantId, new OperationKey($"{contact}/{turn.Activity.Id}/forget/1"), contact, turn.Activity.Timestamp ?? DateTimeOffset.MaxValue, ct);
    }

    /// <summary>Somebody known scanned a code.</summary>
    public Task NoteScanAsync(Visit visit, string scene, CancellationToken ct) =>
        noteScan.RunAsync(visit.Shop, visit.NextKey("note-scan"), visit.Contact, scene, ct);

    /// <summary>An operation found that the person does not work here any more, or the person has just been bound.</summary>
    public async Task RecogniseStaffAsync(Visit visit, CancellationToken ct) =>
        Put(visit.Visitor, await staff.FindAsync(visit.Shop, visit.Contact, ct));

    /// <summary>Who works here under this contact point now; null = nobody.</summary>
    public Task<StaffCard?> StaffAsync(Visit visit, CancellationToken ct) => staff.FindAsync(visit.Shop, visit.Contact, ct);

    private async Task<Visitor> MeetAsync(ITurnContext turn, ShopSettings settings, Visitor? known, CancellationToken ct)
    {
        var contact = ContactPoint.Parse(turn.Activity.From.Id);
        var source = turn.Activity is { Name: "scan" } or { Type: ActivityTypes.ConversationUpdate } ? turn.Activity.Value?.ToString() : null;
        var card = await meetCustomer.RunAsync(
            settings.Id, new OperationKey($"{contact}/{turn.Activity.Id}/meet-customer/1"), contact, Languages.Of(turn.Activity.Text) ?? Languages.Closest(settings.Culture), source,
            IsFollow(turn.Activity) ? turn.Activity.Timestamp : null, ct);
        var visitor = known ?? new Visitor();
        (visitor.CustomerId, visitor.Language) = (card.Id, Languages.Closest(card.Language));
        Put(visitor, await staff.FindAsync(settings.Id, contact, ct));
        return visitor;
    }

    private static void Put(Visitor visitor, StaffCard? card)
    {
        (visitor.StaffId, visitor.IsManager) = (card?.Id, card?.Role == StaffRole.Manager);
        visitor.AsCustomer &= card is not null;
    }

    private static bool IsFollow(Activity activity) =>
        activity.Type == ActivityTypes.ConversationUpdate && activity.MembersAdded is { Count: > 0 };
}

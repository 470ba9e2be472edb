using System.Text.Json;
using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Complaints;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;

namespace ShopBot.Dialogs.Notices;

/// <summary>Puts the shop's facts into words, in the language of whom they are for.</summary>
public sealed class NoticeWriter(ContentBook content, ShopBook shops, CustomerReader customers, CustomerNotices toCustomers, StaffNotices toStaff) : INoticeWriter
{
    public IReadOnlyList<string> TemplateNamesOf(OutboxMessage message) => NoticeForms.NamesOf(message);

    public async Task<IReadOnlyList<Activity>> WriteAsync(OutboxMessage message, Route route, CancellationToken ct)
    {
        var notice = message.Kind switch
        {
            var kind when kind == OrderMoved.Kind => await WriteAsync<OrderMoved>(message, f => f.Shop, toCustomers.MovedAsync, ct),
            var kind when kind == PhotoTaken.Kind => await WriteAsync<PhotoTaken>(message, f => f.Shop, toCustomers.PhotoAsync, ct),
            var kind when kind == OrderPlaced.Kind => await WriteAsync<OrderPlaced>(message, f => f.Shop, toStaff.PlacedAsync, ct),
            var kind when kind == OrderCancelled.Kind => await WriteAsync<OrderCancelled>(message, f => f.Shop, toStaff.CancelledAsync, ct),
            var kind when kind == PersonAsked.Kind => await WriteAsync<PersonAsked>(message, f => f.Shop, toStaff.PersonAsync, ct),
            var kind when kind == ComplaintMade.Kind => await WriteAsync<ComplaintMade>(message, f => f.Shop, toStaff.ComplaintAsync, ct),
            _ => throw new UnknownNoticeException(message.Kind),
        };
        return notice is null ? [] : [notice];
    }

    private async Task<Activity?> WriteAsync<TFact>(
        OutboxMessage message, Func<TFact, string> shopOf, Func<TFact, Voice, CancellationToken, Task<Activity?>> write, CancellationToken ct)
        where TFact : class
    {
        var fact = JsonSerializer.Deserialize<TFact>(message.Payload.Span, JsonSerializerOptions.Web)
            ?? throw new JsonException($"A message of kind '{message.Kind}' says nothing.");
        return await write(fact, await VoiceForAsync(shopOf(fact), message.To, ct), ct);
    }

    private async Task<Voice> VoiceForAsync(string shop, ContactPoint to, CancellationToken ct)
    {
        var language = (await customers.FindAsync(shop, to, ct))?.Language ?? shops[shop].Culture;
        return content.Current.For(shop).In(Languages.Closest(language));
    }
}

using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Shifts;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Settings;

namespace ShopBot.Dialogs.Notices;

/// <summary>Puts the shop's facts into words, in the language of whom they are for.</summary>
public sealed class NoticeWriter(IEnumerable<INotice> notices, ContentBook content, ShopBook shops, CustomerReader customers, WorkDigest digest) : INoticeWriter
{
    private readonly Dictionary<string, INotice> _byKind = notices.ToDictionary(n => n.Kind, StringComparer.Ordinal);

    public IReadOnlyList<string> TemplateNamesOf(OutboxMessage message) => _byKind.GetValueOrDefault(message.Kind)?.FormNamesOf(message) ?? [];

    public async Task<IReadOnlyList<Activity>> WriteAsync(OutboxMessage message, Route route, CancellationToken ct)
    {
        var notice = _byKind.GetValueOrDefault(message.Kind) ?? throw new UnknownNoticeException(message.Kind);
        var shop = notice.ShopOf(message);
        var voice = await VoiceForAsync(shop, message.To, ct);
        var (isTaken, together) = await digest.WriteAsync(message, route, shop, voice, ct);
        return (isTaken ? together : await notice.WriteAsync(message, voice, ct)) is { } said ? [said] : [];
    }

    private async Task<Voice> VoiceForAsync(string shop, ContactPoint to, CancellationToken ct)
    {
        var language = (await customers.FindAsync(shop, to, ct))?.Language ?? shops[shop].Culture;
        return content.Current.For(shop).In(Languages.Closest(language));
    }
}

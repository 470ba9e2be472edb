using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Settings;

namespace ShopBot.Dialogs.Notices;

/// <summary>Puts the shop's facts into words, in the language of whom they are for.</summary>
public sealed class NoticeWriter(IEnumerable<INotice> notices, ContentBook content, ShopBook shops, CustomerReader customers) : INoticeWriter
{
    private readonly Dictionary<string, INotice> _byKind = notices.ToDictionary(n => n.Kind, StringComparer.Ordinal);

    public IReadOnlyList<string> TemplateNamesOf(OutboxMessage message) => _byKind.GetValueOrDefault(message.Kind)?.FormNamesOf(message) ?? [];

    public async Task<IReadOnlyList<Activity>> WriteAsync(OutboxMessage message, Route route, CancellationToken ct)
    {
        var notice = _byKind.GetValueOrDefault(message.Kind) ?? throw new UnknownNoticeException(message.Kind);
        return await notice.WriteAsync(message, await VoiceForAsync(notice.ShopOf(message), message.To, ct), ct) is { } said ? [said] : [];
    }

    private async Task<Voice> VoiceForAsync(string shop, ContactPoint to, CancellationToken ct)
    {
        var language = (await customers.FindAsync(shop, to, ct))?.Language ?? shops[shop].Culture;
        return content.Current.For(shop).In(Languages.Closest(language));
    }
}

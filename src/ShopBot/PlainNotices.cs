using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using ShopBot.Messaging.Outbox;

namespace ShopBot;

internal sealed class PlainNotices : INoticeWriter
{
    public Task<IReadOnlyList<Activity>> WriteAsync(OutboxMessage message, ShopBot.Messaging.Outbox.Route route, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Activity>>([(Activity)MessageFactory.Text(message.Kind)]);
}

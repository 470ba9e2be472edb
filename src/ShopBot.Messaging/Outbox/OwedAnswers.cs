using System.Text.Json;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Turns;

namespace ShopBot.Messaging.Outbox;

/// <summary>Takes messages out of a person's lane into the answer of a turn.</summary>
public sealed class OwedAnswers(IOutboxStore store, INoticeWriter notices, ILogger<OwedAnswers> log) : IOwedAnswers
{
    /// <summary>More do not fit one answer; the rest comes with the next.</summary>
    private const int AtMost = 5;

    private static readonly Route Answer = new Route.Answer();

    public async Task<IOwedWords> TakeAsync(ContactPoint person, CancellationToken ct)
    {
        var words = new Words(store, log);
        try
        {
            words.Claims = await store.ClaimLaneAsync(person, AtMost, ct).ConfigureAwait(false);
            foreach (var claim in words.Claims)
            {
                if (await WriteAsync(claim.Message, ct).ConfigureAwait(false) is not { } written)
                    break;
                words.Add(written);
            }
        }
        catch (Exception error)
        {
            // The person's own question is answered all the same.
            log.LogError(error, "What is owed to somebody of account {Account} could not be put into words.", person.Account);
        }

        return words;
    }

    /// <returns>Null where nobody has words for it: what is behind it must not overtake it.</returns>
    private async Task<IReadOnlyList<Activity>?> WriteAsync(OutboxMessage message, CancellationToken ct)
    {
        try
        {
            return message.Kind == OutboxMessage.ActivitiesKind
                ? ActivityPayload.Read(message.Payload)
                : await notices.WriteAsync(message, Answer, ct).ConfigureAwait(false);
        }
        catch (Exception error) when (error is UnknownNoticeException or JsonException)
        {
            log.LogError(error, "Message {Message} of account {Account} has no words.", message.Id, message.To.Account);
            return null;
        }
    }

    private sealed class Words(IOutboxStore store, ILogger log) : IOwedWords
    {
        private readonly List<IReadOnlyList<Activity>> _messages = [];
        private int _started;

        /// <summary>Empty = nothing is leased (any more).</summary>
        public IReadOnlyList<LaneClaim> Claims { get; set; } = [];

        public IReadOnlyList<IReadOnlyList<Activity>> Messages => _messages;

        public void Add(IReadOnlyList<Activity> message) => _messages.Add(message);

        public async Task<bool> StartAsync(int count, CancellationToken ct)
        {
            try
            {
                if (!await store.StartAnswerAsync([.. Claims.Take(count)], ct).ConfigureAwait(false))
                    return false;
                _started = count;
                return true;
            }
            catch (Exception error)
            {
                log.LogError(error, "News for somebody of account {Account} could not be started; it comes with the next answer.", Claims[0].Lane.Account);
                return false;
            }
        }

        public Task ToldAsync(CancellationToken ct) => EndAsync(isTold: true, ct);

        public async ValueTask DisposeAsync() => await EndAsync(isTold: false, CancellationToken.None).ConfigureAwait(false);

        private async Task EndAsync(bool isTold, CancellationToken ct)
        {
            if (Claims.Count == 0)
                return;
            var claims = Claims;
            Claims = [];
            try
            {
                await store.EndAnswerAsync(claims, _started, isTold, ct).ConfigureAwait(false);
            }
            catch (Exception error)
            {
                // The answer stands. The lane stays leased and is settled at the next start.
                log.LogError(error, "What came of news for somebody of account {Account} could not be written down.", claims[0].Lane.Account);
            }
        }
    }
}

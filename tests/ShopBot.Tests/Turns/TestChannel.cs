using System.Globalization;
using System.Text;
using Microsoft.Bot.Schema;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Turns;

namespace ShopBot.Tests.Turns;

/// <summary>A platform whose answer holds one reply, or all of them where the account may not push. No two answers have the same bytes.</summary>
internal sealed class TestChannel : ITurnChannel
{
    private int _answers;
    private int _typing;

    public string Name => "WeChat";

    public bool PushAllowed { get; set; } = true;

    /// <summary>Most replies in an answer of an account that may not push.</summary>
    public int FitsAtMost { get; set; } = int.MaxValue;

    /// <summary>Runs while an answer with replies is made.</summary>
    public Func<Task> Composing { get; set; } = () => Task.CompletedTask;

    /// <summary>How often somebody was shown that an answer is being written.</summary>
    public int TypingShown => _typing;

    public void ShowTyping(IncomingEvent incoming) => Interlocked.Increment(ref _typing);

    public bool MayPush(Account account) => PushAllowed;

    public static IncomingEvent Event(Account account, ContactPoint person, string key, string text) =>
        new(account, person, key, DateTimeOffset.UnixEpoch, new Activity
        {
            Type = ActivityTypes.Message,
            Id = key,
            ChannelId = "wechat",
            Text = text,
            From = new ChannelAccount(person.ToString()),
            Conversation = new ConversationAccount(id: person.ToString(), tenantId: account.Shop),
            Recipient = new ChannelAccount(account.Name),
        }, Encoding.UTF8.GetBytes($"{person.UserId}|{key}|{text}"));

    public IncomingEvent Read(Account account, ReadOnlyMemory<byte> raw) => Encoding.UTF8.GetString(raw.Span).Split('|', 3) is [var user, var key, var text]
        ? Event(account, new ContactPoint(account.Name, user), key, text)
        : throw new FormatException("Not an event of the test's channel.");

    public async ValueTask<PlatformAnswer> AnswerAsync(IncomingEvent incoming, IReadOnlyList<Activity> replies, CancellationToken ct)
    {
        if (replies.Count == 0)
            return new PlatformAnswer("success"u8.ToArray(), "text/plain", 0);
        await Composing();
        var taken = Math.Min(replies.Count, PushAllowed ? 1 : FitsAtMost);
        var text = string.Join(" + ", replies.Take(taken).Select(reply => reply.Text));
        var number = Interlocked.Increment(ref _answers);
        return new PlatformAnswer(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{text} #{number}")), "text/xml", taken, IsCut: taken < replies.Count);
    }
}

using System.Security.Cryptography;

namespace ShopBot.Simulator.WeChat.Templates;

/// <summary>The templates of one account, its industries, and which messages it named itself.</summary>
internal sealed class TemplateShelf
{
    public const int MostTemplates = 25;
    private static readonly TimeSpan ClientIdsKept = TimeSpan.FromMinutes(10);
    private readonly Lock _gate = new();
    private readonly List<MessageTemplate> _templates = [];
    private readonly Dictionary<(string OpenId, string ClientId), (DateTimeOffset At, long MsgId)> _named = [];
    private (int Year, int Month) _industryMonth;

    /// <summary>Main and second industry; 0 before they were set.</summary>
    public (int Main, int Second) Industry { get; private set; }

    public IReadOnlyList<MessageTemplate> All(bool notices)
    {
        lock (_gate)
            return [.. _templates.Where(t => t.IsNotice == notices)];
    }

    public MessageTemplate? Find(string? id, bool notice)
    {
        lock (_gate)
            return _templates.Find(t => t.Id == id && t.IsNotice == notice);
    }

    /// <returns>False when there are too many.</returns>
    public bool TryAdd(MessageTemplate template)
    {
        lock (_gate)
        {
            if (_templates.Count(t => t.IsNotice == template.IsNotice && t.Id != template.Id) >= MostTemplates)
                return false;
            _templates.RemoveAll(t => t.Id == template.Id);
            _templates.Add(template);
            return true;
        }
    }

    public bool Remove(string? id, bool notice)
    {
        lock (_gate)
            return _templates.RemoveAll(t => t.Id == id && t.IsNotice == notice) > 0;
    }

    /// <returns>False when they were changed this month already.</returns>
    public bool TrySetIndustry(int main, int second, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_industryMonth == BeijingTime.MonthOf(now))
                return false;
            (_industryMonth, Industry) = (BeijingTime.MonthOf(now), (main, second));
            return true;
        }
    }

    /// <summary>The message a person already got under this id within ten minutes, or null.</summary>
    public long? SentUnder(string openId, string clientId, DateTimeOffset now)
    {
        lock (_gate)
            return _named.TryGetValue((openId, clientId), out var sent) && now - sent.At < ClientIdsKept ? sent.MsgId : null;
    }

    public void NoteSent(string openId, string clientId, long msgId, DateTimeOffset now)
    {
        lock (_gate)
        {
            foreach (var old in _named.Where(n => now - n.Value.At >= ClientIdsKept).Select(n => n.Key).ToList())
                _named.Remove(old);
            _named[(openId, clientId)] = (now, msgId);
        }
    }

    public static string NewId() => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-", 43);
}

using System.Collections.Frozen;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Channels.WeChat;

/// <summary>What the platform's codes mean for a message of the outbox.</summary>
/// <remarks>Covers what custom/send, media/upload and stable_token give, documented and reported, and what the other sending calls give. A code that is not here is refused as "unclassified".</remarks>
internal sealed class WeChatOutcomes(TimeProvider clock)
{
    /// <summary>The platform's days begin at Beijing midnight.</summary>
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>An account that a person must mend is asked again this often, so that it goes on by itself once mended.</summary>
    private static readonly TimeSpan MendedCheck = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5), NextMinute = TimeSpan.FromSeconds(60);

    private static readonly FrozenDictionary<string, Meaning> Meanings = Table(
        (Meaning.Busy, "-1 61450"),
        (Meaning.Accepted, "45065"),
        (Meaning.Credentials, "40001 40014 42001 40013 40125 41002 41004 40243"),
        (Meaning.Forbidden, "40200 45087 45102 48001 48003 48004 48008 50001"),
        (Meaning.AccountForbidden, "40164 61004 89501 89503 89506 89507"),
        (Meaning.WindowShut, "45015 45047"),
        (Meaning.MediaGone, "40007 46001"),
        (Meaning.PersonGone, "40003 43004 43019 46004 48002 49003 50005 70000"),
        (Meaning.PersonLimited, "50002"),
        (Meaning.NotWanted, "43101"),
        (Meaning.FormWrong, "40036 40037 40249 41030 43116 47003"),
        (Meaning.DayQuota, "45009"),
        (Meaning.MinuteQuota, "45011 42010"),
        (Meaning.Undecided, "45066"),
        (Meaning.Wrong,
            "40002 40004 40005 40006 40008 40009 40010 40011 40012 40033 40035 40039 40048 40062 40097 40113 40137 40165 40166 "
            + "41001 41005 41006 41008 41009 "
            + "43001 43002 43003 44001 44002 44003 44004 44005 44006 45001 45002 45003 45004 45005 45006 45007 45008 45034 45064 45086 45098 45099 "
            + "47001 47002 53600"));

    private enum Meaning
    {
        Busy, Accepted, Credentials, Forbidden, AccountForbidden, WindowShut, MediaGone, PersonGone, PersonLimited, NotWanted, FormWrong, DayQuota, MinuteQuota,
        Undecided, Wrong,
    }

    /// <summary>Of a message.</summary>
    public SendOutcome OfSend(WeChatReply reply) => reply switch
    {
        WeChatReply.Done done => new SendOutcome.Delivered(done.Text("msgid")),
        WeChatReply.Refused refused => OfRefusal(refused),
        WeChatReply.NotSent notSent => new SendOutcome.TryAgain(Soon, notSent.Why, CountsAsAttempt: false),
        WeChatReply.NoToken noToken => OfToken(noToken.Cause),
        WeChatReply.Unclear unclear => new SendOutcome.Unknown(unclear.Why),
        _ => new SendOutcome.Unknown("a file for an answer"),
    };

    /// <summary>Of what goes before a message and no customer sees: what is unclear there may simply be repeated.</summary>
    public SendOutcome OfPreparation(WeChatReply reply) => OfSend(reply) switch
    {
        SendOutcome.Unknown unknown => new SendOutcome.TryAgain(Soon, unknown.Why, CountsAsAttempt: false),
        // A person has no part in it, so a code that speaks of one is about the account.
        SendOutcome.RecipientGone gone => new SendOutcome.Refused(Refusal.NotPermitted, gone.Code, gone.Why, clock.GetUtcNow() + MendedCheck, WholeAccount: true),
        SendOutcome.Delivered => new SendOutcome.TryAgain(Soon, "an answer without what was asked for", CountsAsAttempt: false),
        var other => other,
    };

    /// <summary>Of asking for a token: whatever was refused there, no message is to blame, and no call of the account can be made.</summary>
    private SendOutcome OfToken(WeChatReply reply) => OfPreparation(reply) switch
    {
        SendOutcome.Refused refused => refused with
        {
            Kind = refused.Kind is Refusal.Credentials or Refusal.Quota ? refused.Kind : Refusal.NotPermitted,
            PausedUntil = refused.PausedUntil ?? clock.GetUtcNow() + MendedCheck,
            WholeAccount = true,
        },
        var other => other,
    };

    private SendOutcome OfRefusal(WeChatReply.Refused refused)
    {
        var (code, why) = (refused.Code, refused.Message);
        if (!Meanings.TryGetValue(code, out var meaning))
            return new SendOutcome.Refused(Refusal.Unclassified, code, $"unclassified {code}: {why}");
        var now = clock.GetUtcNow();
        return meaning switch
        {
            Meaning.Busy => new SendOutcome.Unknown($"{code}: {why}"),
            Meaning.Accepted => new SendOutcome.Delivered(refused.PlatformId),
            Meaning.Credentials => new SendOutcome.Refused(Refusal.Credentials, code, why, now + MendedCheck, WholeAccount: true),
            Meaning.AccountForbidden => new SendOutcome.Refused(Refusal.NotPermitted, code, why, now + MendedCheck, WholeAccount: true),
            Meaning.Forbidden => new SendOutcome.Refused(Refusal.NotPermitted, code, why, now + MendedCheck),
            Meaning.WindowShut => new SendOutcome.Refused(Refusal.WindowShut, code, why),
            Meaning.MediaGone => new SendOutcome.Refused(Refusal.MediaExpired, code, why),
            Meaning.PersonGone => new SendOutcome.RecipientGone(code, why),
            Meaning.PersonLimited => new SendOutcome.RecipientGone(code, why, MayBeAccount: true),
            Meaning.NotWanted => new SendOutcome.Refused(Refusal.NotWanted, code, why),
            Meaning.FormWrong => new SendOutcome.Refused(Refusal.TemplateOff, code, why),
            Meaning.DayQuota => new SendOutcome.Refused(Refusal.Quota, code, why, NextBeijingDay(now)),
            Meaning.MinuteQuota => new SendOutcome.Refused(Refusal.Quota, code, why, now + NextMinute * (0.8 + 0.2 * Random.Shared.NextDouble())),
            Meaning.Undecided => new SendOutcome.TryAgain(NextMinute, code, CountsAsAttempt: false),
            _ => new SendOutcome.Refused(Refusal.Content, code, why),
        };
    }

    private static DateTimeOffset NextBeijingDay(DateTimeOffset now)
    {
        var there = now.ToOffset(Beijing);
        return new DateTimeOffset(there.Date.AddDays(1), Beijing).ToUniversalTime();
    }

    private static FrozenDictionary<string, Meaning> Table(params (Meaning Meaning, string Codes)[] rows) => rows
        .SelectMany(row => row.Codes.Split(' ').Select(code => KeyValuePair.Create(code, row.Meaning)))
        .ToFrozenDictionary(StringComparer.Ordinal);
}

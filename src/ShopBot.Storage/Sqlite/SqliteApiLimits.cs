using System.Globalization;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Storage.Sqlite;

/// <summary>How much of each platform call was used, and what must rest; rows of shop.db.</summary>
public sealed class SqliteApiLimits(SqliteDatabase database, TimeProvider time) : IApiLimits
{
    /// <summary>A call that fails this often in a row rests: the host is down, or nobody reaches it.</summary>
    private const int BreaksAt = 5;

    /// <summary>This many people in a row whom the platform calls restricted: then the account is.</summary>
    private const int PeopleAt = 3;

    /// <summary>Before the person's id: people who were called restricted since somebody was not.</summary>
    private const string Person = "person:";

    /// <summary>What promotions leave of a day and of a minute for those who wait for an answer.</summary>
    private const double DayReserve = 0.2, MinuteReserve = 0.3;

    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8), BreakFirst = TimeSpan.FromSeconds(30), BreakMost = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FormRest = TimeSpan.FromHours(1), PeopleRest = TimeSpan.FromMinutes(10);

    public Task<Block?> TakeAsync(string account, string api, ApiLimit limit, CancellationToken ct) => database.WriteAsync(db =>
    {
        var now = time.GetUtcNow();
        return PauseOf(db, account, api, now) ?? Take(db, account, api, limit, MessageClass.Status, now);
    });

    public Task PauseAsync(string account, string api, DateTimeOffset until, string reason, CancellationToken ct) => database.WriteAsync(db =>
    {
        Pause(db, account, api, until, reason);
        return true;
    });

    public static Block? PauseOf(SqliteSession db, string account, string api, DateTimeOffset now) => db.Query(
        "SELECT paused_until, reason FROM api_pause WHERE account = $account AND api = $api AND paused_until > $now",
        row => new Block(row.Moment(0), row.GetString(1)), ("$account", account), ("$api", api), ("$now", now.ToUnixTimeMilliseconds())).FirstOrDefault();

    /// <summary>What would be refused now, without taking anything.</summary>
    public static Block? Look(SqliteSession db, string account, string api, ApiLimit limit, MessageClass messageClass, DateTimeOffset now) =>
        limit.IsKnown ? Judge(Read(db, account, api, limit, now), limit, messageClass, now) : null;

    /// <summary>Takes one call; null when it was there to take.</summary>
    public static Block? Take(SqliteSession db, string account, string api, ApiLimit limit, MessageClass messageClass, DateTimeOffset now)
    {
        if (!limit.IsKnown)
            return null;
        var used = Read(db, account, api, limit, now);
        if (Judge(used, limit, messageClass, now) is { } block)
            return block;
        Write(db, account, api, used with { Tokens = used.Tokens - 1, DayUsed = used.DayUsed + 1 }, now);
        return null;
    }

    /// <summary>The call never reached the platform.</summary>
    public static void GiveBack(SqliteSession db, string account, string api) => db.Execute(
        "UPDATE api_limit SET tokens = tokens + 1, day_used = max(0, day_used - 1) WHERE account = $account AND api = $api", ("$account", account), ("$api", api));

    public static void Pause(SqliteSession db, string account, string api, DateTimeOffset until, string reason) => db.Execute(
        """
        INSERT INTO api_pause (account, api, paused_until, reason) VALUES ($account, $api, $until, $reason)
        ON CONFLICT (account, api) DO UPDATE SET paused_until = max(paused_until, excluded.paused_until), reason = excluded.reason
        """,
        ("$account", account), ("$api", api), ("$until", until.ToUnixTimeMilliseconds()), ("$reason", reason));

    /// <summary>Counts what fails in a row, by call, by form and over people; at some point it rests.</summary>
    public static void Note(SqliteSession db, ContactPoint person, OutboxPart part, SendOutcome outcome, DateTimeOffset now)
    {
        var account = person.Account;
        var form = part.TemplateId is { } id ? Outlook.FormKey(id) : null;
        switch (outcome)
        {
            case SendOutcome.Unknown or SendOutcome.TryAgain { CountsAsAttempt: false }:
                var failed = OneMore(db, account, part.Api);
                if (failed >= BreaksAt)
                    Pause(db, account, part.Api, now + Shorter(BreakFirst * Math.Pow(2, Math.Min(failed - BreaksAt, 10)), BreakMost), $"no answer {failed} times in a row");
                break;
            case SendOutcome.Refused { Kind: Refusal.TemplateOff } refused when form is not null:
                if (OneMore(db, account, form) is >= BreaksAt and var times)
                    Pause(db, account, form, now + FormRest, $"{refused.Code}: {refused.Why} ({times} times in a row)");
                break;
            case SendOutcome.RecipientGone { MayBeAccount: true } gone:
                OneMore(db, account, Person + person.UserId);
                if (PeopleIn(db, account) is >= PeopleAt and var people)
                    Pause(db, account, "", now + PeopleRest, $"{gone.Code}: {gone.Why} ({people} people in a row)");
                break;
            case SendOutcome.Delivered:
                db.Execute(
                    "DELETE FROM api_streak WHERE account = $account AND (scope IN ($api, $form) OR scope LIKE 'person:%')",
                    ("$account", account), ("$api", part.Api), ("$form", form ?? part.Api));
                break;
        }
    }

    private static long PeopleIn(SqliteSession db, string account) =>
        (long)db.Scalar("SELECT count(*) FROM api_streak WHERE account = $account AND scope LIKE 'person:%'", ("$account", account))!;

    private static long OneMore(SqliteSession db, string account, string scope) => (long)db.Scalar(
        """
        INSERT INTO api_streak (account, scope, in_a_row) VALUES ($account, $scope, 1)
        ON CONFLICT (account, scope) DO UPDATE SET in_a_row = in_a_row + 1 RETURNING in_a_row
        """,
        ("$account", account), ("$scope", scope))!;

    private static Block? Judge(Used used, ApiLimit limit, MessageClass messageClass, DateTimeOffset now)
    {
        var isPromotion = messageClass == MessageClass.Promotion;
        if (limit.PerDay > 0 && used.DayUsed >= limit.PerDay * (isPromotion ? 1 - DayReserve : 1))
            return new Block(MidnightAfter(now), string.Create(CultureInfo.InvariantCulture, $"the day's limit of {limit.PerDay} calls is used up"));
        var wanted = 1 + (isPromotion ? limit.PerMinute * MinuteReserve : 0);
        return limit.PerMinute > 0 && used.Tokens < wanted
            ? new Block(now + TimeSpan.FromMinutes((wanted - used.Tokens) / limit.PerMinute), string.Create(CultureInfo.InvariantCulture, $"{limit.PerMinute} calls a minute are the limit"))
            : null;
    }

    private static Used Read(SqliteSession db, string account, string api, ApiLimit limit, DateTimeOffset now)
    {
        var today = DayOf(now);
        var rows = db.Query(
            "SELECT tokens, refilled_at, day, day_used FROM api_limit WHERE account = $account AND api = $api",
            row => (Tokens: row.GetDouble(0), At: row.Moment(1), Day: row.GetInt64(2), Used: row.GetInt64(3)), ("$account", account), ("$api", api));
        if (rows.Count == 0)
            return new Used(limit.PerMinute, today, 0);
        var (tokens, at, day, used) = rows[0];
        var refilled = Math.Min(limit.PerMinute, tokens + Math.Max(0, (now - at).TotalMinutes) * limit.PerMinute);
        return new Used(refilled, today, day == today ? used : 0);
    }

    private static void Write(SqliteSession db, string account, string api, Used used, DateTimeOffset now) => db.Execute(
        """
        INSERT INTO api_limit (account, api, tokens, refilled_at, day, day_used) VALUES ($account, $api, $tokens, $now, $day, $used)
        ON CONFLICT (account, api) DO UPDATE SET tokens = excluded.tokens, refilled_at = excluded.refilled_at, day = excluded.day, day_used = excluded.day_used
        """,
        ("$account", account), ("$api", api), ("$tokens", used.Tokens), ("$now", now.ToUnixTimeMilliseconds()), ("$day", used.Day), ("$used", used.DayUsed));

    private static long DayOf(DateTimeOffset now) => DateOnly.FromDateTime(now.ToOffset(Beijing).DateTime).DayNumber;

    private static DateTimeOffset MidnightAfter(DateTimeOffset now) =>
        new DateTimeOffset(now.ToOffset(Beijing).Date.AddDays(1), Beijing).ToUniversalTime();

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    /// <param name="Day">Number of the day in Beijing.</param>
    private readonly record struct Used(double Tokens, long Day, long DayUsed);
}

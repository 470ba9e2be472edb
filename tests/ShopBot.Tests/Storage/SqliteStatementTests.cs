using ShopBot.Messaging.Outbox;
using ShopBot.Storage.Sqlite;
using ShopBot.Tests.Outbox;
using static ShopBot.Tests.Outbox.TestOutbox;

namespace ShopBot.Tests.Storage;

public sealed class SqliteStatementTests
{
    /// <summary>They hold a row for each account, or for each send under way.</summary>
    private static readonly string[] Small = ["SCAN api_pause", "SCAN account_token", "SCAN CONSTANT ROW", "SCAN message USING INDEX message_sending"];

    /// <summary>Looks at every lane, before the first message leaves.</summary>
    private const string OnceAtStart = "UPDATE lane SET token = NULL, held_until = NULL WHERE token IS NOT NULL OR held_until IS NOT NULL";

    [Fact]
    public async Task No_statement_of_messaging_reads_a_whole_table_or_sorts_one()
    {
        await using var outbox = await OpenAsync(Li, Wang);
        await WorkAsync(outbox);

        var statements = await outbox.Database.WriteAsync(db => db.Statements.ToList());
        statements.AddRange(outbox.Database.Read(db => db.Statements.ToList()));
        var plans = statements.Where(sql => sql != OnceAtStart && sql[..6] is ("SELECT" or "UPDATE" or "DELETE" or "INSERT")).Distinct()
            .ToDictionary(sql => sql, sql => outbox.Database.Read(db => Plan(db, sql)));

        Assert.True(plans.Count > 30, $"Only {plans.Count} statements were run.");
        Assert.Empty(plans.SelectMany(plan => plan.Value.Where(step => IsSlow(step, plan.Key)).Select(step => $"{step} in: {plan.Key}")));
    }

    // A person has a handful of windows, which may be sorted.
    private static bool IsSlow(string step, string sql) =>
        (step.StartsWith("SCAN ", StringComparison.Ordinal) && !Small.Contains(step))
        || (step.Contains("TEMP B-TREE", StringComparison.Ordinal) && !sql.Contains("FROM reply_window", StringComparison.Ordinal));

    /// <summary>A bit of everything that the outbox, contacts, pending events, tokens and the sweep do.</summary>
    private static async Task WorkAsync(TestOutbox outbox)
    {
        outbox.Platform.Answers(
            new SendOutcome.Delivered("p1"), new SendOutcome.Refused(Refusal.MediaExpired, "40007", "gone"), new SendOutcome.TryAgain(TimeSpan.Zero, "busy", true),
            new SendOutcome.RecipientGone("43004", "left"), new SendOutcome.Refused(Refusal.WindowShut, "45015", "shut"), new SendOutcome.Refused(Refusal.Quota, "45009", "quota"));
        await outbox.OwesOnceAsync(Li, "one", "order:1");
        await outbox.OwesAsync(Li, MessageClass.Status, "two", "three");
        await outbox.OwesAsync(Wang, MessageClass.Reply, "four");
        for (var i = 0; i < 10; i++)
        {
            await outbox.DrainAsync();
            outbox.Clock.Advance(TimeSpan.FromMinutes(1));
            await outbox.WritesAsync(Li);
            outbox.Contacts.NoteGone(Wang, outbox.Clock.GetUtcNow());
        }

        await outbox.OwesAsync(Li, MessageClass.Money, "five");
        await outbox.Store.DeferAsync(await outbox.ClaimAsync(Li), outbox.Clock.GetUtcNow(), CancellationToken.None);
        await outbox.Store.WakeAsync(Li, CancellationToken.None);
        await outbox.StartSendingAsync(Li);
        await outbox.Store.RecoverAsync(CancellationToken.None);

        var pending = new SqlitePendingEvents(outbox.Database, outbox.Clock);
        await pending.KeepAsync(Li, "1", default, CancellationToken.None);
        await pending.KeepAsync(Li, "2", default, CancellationToken.None);
        await pending.DoneAsync(Li, "1", CancellationToken.None);
        outbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await pending.TakeDueAsync(5, TimeSpan.FromMinutes(1), CancellationToken.None);
        await pending.GiveUpAsync(Li, "2", "why", CancellationToken.None);

        var tokens = new SqliteAccountTokens(outbox.Database);
        await tokens.FindUploadAsync("laundry", "m", outbox.Clock.GetUtcNow(), CancellationToken.None);
        await tokens.KeepUploadAsync("laundry", "m", "p", outbox.Clock.GetUtcNow(), CancellationToken.None);
        await tokens.ForgetUploadAsync("laundry", "p", CancellationToken.None);

        outbox.Clock.Advance(TimeSpan.FromDays(31));
        await outbox.SweepAsync();
        outbox.Clock.Advance(TimeSpan.FromDays(31));
        await outbox.SweepAsync();
    }

    private static List<string> Plan(SqliteSession db, string sql)
    {
        using var command = db.Connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (var name in System.Text.RegularExpressions.Regex.Matches(sql, @"\$[a-zA-Z]+").Select(m => m.Value).Distinct())
            command.Parameters.AddWithValue(name, 1);
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
            steps.Add(reader.GetString(3));
        return steps;
    }
}

using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Storage.Sqlite;

/// <summary>Reply windows in shop.db. Notes gather for a moment and are written together.</summary>
public sealed class SqliteContacts(SqliteDatabase database, OutboxSignal signal, TimeProvider time, ILogger<SqliteContacts> log) : BackgroundService, IContacts
{
    private const int MaxPerWrite = 2_000;

    /// <summary>Real time, whatever the clock of the shop says: it only spares the disk.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _hurry = new(0);

    /// <summary>Bounded: where the disk cannot keep up, the oldest hints are lost, which the platform's answer corrects.</summary>
    private readonly Channel<object> _notes = Channel.CreateBounded<object>(
        new BoundedChannelOptions(100_000) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest },
        dropped => (dropped as TaskCompletionSource)?.TrySetResult());

    public void NoteWindow(ReplyWindow window, DateTimeOffset openedAt) => _notes.Writer.TryWrite(new Opened(window, openedAt));

    public void NoteGone(ContactPoint contact, DateTimeOffset at) => _notes.Writer.TryWrite(new Gone(contact, at));

    public void NoteConsent(ContactPoint contact, string templateId, bool accepts, DateTimeOffset at) =>
        _notes.Writer.TryWrite(new Consent(contact, templateId, accepts, at));

    public async Task<IReadOnlyList<ReplyWindow>> OpenWindowsAsync(ContactPoint contact, DateTimeOffset now, CancellationToken ct)
    {
        // The message that opened the window may be the one that caused the send.
        await FlushAsync(ct).ConfigureAwait(false);
        return database.Read(db => db.Query(
            """
            SELECT trigger, expires_at, remaining FROM reply_window
            WHERE account = $account AND user_id = $user AND expires_at > $now AND remaining > 0 ORDER BY expires_at
            """,
            row => new ReplyWindow(contact, row.GetString(0), row.Moment(1), row.GetInt32(2)),
            ("$account", contact.Account), ("$user", contact.UserId), ("$now", now.ToUnixTimeMilliseconds())));
    }

    public async Task FlushAsync(CancellationToken ct)
    {
        // Also where nothing waits: a note may be on its way to the disk just now.
        var mark = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_notes.Writer.TryWrite(mark))
            return; // Stopped, and all that was noted is written.
        _hurry.Release();
        await mark.Task.WaitAsync(ct).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<object>(MaxPerWrite);
        while (await _notes.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            await _hurry.WaitAsync(Gathering, CancellationToken.None).ConfigureAwait(false);
            while (batch.Count < MaxPerWrite && _notes.Reader.TryRead(out var note))
                batch.Add(note);
            if (batch.Exists(note => note is not TaskCompletionSource))
                await WriteAsync(batch).ConfigureAwait(false);
            foreach (var mark in batch.OfType<TaskCompletionSource>())
                mark.TrySetResult();
            batch.Clear();
        }
    }

    private async Task WriteAsync(List<object> notes)
    {
        try
        {
            if (await database.WriteAsync(db => Write(db, notes)).ConfigureAwait(false) > 0)
                signal.Wake();
        }
        catch (Exception error)
        {
            log.LogError(error, "{Count} notes of people's windows could not be written.", notes.Count);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _notes.Writer.TryComplete();
        _hurry.Release();
        if (ExecuteTask is { } running)
            await running.WaitAsync(cancellationToken).ConfigureAwait(false);
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <returns>Lanes that were woken.</returns>
    private int Write(SqliteSession db, List<object> notes)
    {
        var woken = 0;
        foreach (var note in notes)
        {
            woken += note switch
            {
                Opened opened => Write(db, opened),
                Consent consent => Write(db, consent),
                Gone left => WriteGone(db, left),
                _ => 0,
            };
        }

        return woken;
    }

    private int WriteGone(SqliteSession db, Gone left)
    {
        var gone = left.Contact;
        if (db.Scalar(
                "SELECT 1 FROM reply_window WHERE account = $account AND user_id = $user AND opened_at > $at LIMIT 1",
                ("$account", gone.Account), ("$user", gone.UserId), ("$at", left.At.ToUnixTimeMilliseconds())) is not null)
        {
            return 0;
        }
        db.Execute("DELETE FROM reply_window WHERE account = $account AND user_id = $user", ("$account", gone.Account), ("$user", gone.UserId));
        db.Execute(
            "INSERT INTO contact_gone (account, user_id, gone_at) VALUES ($account, $user, $now) ON CONFLICT DO UPDATE SET gone_at = excluded.gone_at",
            ("$account", gone.Account), ("$user", gone.UserId), ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()));
        db.Execute("DELETE FROM notice_consent WHERE account = $account AND user_id = $user", ("$account", gone.Account), ("$user", gone.UserId));
        DropOwed(db, gone);
        return 0;
    }

    /// <summary>What was owed to somebody who left is owed no longer, also should they come back; what it said is erased. A message just being sent is refused by the platform.</summary>
    private void DropOwed(SqliteSession db, ContactPoint gone)
    {
        var owed = db.Query(
            """
            SELECT m.id FROM message m JOIN lane l ON l.account = m.account AND l.lane_key = m.lane_key
            WHERE m.account = $account AND m.lane_key = $lane AND m.state = 'ready' AND l.token IS NULL
            """,
            row => row.GetInt64(0), ("$account", gone.Account), ("$lane", gone.ToString()));
        foreach (var id in owed)
        {
            SqliteLanes.Finalise(db, id, "expired", "left", "The person left the account.", time.GetUtcNow().ToUnixTimeMilliseconds());
            db.Execute("UPDATE message SET payload = x'' WHERE id = $id", ("$id", id));
            db.Execute("DELETE FROM message_part WHERE message_id = $id", ("$id", id));
        }
    }

    private int Write(SqliteSession db, Consent consent)
    {
        var isNew = db.Execute(
            """
            INSERT INTO notice_consent (account, user_id, template_id, remaining, noted_at) VALUES ($account, $user, $template, $accepts, $at)
            ON CONFLICT DO UPDATE SET remaining = CASE WHEN $accepts THEN remaining + 1 ELSE 0 END, noted_at = excluded.noted_at
            -- A repeat of the same push accepts nothing anew.
            WHERE excluded.noted_at > notice_consent.noted_at
            """,
            ("$account", consent.Contact.Account), ("$user", consent.Contact.UserId), ("$template", consent.TemplateId), ("$accepts", consent.Accepts ? 1 : 0),
            ("$at", consent.At.ToUnixTimeMilliseconds())) > 0;
        return isNew && consent.Accepts ? WakeLane(db, consent.Contact) : 0;
    }

    private int Write(SqliteSession db, Opened opened)
    {
        var window = opened.Window;
        var left = window.Remaining - (SentMeanwhile(db, opened) ? 1 : 0);
        db.Execute(
            """
            INSERT INTO reply_window (account, user_id, trigger, expires_at, remaining, opened_at) VALUES ($account, $user, $trigger, $expires, $left, $opened)
            ON CONFLICT (account, user_id, trigger) DO UPDATE SET expires_at = excluded.expires_at, remaining = excluded.remaining, opened_at = excluded.opened_at
            -- A repeat of the same push opens nothing anew.
            WHERE excluded.expires_at > reply_window.expires_at
            """,
            ("$account", window.Contact.Account), ("$user", window.Contact.UserId), ("$trigger", window.Trigger),
            ("$expires", window.ExpiresAt.ToUnixTimeMilliseconds()), ("$left", left),
            ("$opened", opened.At.ToUnixTimeMilliseconds()));
        db.Execute("DELETE FROM contact_gone WHERE account = $account AND user_id = $user", ("$account", window.Contact.Account), ("$user", window.Contact.UserId));
        return WakeLane(db, window.Contact);
    }

    /// <summary>Whether a message to the person was under way when they opened the window: whom it was counted against only the platform knows.</summary>
    private static bool SentMeanwhile(SqliteSession db, Opened opened) => db.Scalar(
        """
        SELECT 1 FROM message m JOIN attempt a ON a.message_id = m.id
        WHERE m.account = $account AND m.lane_key = $lane AND m.route = 'service' AND (a.finished_at IS NULL OR a.finished_at >= $opened) LIMIT 1
        """,
        ("$account", opened.Window.Contact.Account), ("$lane", opened.Window.Contact.ToString()),
        ("$opened", opened.At.ToUnixTimeMilliseconds())) is not null;

    /// <summary>A lane that waits goes on; one that is being planned just now is planned once more.</summary>
    private int WakeLane(SqliteSession db, ContactPoint contact) => db.Execute(
        """
        UPDATE lane SET woken = woken + 1, ready_at = CASE WHEN hold_reason = 'window' THEN $now ELSE ready_at END, hold_reason = nullif(hold_reason, 'window')
        WHERE account = $account AND lane_key = $lane AND pending > 0
        """,
        ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()), ("$account", contact.Account), ("$lane", contact.ToString()));

    private sealed record Opened(ReplyWindow Window, DateTimeOffset At);

    private sealed record Gone(ContactPoint Contact, DateTimeOffset At);

    private sealed record Consent(ContactPoint Contact, string TemplateId, bool Accepts, DateTimeOffset At);
}

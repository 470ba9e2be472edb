using System.Collections.Concurrent;
using SQLitePCL;

namespace ShopBot.Storage.Sqlite;

/// <summary>The one writer of a database file: a thread that works off a queue and commits what waits in it together.</summary>
/// <remarks>SQLite has one writer anyway; queueing here instead of in its lock is fair, cannot run into SQLITE_BUSY and shares the disk's flush.</remarks>
internal sealed class SqliteWriter : IDisposable
{
    private const int MaxPerCommit = 64;

    private readonly BlockingCollection<Work> _queue = [];
    private readonly SqliteSession _session;
    private readonly Thread _thread;

    public SqliteWriter(SqliteSession session, string name)
    {
        _session = session;
        _thread = new Thread(Loop) { IsBackground = true, Name = $"sqlite writer {name}" };
        _thread.Start();
    }

    /// <summary>Runs <paramref name="change"/> inside a transaction and completes when it is committed.</summary>
    /// <param name="change">Runs on the writer's thread; waits for nothing but this database. An exception undoes this change alone.</param>
    /// <exception cref="InvalidOperationException">Called from within a change: waiting for it would stop the writer for ever.</exception>
    /// <exception cref="ObjectDisposedException">The database is closed.</exception>
    public Task<T> RunAsync<T>(Func<SqliteSession, T> change)
    {
        if (Thread.CurrentThread == _thread)
            throw new InvalidOperationException("A change cannot begin another change of the same database; make it part of this one.");
        var work = new Work<T>(change);
        try
        {
            _queue.Add(work);
        }
        catch (InvalidOperationException)
        {
            throw new ObjectDisposedException(nameof(SqliteWriter), "The database is closed.");
        }

        return work.Task;
    }

    private void Loop()
    {
        var batch = new List<Work>(MaxPerCommit);
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            batch.Add(first);
            while (batch.Count < MaxPerCommit && _queue.TryTake(out var next))
                batch.Add(next);
            Commit(batch);
            batch.Clear();
        }
    }

    private void Commit(List<Work> batch)
    {
        try
        {
            _session.Execute("BEGIN IMMEDIATE");
            foreach (var work in batch)
                RunOne(work);
            _session.Execute("COMMIT");
        }
        catch (Exception error)
        {
            RollBack();
            foreach (var work in batch)
                work.Fail(error);
            return;
        }

        foreach (var work in batch)
            work.Complete();
    }

    private void RunOne(Work work)
    {
        _session.Execute("SAVEPOINT work");
        if (!work.TryRun(_session))
        {
            // SQLite itself undoes everything on some errors (disk full, I/O): then all of the batch has failed for that reason.
            if (raw.sqlite3_get_autocommit(_session.Connection.Handle!) != 0)
                throw work.Error!;
            _session.Execute("ROLLBACK TO work");
        }

        _session.Execute("RELEASE work");
    }

    private void RollBack()
    {
        try
        {
            _session.Execute("ROLLBACK");
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // SQLite has already rolled back by itself (disk full, I/O error): there is no transaction left.
        }
    }

    public void Dispose()
    {
        if (_queue.IsAddingCompleted)
            return;
        _queue.CompleteAdding();
        _thread.Join();
        _session.Dispose();
        _queue.Dispose();
    }

    private abstract class Work
    {
        /// <summary>What the change threw.</summary>
        public Exception? Error { get; protected set; }

        /// <returns>False when the change threw; the error is kept for <see cref="Complete"/>.</returns>
        public abstract bool TryRun(SqliteSession session);

        public abstract void Complete();

        public abstract void Fail(Exception error);
    }

    private sealed class Work<T>(Func<SqliteSession, T> change) : Work
    {
        // Continuations must not run on the writer's thread.
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Task => _done.Task;

        public override bool TryRun(SqliteSession session)
        {
            try
            {
                _result = change(session);
                return true;
            }
            catch (Exception error)
            {
                Error = error;
                return false;
            }
        }

        public override void Complete()
        {
            if (Error is null)
                _done.TrySetResult(_result!);
            else
                _done.TrySetException(Error);
        }

        public override void Fail(Exception error) => _done.TrySetException(Error ?? error);
    }
}

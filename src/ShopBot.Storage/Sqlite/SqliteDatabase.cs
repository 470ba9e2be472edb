using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace ShopBot.Storage.Sqlite;

/// <summary>What a commit survives.</summary>
public enum Durability
{
    /// <summary>A kill of the program; a power cut may cost the last commits. For conversations.</summary>
    Normal,

    /// <summary>A power cut too. For orders, money and messages owed.</summary>
    Full,
}

/// <summary>One database file: one queued writer, readers beside it, and a lock so that no second program opens it.</summary>
public sealed class SqliteDatabase : IDisposable
{
    private readonly string _readConnection;
    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private readonly SqliteWriter _writer;
    private readonly FileStream _lock;
    private volatile bool _disposed;

    /// <param name="path">The file; it and its folder are made when missing.</param>
    /// <param name="scripts">Which of the numbered schema scripts it holds.</param>
    /// <exception cref="DatabaseInUseException">Another program has it open.</exception>
    /// <exception cref="NewerSchemaException">A newer version of this program wrote it.</exception>
    public SqliteDatabase(string path, Durability durability, SchemaSet scripts)
    {
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        _lock = TakeLock(Path + ".lock");
        SqliteSession? session = null;
        try
        {
            session = new SqliteSession(Open(SqliteOpenMode.ReadWriteCreate));
            OwnerOnly(Path);
            session.Execute("PRAGMA journal_mode=WAL");
            session.Execute(durability == Durability.Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
            session.Execute("PRAGMA journal_size_limit=67108864");
            // 16 MB between checkpoints: hot rows are rewritten in the log many times before they reach the file.
            session.Execute("PRAGMA wal_autocheckpoint=4000");
            SqliteSchema.Apply(session, scripts);
            _writer = new SqliteWriter(session, System.IO.Path.GetFileName(Path));
        }
        catch
        {
            session?.Dispose();
            _lock.Dispose();
            throw;
        }

        _readConnection = ConnectionString(SqliteOpenMode.ReadOnly);
    }

    public string Path { get; }

    /// <summary>Runs a change in a transaction of its own; see <see cref="SqliteWriter.RunAsync"/>.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> change) => _writer.RunAsync(change);

    /// <summary>Reads what is committed, on the calling thread: short queries only.</summary>
    public T Read<T>(Func<SqliteSession, T> read)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!_readers.TryTake(out var session))
            session = new SqliteSession(OpenWith(_readConnection));
        try
        {
            return read(session);
        }
        finally
        {
            _readers.Add(session);
            if (_disposed)
                CloseReaders();
        }
    }

    private SqliteConnection Open(SqliteOpenMode mode) => OpenWith(ConnectionString(mode));

    private static SqliteConnection OpenWith(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000";
        pragma.ExecuteNonQuery();
        return connection;
    }

    private string ConnectionString(SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = Path, Mode = mode, Pooling = false }.ToString();

    /// <summary>Names and addresses of customers are in it.</summary>
    private static void OwnerOnly(string path)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static FileStream TakeLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new DatabaseInUseException(path, error);
        }
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _writer.Dispose();
        CloseReaders();
        _lock.Dispose();
    }

    private void CloseReaders()
    {
        while (_readers.TryTake(out var session))
            session.Dispose();
    }
}

/// <summary>Two programs on one file would send the same messages twice.</summary>
public sealed class DatabaseInUseException(string lockFile, Exception inner)
    : Exception($"The database is in use by another running program ({lockFile}). Stop it first, or give this one another file in ConnectionStrings:Shop.", inner);

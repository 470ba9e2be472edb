using Microsoft.Data.Sqlite;
using ShopBot.Storage.Sqlite;
using ShopBot.Testing.Driving;

namespace ShopBot.Tests.Storage;

public sealed class SqliteDatabaseTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TempFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "shop.db");

    [Fact]
    public async Task A_read_after_a_write_sees_it()
    {
        using var database = Open();
        for (var i = 1; i <= 50; i++)
        {
            await PauseAsync(database, $"account {i}");
            Assert.Equal(i, Pauses(database));
        }
    }

    [Fact]
    public async Task A_change_that_fails_undoes_itself_and_leaves_its_neighbours_alone()
    {
        using var database = Open();
        using var gate = new ManualResetEventSlim();
        // While the writer stands still, the others gather into one commit.
        var first = database.WriteAsync(db =>
        {
            gate.Wait(Patience);
            return 0;
        });
        var before = PauseAsync(database, "before");
        var failing = database.WriteAsync<int>(db =>
        {
            Pause(db, "undone");
            throw new FormatException("on purpose");
        });
        var breaking = database.WriteAsync(db => db.Execute("INSERT INTO api_pause (account) VALUES ('half')"));
        var after = PauseAsync(database, "after");
        gate.Set();

        await Task.WhenAll(first, before, after).WaitAsync(Patience);
        Assert.Equal("on purpose", (await Assert.ThrowsAsync<FormatException>(() => failing)).Message);
        await Assert.ThrowsAsync<SqliteException>(() => breaking);
        Assert.Equal(["after", "before"], database.Read(db => db.Query("SELECT account FROM api_pause ORDER BY account", row => row.GetString(0))));
    }

    [Fact]
    public async Task When_the_database_gives_up_a_commit_everybody_in_it_hears_of_it_and_the_next_one_works()
    {
        using var database = Open();
        using var gate = new ManualResetEventSlim();
        var first = database.WriteAsync(db =>
        {
            gate.Wait(Patience);
            return 0;
        });
        var before = PauseAsync(database, "before");
        // As SQLite does by itself when the disk is full: the whole transaction is gone, not only this change.
        var breaking = database.WriteAsync<int>(db =>
        {
            db.Execute("ROLLBACK");
            throw new IOException("the disk is full");
        });
        var after = PauseAsync(database, "after");
        gate.Set();

        await first.WaitAsync(Patience).ContinueWith(_ => { }, TaskScheduler.Default);
        foreach (var lost in new Task[] { breaking, before, after })
            Assert.Equal("the disk is full", (await Assert.ThrowsAsync<IOException>(() => lost.WaitAsync(Patience))).Message);
        Assert.Equal(0, Pauses(database));

        await PauseAsync(database, "next").WaitAsync(Patience);
        Assert.Equal(1, Pauses(database));
    }

    [Fact]
    public async Task A_change_that_begins_another_one_is_refused_instead_of_standing_still_for_ever()
    {
        using var database = Open();

        var nested = database.WriteAsync(_ => PauseAsync(database, "inner").GetAwaiter().GetResult());

        await Assert.ThrowsAsync<InvalidOperationException>(() => nested.WaitAsync(Patience));
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        using var database = Open();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
                await PauseAsync(database, $"{worker}/{i}");
        }))).WaitAsync(Patience);

        Assert.Equal(400, Pauses(database));
    }

    [Fact]
    public void A_file_in_use_is_refused_and_free_again_when_closed()
    {
        using (Open())
            Assert.Contains("in use", Assert.Throws<DatabaseInUseException>(Open).Message, StringComparison.Ordinal);

        using var again = Open();
        Assert.Equal(0, Pauses(again));
    }

    [Fact]
    public void A_file_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        Open().Dispose();
        Raw("PRAGMA user_version=900");

        var newer = Assert.Throws<NewerSchemaException>(Open);

        Assert.Contains("900", newer.Message, StringComparison.Ordinal);
        Assert.Equal(900L, Raw("PRAGMA user_version"));
    }

    [Fact]
    public void A_refused_file_is_not_locked_afterwards()
    {
        Open().Dispose();
        var version = Raw("PRAGMA user_version");
        Raw("PRAGMA user_version=900");
        Assert.Throws<NewerSchemaException>(Open);

        Raw($"PRAGMA user_version={version}");

        Open().Dispose();
    }

    [Fact]
    public void An_older_file_gets_the_scripts_it_lacks_and_keeps_its_rows()
    {
        var scripts = SqliteSchema.Scripts(SchemaSet.Shop);
        Raw(scripts[0]);
        Raw("PRAGMA user_version=1");
        Raw("INSERT INTO api_pause (account, api, paused_until, reason) VALUES ('old', '', 0, '')");

        using var database = Open();

        Assert.Equal(1, Pauses(database));
        Assert.Equal((long)scripts.Count, database.Read(db => db.Scalar("PRAGMA user_version")));
    }

    [Fact]
    public void A_script_that_fails_leaves_the_file_as_it_was()
    {
        // The first script cannot make a table that is already there.
        Raw("CREATE TABLE operation (other TEXT)");

        Assert.Throws<SqliteException>(() => Open().Dispose());

        Assert.Equal(0L, Raw("PRAGMA user_version"));
        Assert.Equal(1L, Raw("SELECT count(*) FROM sqlite_master WHERE type = 'table'"));
    }

    [SkippableFact]
    public async Task Only_the_owner_may_read_the_files()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using var database = Open();
        await PauseAsync(database, "x");

        foreach (var file in Directory.EnumerateFiles(_folder.Path, "shop.db*").Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
#pragma warning disable CA1416 // Not reached on Windows.
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(file));
#pragma warning restore CA1416
    }

    [Fact]
    public async Task Closing_waits_for_what_is_queued_and_refuses_what_comes_after()
    {
        var database = Open();
        using var gate = new ManualResetEventSlim();
        var running = database.WriteAsync(db =>
        {
            gate.Wait(Patience);
            return 0;
        });
        var queued = Enumerable.Range(0, 200).Select(i => PauseAsync(database, $"{i}")).ToList();

        var closing = Task.Run(database.Dispose);
        gate.Set();
        await closing.WaitAsync(Patience);

        await Task.WhenAll(queued.Append(running)).WaitAsync(Patience);
        Assert.Equal(200L, Raw("SELECT count(*) FROM api_pause"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => PauseAsync(database, "late"));
        Assert.Throws<ObjectDisposedException>(() => Pauses(database));
        database.Dispose();
    }

    public void Dispose() => _folder.Dispose();

    private SqliteDatabase Open() => new(File, Durability.Full, SchemaSet.Shop);

    private static Task<int> PauseAsync(SqliteDatabase database, string account) => database.WriteAsync(db => Pause(db, account));

    private static int Pause(SqliteSession db, string account) =>
        db.Execute("INSERT INTO api_pause (account, api, paused_until, reason) VALUES ($account, '', 0, '')", ("$account", account));

    private static long Pauses(SqliteDatabase database) => (long)database.Read(db => db.Scalar("SELECT count(*) FROM api_pause"))!;

    private object? Raw(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}

using Microsoft.Data.Sqlite;

namespace ShopBot.Storage.Sqlite;

/// <summary>One open connection with its prepared statements. Used by one thread at a time.</summary>
public sealed class SqliteSession : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    internal SqliteSession(SqliteConnection connection) => Connection = connection;

    public SqliteConnection Connection { get; }

    /// <summary>Every statement this connection has run so far.</summary>
    internal IReadOnlyCollection<string> Statements => _prepared.Keys;

    /// <summary>The statement, prepared once per connection; its parameters keep no values of an earlier run that are bound again.</summary>
    /// <param name="sql">A constant text: every different one stays prepared for the connection's life.</param>
    public SqliteCommand Prepare(string sql)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            _prepared.Add(sql, command);
        }

        return command;
    }

    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Prepare(sql).Bind(values).ExecuteNonQuery();

    /// <summary>The first row's first column; null where there is no row or the column is null.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Prepare(sql).Bind(values).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>Every row, read by <paramref name="read"/>.</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var reader = Prepare(sql).Bind(values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        Connection.Dispose();
    }
}

internal static class SqliteValues
{
    public static SqliteCommand Bind(this SqliteCommand command, ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (name, value) in values)
        {
            var index = command.Parameters.IndexOf(name);
            var parameter = index >= 0 ? command.Parameters[index] : command.Parameters.Add(new SqliteParameter { ParameterName = name });
            // The type follows the value, or a column once bound as text would stay text.
            parameter.ResetSqliteType();
            parameter.Value = value ?? DBNull.Value;
        }

        return command;
    }

    public static string? TextOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static byte[] Bytes(this SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    /// <summary>Moments are stored as UTC milliseconds since 1970.</summary>
    public static DateTimeOffset Moment(this SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}

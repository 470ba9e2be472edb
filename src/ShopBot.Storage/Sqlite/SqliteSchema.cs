using System.Globalization;
using System.Reflection;

namespace ShopBot.Storage.Sqlite;

/// <summary>Which scripts a file holds: those in the folder of this name under Sqlite/Schema.</summary>
public enum SchemaSet
{
    Conversations,
    Shop,
}

/// <summary>Applies numbered SQL scripts, forward only, each once and whole.</summary>
internal static class SqliteSchema
{
    /// <exception cref="NewerSchemaException">The file's version is beyond the last script.</exception>
    public static void Apply(SqliteSession session, SchemaSet set)
    {
        var scripts = Scripts(set);
        session.Execute("BEGIN EXCLUSIVE");
        try
        {
            var version = (long)session.Scalar("PRAGMA user_version")!;
            if (version > scripts.Count)
                throw new NewerSchemaException(version, scripts.Count);
            for (var next = version; next < scripts.Count; next++)
            {
                using var command = session.Connection.CreateCommand();
                command.CommandText = scripts[(int)next];
                command.ExecuteNonQuery();
            }

            using var mark = session.Connection.CreateCommand();
            mark.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version={scripts.Count}");
            mark.ExecuteNonQuery();
            session.Execute("COMMIT");
        }
        catch
        {
            session.Execute("ROLLBACK");
            throw;
        }
    }

    /// <summary>The scripts' texts in the order of their numbers.</summary>
    public static IReadOnlyList<string> Scripts(SchemaSet set)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"Schema.{set}.";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => ReadAll(assembly, name))];
    }

    private static string ReadAll(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

/// <summary>An older program must not write into a newer one's tables.</summary>
public sealed class NewerSchemaException(long found, long known)
    : Exception($"The database has schema version {found}, this program knows {known}. Start the newer program, or restore a backup from before the update.");

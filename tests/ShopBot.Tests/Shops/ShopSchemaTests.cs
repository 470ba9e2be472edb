using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops;
using ShopBot.Testing.Shops;

namespace ShopBot.Tests.Shops;

/// <summary>The scripts make the tables; the model only says what they look like. Here both make a database and are compared.</summary>
public sealed class ShopSchemaTests : IDisposable
{
    private readonly SqliteConnection _fromModel = new("Data Source=:memory:");
    private readonly ShopDb _model;

    public ShopSchemaTests()
    {
        _fromModel.Open();
        _model = new ShopDb(new DbContextOptionsBuilder<ShopDb>().UseSqlite(_fromModel).Options, TestShop.Eunchae);
        _model.Database.EnsureCreated();
    }

    public static TheoryData<string, string> Views => new()
    {
        { "columns", "SELECT t.name, c.name, c.type, c.\"notnull\", c.pk, c.hidden FROM sqlite_master t, pragma_table_xinfo(t.name) c WHERE t.type = 'table'" },
        {
            "foreign keys",
            "SELECT t.name, f.\"from\", f.\"table\", f.\"to\", f.on_update, f.on_delete FROM sqlite_master t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'"
        },
        { "indexes", "SELECT t.name, i.name, i.\"unique\", i.origin, i.partial FROM sqlite_master t, pragma_index_list(t.name) i WHERE t.type = 'table'" },
        {
            "indexed columns",
            "SELECT t.name, i.name, x.seqno, x.name, x.\"desc\", x.coll FROM sqlite_master t, pragma_index_list(t.name) i, pragma_index_xinfo(i.name) x WHERE t.type = 'table'"
        },
        { "constraints", "SELECT t.name, replace(replace(replace(t.sql, '\"', ''), ' ', ''), char(10), '') FROM sqlite_master t WHERE t.type = 'table'" },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Scripts_and_model_make_the_same_tables(string what, string query)
    {
        await using var shop = TestShop.Open();
        var tables = _model.Model.GetEntityTypes().Select(t => t.GetTableName()!).ToHashSet();

        var scripts = shop.Database.Read(db => Lines(db.Connection, query, tables));
        var model = Lines(_fromModel, query, tables);

        Assert.NotEmpty(model);
        Assert.True(model.SequenceEqual(scripts), $"{what}: {string.Join('\n', model.Except(scripts).Select(l => "model   " + l).Concat(scripts.Except(model).Select(l => "scripts " + l)))}");
    }

    public void Dispose()
    {
        _model.Dispose();
        _fromModel.Dispose();
    }

    private static List<string> Lines(SqliteConnection connection, string query, HashSet<string> tables)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var row = command.ExecuteReader();
        var lines = new List<string>();
        while (row.Read())
        {
            if (tables.Contains(row.GetString(0)))
                lines.Add(string.Join(' ', Enumerable.Range(0, row.FieldCount).Select(row.GetValue).Select(value => value is string sql ? InAnyOrder(sql) : value)));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    // A column added later stands behind the constraints.
    private static string InAnyOrder(string sql)
    {
        if (!sql.StartsWith("CREATETABLE", StringComparison.Ordinal))
            return sql;
        var (parts, depth, from) = (new List<string>(), 0, sql.IndexOf('(', StringComparison.Ordinal) + 1);
        var begin = sql[..from];
        for (var i = from; i < sql.Length; i++)
        {
            if ((sql[i] is ',' && depth == 0) || i == sql.Length - 1)
            {
                parts.Add(sql[from..i]);
                from = i + 1;
            }
            depth += sql[i] is '(' ? 1 : sql[i] is ')' ? -1 : 0;
        }
        return begin + string.Join(',', parts.Order(StringComparer.Ordinal));
    }
}

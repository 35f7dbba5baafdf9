using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Pipeline.Benchmarks;

/// <summary>
/// What was generated into an SQLite file, moved to PostgreSQL as it is, table by table, and put there again under other ids as often as it takes. Indexes are made at the end, and
/// no rule is asked meanwhile: what is moved has been held to them.
/// </summary>
internal static class MovedDatabase
{
    // What a project is made of, and what says which portfolio it is of. Of everything else there is one, as there is of a directory.
    private static readonly string[] Copied =
    [
        "Portfolios",
        "PortfolioMembers",
        "Projects",
        "ProjectOwners",
        "ProjectTags",
        "Territories",
        "Stakeholders",
        "Holdings",
        "Transitions",
        "TransitionEffects",
        "TransitionDecisions",
        "PlanVersions",
        "PlanLines",
        "Commitments",
        "CommitmentCancellations",
        "Deliveries",
        "Evaluations",
    ];

    private static readonly string[] Renamed =
    [
        "Id",
        "ProjectId",
        "PortfolioId",
        "LeadPortfolioId",
        "TransitionId",
        "PlanVersionId",
        "CommitmentId",
        "ReversesId",
    ];

    /// <summary>Fills a migrated database.</summary>
    public static async Task FillAsync(string sqlite, string connection)
    {
        await using var db = await OpenAsync(connection);
        var indexes = await DropIndexesAsync(db);
        using var from = Sql.Open(sqlite);
        var tables = await TablesAsync(db);
        await RunAsync(db, $"TRUNCATE {Quoted(tables.Select(t => t.Table))}");
        foreach (var (table, columns) in tables)
        {
            if (
                from.One<long>("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = @t", ("@t", table))
                == 0
            )
                continue;
            var there = from.All($"SELECT name FROM pragma_table_info('{table}')", r => r.GetString(0));
            var both = columns.Where(c => there.Contains(c)).ToList();
            await using var writer = await db.BeginTextImportAsync($"COPY \"{table}\" ({Quoted(both)}) FROM STDIN");
            using var command = from.Command($"SELECT {Quoted(both)} FROM \"{table}\"");
            using var rows = command.ExecuteReader();
            var line = new StringBuilder();
            while (rows.Read())
            {
                line.Clear();
                for (var i = 0; i < both.Count; i++)
                    Write(i == 0 ? line : line.Append('\t'), rows, i);
                await writer.WriteAsync(line.Append('\n'));
            }
        }
        await EndAsync(db, indexes);
    }

    /// <summary>Puts everything there some times more, each time under ids, codes and portfolios of its own.</summary>
    public static async Task MultiplyAsync(string connection, int times)
    {
        await using var db = await OpenAsync(connection);
        var indexes = await DropIndexesAsync(db);
        foreach (var (table, columns) in (await TablesAsync(db)).Where(t => Copied.Contains(t.Table)))
        {
            var values = columns.Select(c =>
                Renamed.Contains(c)
                    ? $"overlay(\"{c}\"::text placing lpad(to_hex((get_byte(uuid_send(\"{c}\"), 15) + n) % 256), 2, '0') from 35 for 2)::uuid"
                : table == "Portfolios" && c == "Code" ? $"\"{c}\" || '-' || n"
                : $"\"{c}\""
            );
            // One round after the other, as they would have come.
            await RunAsync(
                db,
                $"INSERT INTO \"{table}\" ({Quoted(columns)}) SELECT {string.Join(", ", values)} FROM generate_series(1, {times}) AS n, LATERAL (SELECT * FROM \"{table}\" WHERE n > 0 OFFSET 0) AS t"
            );
        }
        await EndAsync(db, indexes);
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connection)
    {
        var db = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { CommandTimeout = 0 }.ToString());
        await db.OpenAsync();
        // Neither triggers nor references, for this session alone.
        await RunAsync(db, "SET session_replication_role = replica");
        await RunAsync(db, "SET maintenance_work_mem = '512MB'");
        return db;
    }

    private static async Task<List<string>> DropIndexesAsync(NpgsqlConnection db)
    {
        var (names, made) = (new List<string>(), new List<string>());
        await using (
            var command = new NpgsqlCommand(
                "SELECT i.indexname, i.indexdef FROM pg_indexes i WHERE i.schemaname = 'public' AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)",
                db
            )
        )
        await using (var rows = await command.ExecuteReaderAsync())
            while (await rows.ReadAsync())
            {
                names.Add(rows.GetString(0));
                made.Add(rows.GetString(1));
            }
        foreach (var name in names)
            await RunAsync(db, $"DROP INDEX \"{name}\"");
        return made;
    }

    private static async Task EndAsync(NpgsqlConnection db, List<string> indexes)
    {
        foreach (var index in indexes)
            await RunAsync(db, index);
        await RunAsync(db, "VACUUM ANALYZE");
    }

    private static async Task<List<(string Table, List<string> Columns)>> TablesAsync(NpgsqlConnection db)
    {
        var tables = new List<(string, List<string>)>();
        await using var command = new NpgsqlCommand(
            "SELECT table_name, array_agg(column_name::text ORDER BY ordinal_position) FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '__EFMigrationsHistory' AND is_generated = 'NEVER' GROUP BY table_name ORDER BY table_name",
            db
        );
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            tables.Add((rows.GetString(0), [.. rows.GetFieldValue<string[]>(1)]));
        return tables;
    }

    private static string Quoted(IEnumerable<string> columns) => string.Join(", ", columns.Select(c => $"\"{c}\""));

    // As COPY reads it.
    private static void Write(StringBuilder line, SqliteDataReader row, int column)
    {
        if (row.IsDBNull(column))
            line.Append("\\N");
        else if (row.GetFieldType(column) == typeof(byte[]))
            line.Append("\\\\x").Append(Convert.ToHexString(row.GetFieldValue<byte[]>(column)));
        else
            foreach (var letter in row.GetString(column))
                _ = letter switch
                {
                    '\\' => line.Append("\\\\"),
                    '\t' => line.Append("\\t"),
                    '\n' => line.Append("\\n"),
                    '\r' => line.Append("\\r"),
                    _ => line.Append(letter),
                };
    }

    private static async Task RunAsync(NpgsqlConnection db, string sql)
    {
        await using var command = new NpgsqlCommand(sql, db) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}

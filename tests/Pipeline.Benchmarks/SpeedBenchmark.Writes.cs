using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Pipeline.Benchmarks;

/// <summary>What writes: transitions and imports.</summary>
internal static partial class SpeedBenchmark
{
    private const int Moves = 32,
        GrantCount = 10_000;

    private static async IAsyncEnumerable<Measured> TransitionAsync(Setting setting)
    {
        var work = Directory.CreateDirectory(Path.Combine(setting.Small, "..", "writes")).FullName;
        var bare = Directory.CreateDirectory(Path.Combine(setting.Small, "..", "bare")).FullName;
        Copy(setting.Small, work);
        Copy(setting.Small, bare);
        List<(Guid Id, Guid Portfolio)> projects;
        using (var db = Sql.Open(Path.Combine(work, "pipeline.db")))
            projects = db.All(
                "SELECT p.Id, p.LeadPortfolioId FROM Projects p JOIN Portfolios f ON f.Id = p.LeadPortfolioId WHERE p.Standing = 1 AND f.Policy_ReviewRequired = 0 AND NOT EXISTS (SELECT 1 FROM Transitions t WHERE t.ProjectId = p.Id AND NOT EXISTS (SELECT 1 FROM TransitionEffects e WHERE e.TransitionId = t.Id) AND NOT EXISTS (SELECT 1 FROM TransitionDecisions d WHERE d.TransitionId = t.Id)) LIMIT 1540",
                r => (Guid.Parse(r.GetString(0)), Guid.Parse(r.GetString(1)))
            );
        await using var product = await Served.ProductAsync(work);
        await product.SignInAsManagerOfAsync([.. projects.Select(p => p.Portfolio).Distinct()]);
        var used = -1;
        foreach (var clients in new[] { 1, 8 })
        {
            // Each client moves projects of its own, a pause each: nobody's history grows beyond what projects have.
            var (next, nextBare) = (used, used);
            Task Product() =>
                Task.WhenAll(
                    Enumerable
                        .Range(0, clients)
                        .Select(_ =>
                            Task.Run(async () =>
                            {
                                for (var i = 0; i < Moves / clients; i++)
                                    await product.SendAsync(
                                        HttpMethod.Post,
                                        $"projects/{projects[Interlocked.Increment(ref next)].Id}/transitions",
                                        new
                                        {
                                            trigger = "hold",
                                            effectiveOn = DateOnly.FromDateTime(
                                                TimeProvider.System.GetUtcNow().UtcDateTime
                                            ),
                                            reason = "A pause",
                                        },
                                        r => r.Headers.TryAddWithoutValidation("If-Match", "*")
                                    );
                            })
                        )
                );
            Task Bare() =>
                Task.WhenAll(
                    Enumerable
                        .Range(0, clients)
                        .Select(_ =>
                            Task.Run(() =>
                            {
                                for (var i = 0; i < Moves / clients; i++)
                                    BareMove(
                                        Path.Combine(bare, "pipeline.db"),
                                        projects[Interlocked.Increment(ref nextBare)].Id.Key()
                                    );
                            })
                        )
                );
            var (a, b) = await Timing.InTurnAsync(7, Product, Bare, warmUp: clients == 1 ? 28 : 4);
            used = next;
            yield return new(
                $"a reported and effective transition, {clients} client{(clients > 1 ? "s" : "")}",
                "bare transaction, same rows",
                a / (Moves / clients * clients),
                b / (Moves / clients * clients),
                2
            );
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(to))
            File.Delete(file);
        using var source = Sql.Open(Path.Combine(from, "pipeline.db"));
        source.Run("PRAGMA wal_checkpoint(TRUNCATE)");
        source.Run("VACUUM INTO @to", ("@to", Path.Combine(to, "pipeline.db")));
        using var copy = Sql.Open(Path.Combine(to, "pipeline.db"));
        copy.Run("PRAGMA journal_mode=WAL");
    }

    // Transition, effect, project, two entries of the audit and its head: what the product writes, with texts of the same length.
    private static void BareMove(string database, string project)
    {
        var (now, id) = (TimeProvider.System.GetUtcNow(), Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).Key());
        using var db = Sql.Open(database);
        using var transaction = db.BeginTransaction();
        int Run(string sql, params (string, object?)[] more)
        {
            using var command = db.Command(
                sql,
                [("@id", id), ("@project", project), ("@now", now.UtcDateTime), .. more]
            );
            command.Transaction = transaction;
            return command.ExecuteNonQuery();
        }
        Run(
            "INSERT INTO Transitions (Id, ProjectId, Trigger, FromPhase, FromStanding, ToPhase, ToStanding, EffectiveOn, Narrative, Reason, Evidence, RequestedWaivers, TakeOver, Gate, ReportedBy, RecordedAt) SELECT @id, @project, 3, Phase, 1, Phase, 2, @now, NULL, 'A pause', '[]', '[]', NULL, '[]', @id, @now FROM Projects WHERE Id = @project"
        );
        Run(
            "INSERT INTO TransitionEffects (TransitionId, ProjectId, Sequence, Trigger, LeftPhase, ToPhase, ToStanding, EffectiveOn, Waivers, StayDays, ClockFrom, PausedOn, PhaseSince, RecordedAt) SELECT @id, @project, (SELECT COALESCE(MAX(Sequence), 0) + 1 FROM TransitionEffects WHERE ProjectId = @project), 3, Phase, Phase, 2, @now, '[]', NULL, @now, @now, PhaseSince, @now FROM Projects WHERE Id = @project"
        );
        Run("UPDATE Projects SET Standing = 3 - Standing, Version = Version + 1 WHERE Id = @project");
        foreach (var kind in new[] { "transition", "project" })
            Run(
                "INSERT INTO AuditEntries (Sequence, Action, Changes, EntityId, Hash, Kind, PreviousHash, ProjectId, RecordedAt, RequestId, UserId) SELECT MAX(Sequence) + 1, 'created', @changes, @project, @hash, @kind, @hash, @project, @now, @id, @id FROM AuditEntries",
                ("@kind", kind),
                ("@hash", new string('a', 64)),
                ("@changes", new string('x', kind == "transition" ? 600 : 60))
            );
        Run(
            "UPDATE AuditHeads SET Entries = Entries + 2, LastHash = @hash WHERE Id = 1",
            ("@hash", new string('b', 64))
        );
        transaction.Commit();
    }

    private static async IAsyncEnumerable<Measured> ImportAsync(Setting setting)
    {
        const int Rounds = 3;
        var (times, bareTimes) = (new List<double>(), new List<double>());
        var rowsWritten = 0L;
        for (var round = 0; round <= Rounds; round++)
        {
            var work = Path.Combine(setting.Small, "..", "import");
            if (Directory.Exists(work))
                Directory.Delete(work, recursive: true);
            SqliteConnection.ClearAllPools();
            Directory.CreateDirectory(work);
            await Served.CommandAsync(work, "create-admin", Served.Administrator);
            await using (var product = await Served.ProductAsync(work))
            {
                await product.SignInAsync(Served.Administrator);
                var organisation = (
                    await product.SendAsync(
                        HttpMethod.Post,
                        "organisations",
                        new { name = "A fund", actorProfile = "investor" }
                    )
                )["id"]!.GetValue<Guid>();
                var portfolio = (
                    await product.SendAsync(
                        HttpMethod.Post,
                        "portfolios",
                        new
                        {
                            code = "FUND",
                            name = "A fund",
                            organisationId = organisation,
                            currency = "EUR",
                        }
                    )
                )["id"]!.GetValue<Guid>();
                // The empty database as it is before: what the bare inserts go into.
                using (var empty = Sql.Open(Path.Combine(work, "pipeline.db")))
                    empty.Run("VACUUM INTO @to", ("@to", Path.Combine(work, "empty.db")));
                using var form = new MultipartFormDataContent
                {
                    { new ByteArrayContent(Grants()), "file", "grants.csv" },
                };
                var ms = await Timing.OnceAsync(async () =>
                {
                    using var answer = await product.Http.PostAsync(
                        new Uri($"/api/v1/imports?portfolioId={portfolio}", UriKind.Relative),
                        form
                    );
                    if (!answer.IsSuccessStatusCode)
                        throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
                });
                if (round > 0)
                    times.Add(ms);
            }
            (var bare, rowsWritten) = BareInserts(Path.Combine(work, "pipeline.db"), Path.Combine(work, "empty.db"));
            if (round > 0)
                bareTimes.Add(bare);
        }
        yield return new(
            "import of 10,000 grants",
            "bare inserts of the same rows, one transaction",
            Timing.Median(times),
            Timing.Median(bareTimes),
            3,
            Note: $"{rowsWritten:N0} rows"
        );
    }

    // Every row that the import added, read into memory first, then written by one prepared command a table, with the durability of the product. It has to
    // come out as the same rows: a yardstick that writes less is none. Files are made anew under the same names, which pooled connections would not see.
    private static (double Ms, long Rows) BareInserts(string full, string empty)
    {
        SqliteConnection.ClearAllPools();
        var tables = new List<(string Table, List<object[]> Rows, long After)>();
        using (var source = Sql.Open(full))
        using (var before = Sql.Open(empty))
            // What others hang on comes first, as foreign keys want it.
            foreach (
                var table in new[]
                {
                    "Organisations",
                    "Projects",
                    "ProjectTags",
                    "Holdings",
                    "Territories",
                    "PlanVersions",
                    "PlanLines",
                    "Commitments",
                    "AuditEntries",
                }
            )
            {
                var had = before.All($"SELECT * FROM \"{table}\"", r => r.GetValue(0).ToString()!).ToHashSet();
                var rows = source.All(
                    $"SELECT * FROM \"{table}\"",
                    r =>
                    {
                        var row = new object[r.FieldCount];
                        r.GetValues(row);
                        return row;
                    }
                );
                tables.Add((table, [.. rows.Where(row => !had.Contains(row[0].ToString()!))], rows.Count));
            }
        if (
            tables.Single(t => t.Table == "Projects").Rows.Count != GrantCount
            || tables.Single(t => t.Table == "Commitments").Rows.Count != GrantCount
        )
            throw new InvalidOperationException(
                $"The import wrote {string.Join(", ", tables.Select(t => $"{t.Rows.Count} {t.Table}"))}."
            );
        using var db = Sql.Open(empty);
        db.Run("PRAGMA journal_mode=WAL");
        db.Run("PRAGMA synchronous=FULL");
        db.Run("PRAGMA foreign_keys=ON");
        var begun = Stopwatch.GetTimestamp();
        using (var transaction = db.BeginTransaction())
        {
            foreach (var (table, rows, _) in tables.Where(t => t.Rows.Count > 0))
            {
                using var command = db.Command(
                    $"INSERT INTO \"{table}\" VALUES ({string.Join(", ", rows[0].Select((_, i) => $"@p{i}"))})",
                    [.. rows[0].Select((_, i) => ($"@p{i}", (object?)null))]
                );
                command.Transaction = transaction;
                command.Prepare();
                foreach (var row in rows)
                {
                    for (var i = 0; i < row.Length; i++)
                        command.Parameters[i].Value = row[i];
                    command.ExecuteNonQuery();
                }
            }
            transaction.Commit();
        }
        var ms = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        foreach (var (table, _, after) in tables)
            if (db.One<long>($"SELECT COUNT(*) FROM \"{table}\"") is var count && count != after)
                throw new InvalidOperationException(
                    $"The import left {after} rows in {table}, the bare inserts {count}."
                );
        return (ms, tables.Sum(t => (long)t.Rows.Count));
    }

    private static byte[] Grants()
    {
        var text = new StringBuilder(
            "Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name\r\n"
        );
        for (var i = 0; i < GrantCount; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"360G-bench-{i},Grant {i},A grant for what the neighbours do together,EUR,{1_000 + i},{new DateOnly(2020, 1, 1).AddDays(i % 366):yyyy-MM-dd},GB-CHC-{i % 4_000},Association {i % 4_000},GB-CHC-999999,The fund\r\n"
            );
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Benchmarks;

/// <summary>
/// What a headless platform would hold of the same money: one table with the columns copied that somebody sums up by, a table of tokens and one of rights. No day and no instant is
/// asked about: it knows today alone.
/// </summary>
internal static class FlatTable
{
    private static readonly string[] Groups = ["Basis, Phase, Lever", "Basis, Phase", "Basis, Lever", "Basis"];

    /// <summary>Makes it out of the product's database.</summary>
    /// <returns>A token that opens a portfolio.</returns>
    public static string Make(string database, string file, Guid portfolio)
    {
        foreach (var old in new[] { file, $"{file}-wal", $"{file}-shm" })
            File.Delete(old);
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        using var db = Sql.Open(file);
        db.Run("PRAGMA journal_mode = WAL");
        db.Run("ATTACH @from AS P", ("@from", database));
        db.Run(
            "CREATE TABLE Lines (Id INTEGER PRIMARY KEY, PortfolioId TEXT NOT NULL, ProjectId TEXT NOT NULL, ProjectCode TEXT NOT NULL, Basis INTEGER NOT NULL, Phase INTEGER NOT NULL, Lever INTEGER NOT NULL, Cents INTEGER NOT NULL)"
        );
        db.Run(
            $"INSERT INTO Lines (PortfolioId, ProjectId, ProjectCode, Basis, Phase, Lever, Cents) SELECT p.LeadPortfolioId, p.Id, p.Code, {(int)Basis.Planned}, l.Phase, l.Lever, l.Cents FROM P.Projects p JOIN P.PlanVersions v ON v.ProjectId = p.Id JOIN P.PlanLines l ON l.PlanVersionId = v.Id WHERE v.Number = (SELECT MAX(w.Number) FROM P.PlanVersions w WHERE w.ProjectId = p.Id)"
        );
        const string Delivered = "(SELECT COALESCE(SUM(d.Cents), 0) FROM P.Deliveries d WHERE d.CommitmentId = c.Id)";
        const string From = "FROM P.Commitments c JOIN P.Projects p ON p.Id = c.ProjectId";
        db.Run(
            $"INSERT INTO Lines (PortfolioId, ProjectId, ProjectCode, Basis, Phase, Lever, Cents) SELECT c.PortfolioId, p.Id, p.Code, {(int)Basis.Committed}, c.Phase, c.Lever, CASE WHEN EXISTS (SELECT 1 FROM P.CommitmentCancellations x WHERE x.CommitmentId = c.Id) THEN {Delivered} ELSE c.Cents END {From}"
        );
        db.Run(
            $"INSERT INTO Lines (PortfolioId, ProjectId, ProjectCode, Basis, Phase, Lever, Cents) SELECT c.PortfolioId, p.Id, p.Code, {(int)Basis.Delivered}, c.Phase, c.Lever, d.Cents {From} JOIN P.Deliveries d ON d.CommitmentId = c.Id"
        );
        db.Run("CREATE INDEX IX_Lines ON Lines (PortfolioId)");
        db.Run("CREATE TABLE Tokens (Hash TEXT PRIMARY KEY, UserId TEXT NOT NULL, ExpiresAt TEXT NOT NULL)");
        db.Run(
            "CREATE TABLE Rights (UserId TEXT NOT NULL, PortfolioId TEXT NOT NULL, PRIMARY KEY (UserId, PortfolioId))"
        );
        const string User = "somebody";
        db.Run("INSERT INTO Tokens VALUES (@hash, @user, '9999-12-31')", ("@hash", HashOf(token)), ("@user", User));
        db.Run("INSERT INTO Rights VALUES (@user, @portfolio)", ("@user", User), ("@portfolio", portfolio.Key()));
        db.Run("ANALYZE");
        return token;
    }

    /// <summary>Sums up for whoever holds the token, if it still holds and they may.</summary>
    /// <returns>Null for everybody else.</returns>
    public static IReadOnlyDictionary<string, long>? Sums(string file, string? authorization, Guid portfolio)
    {
        if (authorization?.Split(' ') is not ["Bearer", var token])
            return null;
        using var db = Sql.Open(file);
        var users = db.All(
            "SELECT UserId FROM Tokens WHERE Hash = @hash AND ExpiresAt > @now",
            r => r.GetString(0),
            ("@hash", HashOf(token)),
            ("@now", TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        );
        (string, object?) of = ("@portfolio", portfolio.Key());
        if (
            users is not [var user]
            || db.One<long>(
                "SELECT COUNT(*) FROM Rights WHERE UserId = @user AND PortfolioId = @portfolio",
                ("@user", user),
                of
            ) == 0
        )
            return null;
        var sums = new Dictionary<string, long>();
        foreach (var group in Groups)
            db.Each(
                $"SELECT {group}, SUM(Cents) FROM Lines WHERE PortfolioId = @portfolio GROUP BY {group}",
                r => sums[Name(r)] = r.GetInt64(r.FieldCount - 1),
                of
            );
        return sums;
    }

    /// <summary>What it answered.</summary>
    public static SortedDictionary<string, long> Of(JsonNode sums) =>
        new(
            sums.AsObject()
                .ToDictionary(s => s.Key, s => s.Value!.GetValue<long>())
                .Where(s => s.Value != 0)
                .ToDictionary(),
            StringComparer.Ordinal
        );

    private static string Name(SqliteDataReader r)
    {
        var parts = new List<string>();
        for (var i = 0; i < r.FieldCount - 1; i++)
            parts.Add(
                r.GetName(i) switch
                {
                    "Basis" => Codes.Of((Basis)r.GetInt32(i)),
                    "Phase" => Codes.Of((Phase)r.GetInt32(i)),
                    _ => Codes.Of((Lever)r.GetInt32(i)),
                }
            );
        return string.Join('.', parts);
    }

    private static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

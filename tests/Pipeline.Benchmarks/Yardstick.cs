using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pipeline.Application.Common;
using Pipeline.Application.Portfolios;
using Pipeline.Application.Projects;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Support;

namespace Pipeline.Benchmarks;

/// <summary>The bare server: an endpoint that answers nothing, one that answers a project by SQL written by hand, neither of which asks who is there, and one that sums up a flat table for who may.</summary>
internal static class Yardstick
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static async Task<int> ServeAsync(string database, string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/empty", () => Results.Ok());
        app.MapGet(
            "/sums/{id:guid}",
            (Guid id, HttpRequest request) =>
                FlatTable.Sums(
                    Path.Combine(Path.GetDirectoryName(database)!, "flat.db"),
                    request.Headers.Authorization,
                    id
                )
                    is { } sums
                    ? Results.Json(sums, Json)
                    : Results.NotFound()
        );
        app.MapGet("/projects/{id:guid}", (Guid id) => Results.Json(Project(database, id), Json));
        await app.RunAsync(address);
        return 0;
    }

    private static ProjectReply Project(string database, Guid id)
    {
        using var db = Sql.Open(database);
        (string, object?) key = ("@id", id.Key());
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        Guid Id(string text) => Guid.Parse(text);
        var territories = db.All(
            "SELECT Id, Name, Level, Region, SizeSegment, Since, Role FROM Territories WHERE ProjectId = @id ORDER BY Position",
            r => new TerritoryReply
            {
                Id = Id(r.GetString(0)),
                Name = r.GetString(1),
                Level = (TerritorialLevel)r.GetInt32(2),
                Region = r.IsDBNull(3) ? null : r.GetString(3),
                SizeSegment = r.IsDBNull(4) ? null : (SizeSegment)r.GetInt32(4),
                Since = r.IsDBNull(5) ? null : DateOnly.FromDateTime(r.GetDateTime(5)),
                Role = (TerritoryRole)r.GetInt32(6),
            },
            key
        );
        var stakeholders = db.All(
            "SELECT s.Id, s.Kind, COALESCE(s.Name, o.Name), s.OrganisationId, s.Level FROM Stakeholders s LEFT JOIN Organisations o ON o.Id = s.OrganisationId WHERE s.ProjectId = @id ORDER BY s.Position",
            r => new StakeholderReply
            {
                Id = Id(r.GetString(0)),
                Kind = (StakeholderKind)r.GetInt32(1),
                Name = r.IsDBNull(2) ? null : r.GetString(2),
                OrganisationId = r.IsDBNull(3) ? null : Id(r.GetString(3)),
                Level = r.GetInt32(4),
            },
            key
        );
        var tags = db.All(
            "SELECT Dimension, Code FROM ProjectTags WHERE ProjectId = @id AND EndedAt IS NULL ORDER BY Dimension, Position",
            r => ((TagDimension)r.GetInt32(0), r.GetString(1)),
            key
        );
        var holdings = db.All(
            "SELECT p.Id, p.Code, p.Name, h.Kind FROM Holdings h JOIN Portfolios p ON p.Id = h.PortfolioId WHERE h.ProjectId = @id AND h.EndedAt IS NULL ORDER BY h.Kind, p.Code",
            r => new HoldingReply(Id(r.GetString(0)), r.GetString(1), r.GetString(2), (HoldingKind)r.GetInt32(3)),
            key
        );
        var owners = db.All(
            "SELECT u.Id, u.Name FROM ProjectOwners o JOIN Users u ON u.Id = o.UserId WHERE o.ProjectId = @id ORDER BY u.Name",
            r => new NamedRef(Id(r.GetString(0)), r.GetString(1)),
            key
        );
        var clock = db.All(
                "SELECT PhaseSince, ClockFrom, PausedOn FROM TransitionEffects WHERE ProjectId = @id ORDER BY Sequence DESC LIMIT 1",
                r => new PhaseClock(
                    DateOnly.FromDateTime(r.GetDateTime(0)),
                    DateOnly.FromDateTime(r.GetDateTime(1)),
                    r.IsDBNull(2) ? null : DateOnly.FromDateTime(r.GetDateTime(2))
                ),
                key
            )
            .FirstOrDefault();
        var pending = db.One<long>(
            "SELECT COUNT(*) FROM Transitions t WHERE t.ProjectId = @id AND NOT EXISTS (SELECT 1 FROM TransitionDecisions d WHERE d.TransitionId = t.Id) AND NOT EXISTS (SELECT 1 FROM TransitionEffects e WHERE e.TransitionId = t.Id)",
            key
        );
        var evaluations = db.All(
            "SELECT Phase, Form, Maturity, Participants FROM Evaluations WHERE ProjectId = @id",
            r => new EvaluationFact(
                (Phase)r.GetInt32(0),
                (EvaluationForm)r.GetInt32(1),
                (EvaluationMaturity)r.GetInt32(2),
                r.GetString(3).Contains("beneficiaries", StringComparison.Ordinal)
            ),
            key
        );
        var plan = LeverTotals.Of(
            db.All(
                "SELECT l.Lever, l.Cents FROM PlanVersions v JOIN PlanLines l ON l.PlanVersionId = v.Id WHERE v.ProjectId = @id AND v.Number = (SELECT MAX(Number) FROM PlanVersions WHERE ProjectId = @id)",
                r => ((Lever)r.GetInt32(0), r.GetInt64(1)),
                key
            )
        );
        var funding = db.One<long>(
            "SELECT COALESCE(SUM(c.Cents), 0) FROM Commitments c WHERE c.ProjectId = @id AND c.Lever = 1 AND c.Phase = 2 AND NOT EXISTS (SELECT 1 FROM CommitmentCancellations x WHERE x.CommitmentId = c.Id)",
            key
        );
        ProjectReply? reply = null;
        db.Each(
            "SELECT p.*, o.Name AS OwnerName, f.Policy_CapacityBuildingTarget AS Target, f.Policy_EvaluationCeiling AS Ceiling, (SELECT COALESCE(SUM(d.Cents), 0) FROM Commitments c JOIN Deliveries d ON d.CommitmentId = c.Id WHERE c.ProjectId = p.Id AND c.Phase = p.Phase) AS Delivered FROM Projects p JOIN Organisations o ON o.Id = p.OwnerOrganisationId JOIN Portfolios f ON f.Id = p.LeadPortfolioId WHERE p.Id = @id",
            r =>
            {
                string? Text(string column) => r.GetOrdinal(column) is var i && r.IsDBNull(i) ? null : r.GetString(i);
                int Number(string column) => r.GetInt32(r.GetOrdinal(column));
                DateOnly Day(string column) => DateOnly.FromDateTime(r.GetDateTime(r.GetOrdinal(column)));
                var (phase, standing, owner) = (
                    (Phase)Number("Phase"),
                    (Standing)Number("Standing"),
                    Id(Text("OwnerOrganisationId")!)
                );
                var (need, hypotheses) = (
                    new Need(Text("Need_Problem"), Text("Need_Beneficiaries")),
                    JsonSerializer.Deserialize<List<string>>(Text("SolutionHypotheses")!, Json)!
                );
                var model = new Model(
                    Text("Model_ValueProposition"),
                    Text("Model_ValueChain"),
                    Text("Model_EconomicModel"),
                    Text("Model_Positioning"),
                    Text("Model_ActorRoles"),
                    Text("Model_Governance"),
                    Text("Model_TechnicalFramework")
                );
                var takeOver = Text("TakeOver") is { } json ? JsonSerializer.Deserialize<TakeOver>(json, Json) : null;
                var economic = (SocioEconomicModel)Number("SocioEconomicModel");
                var policy = LifecyclePolicy.Default with
                {
                    CapacityBuildingTarget = r.GetDecimal(r.GetOrdinal("Target")),
                    EvaluationCeiling = r.GetDecimal(r.GetOrdinal("Ceiling")),
                };
                var facts = new GateFacts(
                    phase,
                    today,
                    need,
                    hypotheses.Count,
                    territories.Count,
                    territories.Count(t => t.Since is null || t.Since <= today),
                    model,
                    economic,
                    takeOver,
                    "EUR",
                    funding,
                    r.GetInt64(r.GetOrdinal("Delivered")),
                    plan.Of(RatioKind.CapacityBuilding),
                    plan.Of(RatioKind.Evaluation),
                    evaluations
                );
                var permitted =
                    pending > 0
                        ? []
                        : Enum.GetValues<Trigger>()
                            .Where(t =>
                                Lifecycle.Find(new(phase, standing), t) is { } move
                                && (move.Gate?.Judge(facts, policy) ?? []).All(c => !c.Blocks)
                            )
                            .ToList();
                reply = new(
                    id,
                    Text("Code")!,
                    Text("Name")!,
                    Text("Summary"),
                    phase,
                    phase.StageOf(),
                    standing,
                    Day("PhaseSince"),
                    (clock ?? PhaseClock.Start(Day("StartedOn"))).DaysUntil(today),
                    Day("StartedOn"),
                    economic,
                    new(need.Problem, need.Beneficiaries),
                    hypotheses,
                    new(
                        model.ValueProposition,
                        model.ValueChain,
                        model.EconomicModel,
                        model.Positioning,
                        model.ActorRoles,
                        model.Governance,
                        model.TechnicalFramework
                    ),
                    territories,
                    stakeholders,
                    [
                        .. Enum.GetValues<StakeholderKind>()
                            .Select(kind =>
                            {
                                var (level, expected) = (
                                    stakeholders
                                        .Where(s => s.Kind == kind)
                                        .Select(s => s.Level)
                                        .DefaultIfEmpty(0)
                                        .Max(),
                                    StakeholderTable.Expected(kind, phase.StageOf())
                                );
                                return new StakeholderGap(kind, level, expected, expected - level);
                            }),
                    ],
                    [
                        .. tags.Where(t => t.Item1 == TagDimension.Sdg)
                            .Select(t => int.Parse(t.Item2, System.Globalization.CultureInfo.InvariantCulture)),
                    ],
                    [.. tags.Where(t => t.Item1 == TagDimension.Domain).Select(t => t.Item2)],
                    takeOver is null ? null : new(takeOver.Kind, takeOver.OrganisationId, takeOver.Name),
                    owner,
                    new(owner, Text("OwnerName")!),
                    holdings,
                    owners,
                    r.GetInt64(r.GetOrdinal("Version")),
                    permitted
                );
            },
            key
        );
        return reply!;
    }
}

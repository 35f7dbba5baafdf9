using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Benchmarks;

/// <summary>
/// What the dashboard is held against: the same figures as of now, by SQL written by hand and read through ADO.NET, each row once, ids left as the text
/// that they are. Summed up where that is quicker than a second query.
/// </summary>
internal sealed class HandDashboard
{
    private const string Held = "FROM Holdings h JOIN {0} ON {1} WHERE h.PortfolioId = @p AND h.EndedAt IS NULL";

    private static readonly TagDimension[] Dimensions = [TagDimension.Sdg, TagDimension.Domain, TagDimension.Region];

    private readonly SortedDictionary<string, long> _figures = new(StringComparer.Ordinal);

    /// <summary>Figures by their names in the dashboard's JSON; amounts in cents.</summary>
    public static SortedDictionary<string, long> Read(string database, Guid portfolio, DateOnly today)
    {
        var hand = new HandDashboard();
        using var connection = Sql.Open(database);
        hand.Read(connection, portfolio.Key(), today);
        return hand._figures;
    }

    /// <summary>The same figures out of the product's answer.</summary>
    public static SortedDictionary<string, long> Of(JsonNode d)
    {
        var figures = new SortedDictionary<string, long>(StringComparer.Ordinal);
        void Put(string name, JsonNode? value, int scale = 1)
        {
            if (value is not null && value.GetValue<decimal>() is not 0 and var v)
                figures[name] = (long)(v * scale);
        }
        foreach (var list in new[] { "byPhase", "byStanding" })
        foreach (var (code, count) in d["projects"]![list]!.AsObject())
            Put($"{list}.{code}", count);
        foreach (var basis in new[] { "planned", "committed", "delivered" })
        {
            foreach (var line in d["money"]![basis]!.AsArray())
                Put($"{basis}.{line!["phase"]}.{line["lever"]}", line["amount"]!["amount"], 100);
            foreach (var (dimension, lines) in d["breakdown"]!.AsObject())
            foreach (var line in lines!.AsArray())
                Put($"{dimension}.{line!["code"]}.{basis}", line[basis]?["amount"], 100);
        }
        foreach (var (dimension, lines) in d["breakdown"]!.AsObject())
        foreach (var line in lines!.AsArray())
            Put($"{dimension}.{line!["code"]}", line["projects"]);
        foreach (var step in d["funnel"]!.AsArray())
            Put($"funnel.{step!["phase"]}", step["reached"]);
        foreach (var stay in d["timeInPhase"]!.AsArray())
        {
            Put($"stays.{stay!["phase"]}", stay["stays"]);
            Put($"median.{stay["phase"]}", stay["median"], 10);
            Put($"p90.{stay["phase"]}", stay["p90"], 10);
        }
        foreach (var month in d["transitionsByMonth"]!.AsArray())
        foreach (var (trigger, count) in month!["byTrigger"]!.AsObject())
            Put($"{month["month"]}.{trigger}", count);
        foreach (var (kind, count) in d["attentionTotals"]!.AsObject())
            Put($"attention.{kind}", count);
        return figures;
    }

    private void Add(string name, long by = 1)
    {
        if (by != 0)
            _figures[name] = _figures.GetValueOrDefault(name) + by;
    }

    private void Read(SqliteConnection db, string portfolio, DateOnly today)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        (string, object?) p = ("@p", portfolio);
        var policy = LifecyclePolicy.Default;
        db.Each(
            "SELECT Policy_CapacityBuildingTarget, Policy_EvaluationCeiling, Policy_Severities FROM Portfolios WHERE Id = @p",
            r => policy = policy with { CapacityBuildingTarget = r.GetDecimal(0), EvaluationCeiling = r.GetDecimal(1) },
            p
        );

        var projects = new Dictionary<string, Project>();
        db.Each(
            string.Format(
                CultureInfo.InvariantCulture,
                "SELECT p.Id, p.Phase, p.Standing, p.StartedOn, p.LeadPortfolioId = @p " + Held,
                "Projects p",
                "p.Id = h.ProjectId"
            ),
            r =>
            {
                var project = new Project
                {
                    Phase = (Phase)r.GetInt32(1),
                    Standing = (Standing)r.GetInt32(2),
                    Clock = Day(r, 3),
                    Led = r.GetBoolean(4),
                };
                projects[r.GetString(0)] = project;
                Add($"byPhase.{Codes.Of(project.Phase)}");
                Add($"byStanding.{Codes.Of(project.Standing)}");
            },
            p
        );
        Add("funnel.conception", projects.Count);
        Moves(db, p, projects, today);
        Money(db, p, projects, policy, today);
        Reviews(db, p, now);
        Warnings(db, p, projects);
    }

    private void Moves(SqliteConnection db, (string, object?) p, Dictionary<string, Project> projects, DateOnly today)
    {
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-23);
        var stays = new Dictionary<Phase, List<int>>();
        db.Each(
            string.Format(
                CultureInfo.InvariantCulture,
                "SELECT e.ProjectId, e.Trigger, e.LeftPhase, e.ToPhase, e.EffectiveOn, e.StayDays, e.ClockFrom "
                    + Held
                    + " ORDER BY e.ProjectId, e.Sequence",
                "TransitionEffects e",
                "e.ProjectId = h.ProjectId"
            ),
            r =>
            {
                var (project, trigger, to) = (projects[r.GetString(0)], (Trigger)r.GetInt32(1), (Phase)r.GetInt32(3));
                if (trigger == Trigger.Advance && project.Reached.Add(to))
                    Add($"funnel.{Codes.Of(to)}");
                if (!r.IsDBNull(5))
                    (
                        stays.TryGetValue((Phase)r.GetInt32(2), out var list) ? list : stays[(Phase)r.GetInt32(2)] = []
                    ).Add(r.GetInt32(5));
                if (Day(r, 4) is var on && on >= first)
                    Add($"{on:yyyy-MM}.{Codes.Of(trigger)}");
                project.Clock = Day(r, 6);
            },
            p
        );
        var limits = new Dictionary<Phase, DateOnly>();
        foreach (var (phase, days) in stays)
        {
            days.Sort();
            var p90 = At(days, 0.9m);
            Add($"stays.{Codes.Of(phase)}", days.Count);
            Add($"median.{Codes.Of(phase)}", (long)(At(days, 0.5m) * 10));
            Add($"p90.{Codes.Of(phase)}", (long)(p90 * 10));
            limits[phase] = today.AddDays(-(int)decimal.Floor(p90));
        }
        Add(
            "attention.phase_overdue",
            projects.Values.Count(x =>
                x.Standing == Standing.Active && limits.TryGetValue(x.Phase, out var limit) && x.Clock < limit
            )
        );
    }

    private void Money(
        SqliteConnection db,
        (string, object?) p,
        Dictionary<string, Project> projects,
        LifecyclePolicy policy,
        DateOnly today
    )
    {
        db.Each(
            string.Format(
                CultureInfo.InvariantCulture,
                "SELECT v.ProjectId, l.Phase, l.Lever, l.Cents "
                    + Held
                    + " AND h.Kind = 1 AND NOT EXISTS (SELECT 1 FROM PlanVersions w WHERE w.ProjectId = v.ProjectId AND w.Number > v.Number)",
                "PlanVersions v",
                "v.ProjectId = h.ProjectId JOIN PlanLines l ON l.PlanVersionId = v.Id"
            ),
            r =>
                Line(
                    projects[r.GetString(0)],
                    Basis.Planned,
                    (Phase)r.GetInt32(1),
                    (Lever)r.GetInt32(2),
                    r.GetInt64(3)
                ),
            p
        );
        db.Each(
            "SELECT c.ProjectId, c.Phase, c.Lever, c.Cents, c.EndsOn, x.CommitmentId IS NOT NULL, (SELECT COALESCE(SUM(d.Cents), 0) FROM Deliveries d WHERE d.CommitmentId = c.Id), c.Instrument FROM Commitments c LEFT JOIN CommitmentCancellations x ON x.CommitmentId = c.Id WHERE c.PortfolioId = @p",
            r =>
            {
                var (project, phase, lever, cents, cancelled, delivered) = (
                    projects[r.GetString(0)],
                    (Phase)r.GetInt32(1),
                    (Lever)r.GetInt32(2),
                    r.GetInt64(3),
                    r.GetBoolean(5),
                    r.GetInt64(6)
                );
                Line(project, Basis.Committed, phase, lever, cancelled ? delivered : cents);
                Line(project, Basis.Delivered, phase, lever, delivered);
                var instrument = Codes.Of((Instrument)r.GetInt32(7));
                Add($"instrument.{instrument}.committed", cancelled ? delivered : cents);
                Add($"instrument.{instrument}.delivered", delivered);
                if (!cancelled && !r.IsDBNull(4) && Day(r, 4) < today && delivered < cents)
                    Add("attention.commitment_undelivered");
            },
            p
        );
        foreach (var project in projects.Values.Where(x => x.Standing is Standing.Active or Standing.OnHold))
        {
            var totals = LeverTotals.Of(project.Committed);
            if (
                project.Phase >= Phase.Modelling
                && RatioPolicy.StatusOf(
                    RatioKind.CapacityBuilding,
                    totals.Of(RatioKind.CapacityBuilding),
                    policy.CapacityBuildingTarget
                ) == RatioStatus.Missed
            )
                Add("attention.capacity_building_missed");
            if (
                RatioPolicy.StatusOf(RatioKind.Evaluation, totals.Of(RatioKind.Evaluation), policy.EvaluationCeiling)
                == RatioStatus.Missed
            )
                Add("attention.evaluation_missed");
        }
        db.Each(
            string.Format(
                CultureInfo.InvariantCulture,
                "SELECT t.ProjectId, t.Dimension, t.Code, t.Position, t.Of "
                    + Held
                    + " AND t.EndedAt IS NULL AND t.Dimension <= 3",
                "ProjectTags t",
                "t.ProjectId = h.ProjectId"
            ),
            r =>
            {
                var (project, dimension, code) = (
                    projects[r.GetString(0)],
                    (TagDimension)r.GetInt32(1),
                    r.GetString(2)
                );
                var (position, of) = (r.GetInt32(3), r.GetInt32(4));
                project.Tagged |= 1 << (int)dimension;
                Add($"{Codes.Of(dimension)}.{code}");
                foreach (var basis in Enum.GetValues<Basis>())
                    Add(
                        $"{Codes.Of(dimension)}.{code}.{Codes.Of(basis)}",
                        project.Sums[(int)basis] / of + (position < project.Sums[(int)basis] % of ? 1 : 0)
                    );
            },
            p
        );
        foreach (var project in projects.Values)
        foreach (var dimension in Dimensions.Where(d => (project.Tagged & (1 << (int)d)) == 0))
        {
            Add($"{Codes.Of(dimension)}.none");
            foreach (var basis in Enum.GetValues<Basis>())
                Add($"{Codes.Of(dimension)}.none.{Codes.Of(basis)}", project.Sums[(int)basis]);
        }
    }

    private void Line(Project project, Basis basis, Phase phase, Lever lever, long cents)
    {
        Add($"{Codes.Of(basis)}.{Codes.Of(phase)}.{Codes.Of(lever)}", cents);
        project.Sums[(int)basis] += cents;
        if (basis == Basis.Committed)
            project.Committed.Add((lever, cents));
    }

    private void Reviews(SqliteConnection db, (string, object?) p, DateTime now) =>
        db.Each(
            string.Format(
                CultureInfo.InvariantCulture,
                "SELECT COUNT(*) "
                    + Held
                    + " AND h.Kind = 1 AND t.RecordedAt < @before AND NOT EXISTS (SELECT 1 FROM TransitionDecisions d WHERE d.TransitionId = t.Id) AND NOT EXISTS (SELECT 1 FROM TransitionEffects e WHERE e.TransitionId = t.Id)",
                "Transitions t",
                "t.ProjectId = h.ProjectId"
            ),
            r => Add("attention.review_overdue", r.GetInt64(0)),
            p,
            ("@before", now.Date.AddDays(-14))
        );

    // Only criteria that warn by default are looked at: of the gates out of experimentation, modelling and scaling-out. The last two ask for what modules
    // keep (a trajectory, an impact that somebody looked at), and the generated projects have none.
    private void Warnings(SqliteConnection db, (string, object?) p, Dictionary<string, Project> projects)
    {
        db.Each(
            string.Format(
                CultureInfo.InvariantCulture,
                "SELECT e.ProjectId, e.Participants " + Held,
                "Evaluations e",
                "e.ProjectId = h.ProjectId"
            ),
            r =>
                projects[r.GetString(0)].Beneficiaries |= r.GetString(1)
                    .Contains("beneficiaries", StringComparison.Ordinal),
            p
        );
        db.Each(
            string.Format(
                CultureInfo.InvariantCulture,
                "SELECT d.Kind " + Held,
                "DocumentVersions d",
                "d.ProjectId = h.ProjectId"
            ),
            r =>
                throw new InvalidOperationException(
                    $"A module keeps {r.GetString(0)} of these projects, which this yardstick does not read."
                ),
            p
        );
        db.Each(
            string.Format(
                CultureInfo.InvariantCulture,
                "SELECT c.ProjectId, SUM(d.Cents) " + Held + " AND p.LeadPortfolioId = @p GROUP BY c.ProjectId",
                "Projects p",
                "p.Id = h.ProjectId JOIN Commitments c ON c.ProjectId = p.Id AND c.Phase = p.Phase JOIN Deliveries d ON d.CommitmentId = c.Id"
            ),
            r => projects[r.GetString(0)].DeliveredInPhase = r.GetInt64(1),
            p
        );
        Add(
            "attention.warnings_open",
            projects.Values.Count(x =>
                x is { Led: true, Standing: Standing.Active }
                && (
                    x.Phase switch
                    {
                        Phase.Experimentation => !x.Beneficiaries || x.DeliveredInPhase <= 0,
                        Phase.Modelling or Phase.ScalingOut => true,
                        _ => false,
                    }
                )
            )
        );
    }

    private static decimal At(List<int> days, decimal share)
    {
        var rank = share * (days.Count - 1);
        var (low, high) = (days[(int)decimal.Floor(rank)], days[(int)decimal.Ceiling(rank)]);
        return decimal.Round(low + (rank - decimal.Floor(rank)) * (high - low), 1, MidpointRounding.AwayFromZero);
    }

    private static DateOnly Day(SqliteDataReader r, int column) => DateOnly.FromDateTime(r.GetDateTime(column));

    private sealed class Project
    {
        public Phase Phase { get; init; }
        public Standing Standing { get; init; }
        public DateOnly Clock { get; set; }
        public bool Led { get; init; }
        public HashSet<Phase> Reached { get; } = [];
        public long[] Sums { get; } = new long[4];
        public List<(Lever, long)> Committed { get; } = [];
        public int Tagged { get; set; }
        public bool Beneficiaries { get; set; }
        public long DeliveredInPhase { get; set; }
    }
}

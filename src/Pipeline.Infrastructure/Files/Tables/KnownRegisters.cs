using Pipeline.Application.Exports;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Tables.Modules;

namespace Pipeline.Infrastructure.Files.Tables;

/// <summary>A register, as a sheet of the portfolio's workbook or by itself.</summary>
/// <param name="Table">Name of the Excel table.</param>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Columns">What it shows.</param>
public sealed record Register<TRow>(string Table, Text Sheet, IReadOnlyList<Column<TRow>> Columns);

/// <summary>The registers, by the type of their rows.</summary>
public static class KnownRegisters
{
    private static readonly object[] All =
    [
        new Register<ProjectRow>("Projects", Named(n => n.Projects), Columns.Projects),
        new Register<TransitionRow>("Transitions", Named(n => n.Transitions), Columns.Transitions),
        new Register<PlanRow>("PlanLines", Named(n => n.Plan), Columns.Plan),
        new Register<CommitmentRow>("Commitments", Named(n => n.Commitments), Columns.Commitments),
        new Register<DeliveryRow>("Deliveries", Named(n => n.Deliveries), Columns.Deliveries),
        new Register<RatioRow>("RatioLines", Named(n => n.Ratios), Columns.Ratios),
        new Register<EvaluationRow>("Evaluations", Named(n => n.Evaluations), Columns.Evaluations),
        AgreementRegister.Register,
        EvaluationPlanRegister.Register,
        EconomicsRegister.Register,
        AllianceRegister.Register,
        ImpactRegister.Register,
        IndicatorRegister.Register,
        TerritoryRegister.Register,
        RiskRegister.Register,
        ProgressRegister.Register,
        CohortRegister.Register,
        ObservatoryRegister.Register,
        CubeRegister.Register,
    ];

    /// <summary>The register of these rows.</summary>
    /// <exception cref="InvalidOperationException">These rows make no register.</exception>
    public static Register<TRow> Of<TRow>() => All.OfType<Register<TRow>>().Single();

    private static Text Named(Func<SheetNames, string> name) =>
        new(name(SheetNames.In(Language.En)), name(SheetNames.In(Language.Fr)));
}

using Pipeline.Domain.Common;

namespace Pipeline.Domain.Closings;

/// <summary>What a closing keeps.</summary>
public enum ClosingFileKind
{
    /// <summary>The dashboard, as JSON.</summary>
    [Label("Dashboard", "Tableau de bord")]
    Dashboard = 1,

    /// <summary>The workbook of the portfolio.</summary>
    [Label("Workbook", "Classeur")]
    Workbook,
}

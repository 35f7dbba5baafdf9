namespace Pipeline.Application.Modules;

/// <summary>The rows of a module's sheet, whatever their type.</summary>
public abstract class ModuleSheet
{
    /// <summary>A sheet of rows.</summary>
    /// <param name="rows">Made while they are written, and kept by nobody: they are gone before a collection of the memory finds them.</param>
    public static ModuleSheet Of<TRow>(IEnumerable<TRow> rows) => new Rows<TRow>(rows);

    /// <summary>Whether it has any rows.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>Hands the rows over with their type.</summary>
    public abstract TResult Accept<TResult>(IModuleSheetVisitor<TResult> visitor);

    private sealed class Rows<TRow>(IEnumerable<TRow> rows) : ModuleSheet
    {
        public override bool IsEmpty { get; } = !rows.Any();

        public override TResult Accept<TResult>(IModuleSheetVisitor<TResult> visitor) => visitor.Visit(rows);
    }
}

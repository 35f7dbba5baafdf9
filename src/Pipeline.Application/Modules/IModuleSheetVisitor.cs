namespace Pipeline.Application.Modules;

/// <summary>Whoever writes or describes a module's sheet.</summary>
public interface IModuleSheetVisitor<out TResult>
{
    /// <summary>Takes its rows.</summary>
    TResult Visit<TRow>(IEnumerable<TRow> rows);
}

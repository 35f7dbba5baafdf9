using Pipeline.Application.Records;

namespace Pipeline.Application.Modules;

/// <summary>
/// What a module adds to the common views, from its own folder (docs/adr/0030): all of them read the same records of the same view, and ask every module.
/// What a module does not have it leaves out.
/// </summary>
public interface IModule
{
    /// <summary>What should be looked at.</summary>
    IEnumerable<Notice> Attention(RecordsInView records) => [];

    /// <summary>What is due, done things left out.</summary>
    IEnumerable<DueItem> Deadlines(RecordsInView records) => [];

    /// <summary>What should be looked at, for a module that needs more than the records to know.</summary>
    ValueTask<IEnumerable<Notice>> AttentionAsync(RecordsInView records, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Attention(records));

    /// <summary>What is due, for a module that needs more than the records to know.</summary>
    ValueTask<IEnumerable<DueItem>> DeadlinesAsync(RecordsInView records, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Deadlines(records));

    /// <summary>What is due of portfolios themselves, as far as the caller sees it.</summary>
    /// <param name="portfolioId">Of this one; null for all.</param>
    ValueTask<IEnumerable<DueItem>> PortfolioDeadlinesAsync(Guid? portfolioId, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IEnumerable<DueItem>>([]);

    /// <summary>The module's sheets of the workbook, in their order; those without rows are left out of it.</summary>
    ValueTask<IReadOnlyList<ModuleSheet>> SheetsAsync(RecordsInView records, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ModuleSheet>>([]);
}

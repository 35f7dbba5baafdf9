using Pipeline.Domain.Common;

namespace Pipeline.Application.Exports;

/// <summary>In which form a register goes out.</summary>
public enum RegisterFormat
{
    /// <summary>An Excel workbook of one sheet.</summary>
    Xlsx = 1,

    /// <summary>Comma-separated values, for programs and for Excel alike.</summary>
    Csv,

    /// <summary>An array of flat JSON objects, for connections that are refreshed.</summary>
    Json,
}

/// <summary>Writes a register while its rows come: the memory needed does not grow with them.</summary>
public interface IRegisterWriter
{
    /// <summary>Writes all rows. The target is written to asynchronously alone, need not be seekable, and stays open.</summary>
    /// <typeparam name="TRow"><see cref="ProjectRow"/>, <see cref="CommitmentRow"/>, <see cref="DeliveryRow"/> or <see cref="TransitionRow"/>.</typeparam>
    /// <exception cref="OperationCanceledException">Nobody reads any more; rows that were not read yet are not asked for.</exception>
    Task WriteAsync<TRow>(
        IAsyncEnumerable<TRow> rows,
        RegisterFormat format,
        Language language,
        Stream target,
        CancellationToken cancellationToken
    );
}

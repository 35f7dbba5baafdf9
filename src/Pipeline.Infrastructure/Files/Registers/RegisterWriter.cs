using Pipeline.Application.Exports;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Registers;

/// <summary>Writes registers as XLSX, CSV or JSON while their rows come (docs/adr/0004).</summary>
public sealed class RegisterWriter : IRegisterWriter
{
    /// <summary>Rows after which a workbook goes on in another sheet: Excel's sheets end at 1,048,576.</summary>
    public int RowsPerSheet { get; init; } = 1_000_000;

    /// <inheritdoc />
    public async Task WriteAsync<TRow>(
        IAsyncEnumerable<TRow> rows,
        RegisterFormat format,
        Language language,
        Stream target,
        CancellationToken cancellationToken
    )
    {
        var register = KnownRegisters.Of<TRow>();
        await using var gathered = new GatheringStream(target);
        if (format == RegisterFormat.Csv)
            await new CsvRegister<TRow>(register, language).WriteAsync(rows, gathered, cancellationToken);
        else if (format == RegisterFormat.Json)
            await new JsonRegister<TRow>(register, language).WriteAsync(rows, gathered, cancellationToken);
        else
            await new XlsxRegister<TRow>(register, language, RowsPerSheet).WriteAsync(
                rows,
                gathered,
                cancellationToken
            );
        await gathered.FlushAsync(cancellationToken);
    }
}

using System.Globalization;
using CsvHelper;
using Pipeline.Application.Exports;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Workbooks;

/// <summary>The regulatory format of subsidy agreements: comma, decimal point, one line a beneficiary (docs/subsidies.md).</summary>
internal sealed class SubsidyWriter : ISubsidyWriter
{
    private static readonly string[] Headings =
    [
        "nomAttribuant",
        "idAttribuant",
        "dateConvention",
        "referenceDecision",
        "nomBeneficiaire",
        "idBeneficiaire",
        "objet",
        "montant",
        "nature",
        "conditionsVersement",
        "datesPeriodeVersement",
        "idRAE",
        "notificationUE",
        "pourcentageSubvention",
    ];

    public void Write(IReadOnlyList<SubsidyRow> rows, Stream target)
    {
        using var writer = CsvWriter.Create(target, CsvWriterOptions.Default, leaveOpen: true);
        writer.WriteRecord(Headings);
        foreach (var row in rows)
            writer.WriteRecord(Array.ConvertAll(Cells(row), FormulaText.Guarded));
    }

    private static string[] Cells(SubsidyRow r) =>
        [
            r.Funder,
            r.FunderSiret ?? "",
            Day(r.AgreedOn),
            r.Reference,
            r.Beneficiary,
            r.BeneficiarySiret ?? "",
            r.Purpose,
            (r.Cents / 100m).ToString("0.00", CultureInfo.InvariantCulture),
            r.InKind ? "aide en nature" : "aide en numéraire",
            r.Starts == r.Ends ? "unique" : "échelonné",
            r.Starts == r.Ends ? Day(r.Starts) : $"{Day(r.Starts)}_{Day(r.Ends)}",
            // Not recorded: no link to the register of aid, no notification. Each commitment has one beneficiary, hence the whole of it.
            "",
            "non",
            "1",
        ];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

namespace Pipeline.Application.Imports;

/// <summary>Faults as they are told: one by one, and of very many equal ones the rest in one line, with their number and their rows.</summary>
internal static class FaultList
{
    /// <summary>How many equal faults are told one by one.</summary>
    private const int OneByOne = 20;

    /// <summary>In the order of the file.</summary>
    public static IReadOnlyList<ImportFault> Of(IEnumerable<ImportFault> faults) =>
        [
            .. faults
                .GroupBy(f => (f.Sheet, f.Column, f.Refusal.Code))
                .SelectMany(kind => Told([.. kind]))
                .OrderBy(f => f.Row),
        ];

    private static List<ImportFault> Told(List<ImportFault> kind)
    {
        if (kind.Count <= OneByOne + 1)
            return kind;
        var rest = kind.Skip(OneByOne).ToList();
        var rows = RowList.Of(rest.Select(f => f.Row).OfType<int>());
        return
        [
            .. kind.Take(OneByOne),
            rest[0] with
            {
                Refusal = rest[0]
                    .Refusal.Saying(
                        new(
                            $"The same in {rest.Count} more rows: {rows}.",
                            $"De même à {rest.Count} autres lignes : {rows}."
                        )
                    ),
            },
        ];
    }
}

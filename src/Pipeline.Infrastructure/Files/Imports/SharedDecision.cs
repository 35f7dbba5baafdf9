namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>The lines of one decision that have a part of it each.</summary>
internal sealed class SharedDecision
{
    // Shares are rounded to the hundredth, and so that they add up to 1: a third is 0.33 or 0.34.
    private const decimal Rounding = 0.01m;

    private readonly List<(decimal Amount, decimal Share)> _lines = [];
    private SharedAmounts? _amounts;

    /// <summary>The true rows of all its lines.</summary>
    public List<int> Rows { get; } = [];

    /// <summary>Adds a line.</summary>
    /// <param name="row">Its true row.</param>
    /// <param name="amount">In units; null where it cannot be read.</param>
    /// <param name="share">More than 0, less than 1; null where it cannot be read.</param>
    public void Add(int row, decimal? amount, decimal? share)
    {
        Rows.Add(row);
        if (amount is > 0 && share is not null)
            _lines.Add((amount.Value, share.Value));
    }

    /// <summary>How its lines write their amounts, once all have been added.</summary>
    public SharedAmounts Amounts => _amounts ??= Seen();

    private SharedAmounts Seen()
    {
        if (_lines.Count == 0)
            return SharedAmounts.Unknown;
        var total = _lines.Sum(l => l.Amount) / _lines.Sum(l => l.Share);
        var isWhole = _lines.TrueForAll(l => l.Amount == _lines[0].Amount);
        var isOwn = _lines.TrueForAll(l => decimal.Abs(l.Amount / total - l.Share) <= Rounding);
        return (isWhole, isOwn) switch
        {
            (true, false) => SharedAmounts.Whole,
            (false, true) => SharedAmounts.Own,
            _ => SharedAmounts.Unknown,
        };
    }
}

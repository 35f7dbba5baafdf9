namespace Pipeline.Domain.Support;

/// <summary>What instruments have in common.</summary>
public static class Instruments
{
    /// <summary>Whether what was given by it may come back.</summary>
    public static bool IsRepayable(this Instrument instrument) => instrument is Instrument.Loan or Instrument.Equity;
}

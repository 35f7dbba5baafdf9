namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>How much sense a word makes, from none to certain.</summary>
internal enum Sense
{
    /// <summary>Nobody writes so: a capital within small letters, a frame of a table in a word.</summary>
    None,

    /// <summary>Possible: letters that French does not have, signs between letters.</summary>
    Possible,

    /// <summary>As French and its neighbours write.</summary>
    Likely,

    /// <summary>One of the short words that every French text has.</summary>
    Known,
}

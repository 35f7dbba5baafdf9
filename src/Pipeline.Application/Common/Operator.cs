using Pipeline.Domain.Common;

namespace Pipeline.Application.Common;

/// <summary>Whoever works at the command line: records that nobody signed in for carry this id.</summary>
public static class Operator
{
    /// <summary>A fixed id, so that a record's author is never in doubt.</summary>
    public static readonly Guid Id = new("00000000-0000-7000-8000-000000000001");

    /// <summary>Shown where a person's name would be, in files whose rows are alike in every language.</summary>
    public const string Name = "Command line";

    /// <summary>The same to be read.</summary>
    public static readonly Text Label = new(Name, "Ligne de commande");
}

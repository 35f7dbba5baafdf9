using Pipeline.Domain.Common;

namespace Pipeline.Domain.Imports;

/// <summary>What becomes of a file in which some rows are wrong.</summary>
public enum ErrorHandling
{
    /// <summary>Nothing of it is taken.</summary>
    [Label("Refuse the file", "Refuser le fichier")]
    Refuse = 1,

    /// <summary>The good rows are taken, the others come back.</summary>
    [Label("Skip the wrong rows", "Écarter les lignes fautives")]
    Skip,
}

namespace Pipeline.Infrastructure.Persistence;

/// <summary>Why a database does not do what it is asked, for reasons that lie in nothing that was asked.</summary>
public enum DatabaseTrouble
{
    /// <summary>It cannot be reached or opened: the server is away or starts, the file or its folder is gone, the disk fails.</summary>
    Away = 1,

    /// <summary>It is read and not written.</summary>
    ReadOnly,

    /// <summary>There is no room for another write.</summary>
    Full,

    /// <summary>Others hold what is needed for longer than anybody waits.</summary>
    Busy,

    /// <summary>The file is no database, or is damaged.</summary>
    Damaged,
}

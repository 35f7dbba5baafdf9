namespace Pipeline.Architecture.Tests;

/// <summary>A type of one folder that uses a type of another.</summary>
internal sealed record FolderUse(string From, string To, string Type, string Used)
{
    /// <summary>The folders alone.</summary>
    public string Arrow => $"{From} -> {To}";
}

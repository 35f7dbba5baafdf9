namespace Pipeline.Application.Common;

/// <summary>Keeps secrets that have to be read again: sealed with the keys that all instances share.</summary>
public interface ISecretSeal
{
    /// <summary>A secret under seal.</summary>
    string Seal(string secret);

    /// <summary>The secret.</summary>
    string Open(string sealedSecret);
}

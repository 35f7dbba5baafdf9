namespace Pipeline.Application.Documents;

/// <summary>Looks for what harms in files before they are kept. An instance plugs in its own; without one nothing is scanned, which the log says once.</summary>
public interface IDocumentScanner
{
    /// <summary>Whether a file may be kept.</summary>
    /// <param name="content">A seekable stream at its beginning.</param>
    /// <param name="fileName">As it was sent.</param>
    Task<bool> IsCleanAsync(Stream content, string fileName, CancellationToken cancellationToken);
}

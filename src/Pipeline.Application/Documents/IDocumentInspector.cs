using Pipeline.Domain.Common;
using Pipeline.Domain.Documents;

namespace Pipeline.Application.Documents;

/// <summary>Tells what a file is by its content, and not by its name.</summary>
public interface IDocumentInspector
{
    /// <summary>The type of a file.</summary>
    /// <param name="content">A seekable stream; where it stands afterwards is not said.</param>
    /// <param name="fileName">Tells a table from other texts, and must not promise anything else of a text.</param>
    /// <exception cref="InvalidValueException"><c>unknown_document_type</c>, <c>wrong_extension</c>, <c>macros_refused</c>, <c>zip_bomb</c>.</exception>
    Task<DocumentType> InspectAsync(Stream content, string fileName, CancellationToken cancellationToken);
}

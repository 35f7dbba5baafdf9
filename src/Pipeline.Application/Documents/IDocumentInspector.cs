using Pipeline.Domain.Common;
using Pipeline.Domain.Documents;

namespace Pipeline.Application.Documents;

/// <summary>Tells what a file is by its content, never by its name.</summary>
public interface IDocumentInspector
{
    /// <summary>The type of a file.</summary>
    /// <param name="content">A seekable stream; where it stands afterwards is not said.</param>
    /// <param name="fileName">Has to promise what the content is.</param>
    /// <exception cref="InvalidValueException"><c>unknown_document_type</c>, <c>wrong_extension</c>, <c>macros_refused</c>, <c>zip_bomb</c>.</exception>
    Task<DocumentType> InspectAsync(Stream content, string fileName, CancellationToken cancellationToken);
}

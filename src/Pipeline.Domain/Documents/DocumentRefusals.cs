using Pipeline.Domain.Common;

namespace Pipeline.Domain.Documents;

/// <summary>What documents refuse once they are there.</summary>
public static class DocumentRefusals
{
    public static readonly Refusal Removed = Refusal.Refused(
        "document_removed",
        new("The document was removed already.", "Le document a déjà été retiré.")
    );

    public static readonly Refusal Unknown = Refusal.Invalid(
        "unknown_document",
        new("The project has no document {0}.", "Le projet n'a pas de document {0}."),
        "The project has no such document."
    );
}

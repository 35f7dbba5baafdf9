using Pipeline.Domain.Common;

namespace Pipeline.Application.Imports;

/// <summary>A file with errors: nothing of it was written.</summary>
/// <param name="first">The first fault, for the sentence.</param>
public abstract class FileRefusedException(ImportFault first) : Exception(first.Refusal.Sentence.En)
{
    /// <summary>Every error, and nothing created or changed.</summary>
    public abstract IImportReport Report { get; }

    /// <summary>The first fault, for the sentence.</summary>
    public ImportFault First { get; } = first;

    /// <summary>What it is refused with: the one kind of error that there is, or that there are several.</summary>
    public Refusal Refusal => FileRefusals.Of(Report.Errors, First);
}

using Pipeline.Application.Economics;
using Pipeline.Domain.Economics;

namespace Pipeline.Api.Web.Parts;

/// <summary>One of a project's two pictures, as pages draw it.</summary>
/// <param name="Reply">The picture.</param>
public sealed record PictureShown(EconomicsReply Reply)
{
    /// <summary>Which one it is.</summary>
    public WhichPicture Which => Reply.Picture;

    /// <summary>Full-time equivalents of one kind; null where nobody is.</summary>
    public decimal? Of(WorkKind kind) => Reply.People.FirstOrDefault(p => p.Kind == kind)?.FullTimeEquivalents;

    /// <summary>What comes from a source; null where no resources are written down.</summary>
    public SourceShare? Of(EconomicSource source) => Reply.Shares.FirstOrDefault(s => s.Source == source);
}

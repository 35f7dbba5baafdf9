using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Files.Tables.Modules;

/// <summary>Yes and no in words.</summary>
internal static class Answers
{
    private static readonly Text Yes = new("Yes", "Oui"),
        No = new("No", "Non");

    public static Text Of(bool answer) => answer ? Yes : No;
}

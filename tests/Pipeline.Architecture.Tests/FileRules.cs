using System.Text.RegularExpressions;

namespace Pipeline.Architecture.Tests;

/// <summary>Where types lie, read from the source: the formatter leaves a file's types at the beginning of a line, and nothing else of that form.</summary>
internal static partial class FileRules
{
    /// <summary>What is wrong with a file, as far as its name is concerned.</summary>
    /// <param name="path">Its path; the name up to the first dot is what it promises (<c>Project.Transitions.cs</c> is a part of <c>Project</c>).</param>
    /// <param name="source">Its text.</param>
    /// <param name="alone">Whether the type has to be the only one.</param>
    public static IEnumerable<string> Faults(string path, string source, bool alone)
    {
        var promised = Path.GetFileName(path).Split('.')[0];
        var declared = TypeDeclaration()
            .Matches(source)
            .Select(match => match.Groups["name"].Value)
            .Distinct()
            .ToList();
        if (declared.Count == 0)
            yield break;
        if (!declared.Contains(promised))
            yield return $"{path} declares {string.Join(", ", declared)} and no {promised}";
        if (alone)
            foreach (var other in declared.Where(name => name != promised))
                yield return $"{path} declares {other} besides {promised}";
    }

    [GeneratedRegex(
        @"^(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe) )*(?:class|record struct|record|struct|interface|enum|delegate \S+) (?<name>\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex TypeDeclaration();
}

using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Pipeline.Api.OpenApi;

namespace Pipeline.Api.Tests.OpenApi;

/// <summary>The stable codes: each that the program can answer with is explained, and each that is explained can be answered.</summary>
[Collection(DocumentTests.Name)]
public sealed partial class ProblemCodeTests(DocumentFixture fixture)
{
    // Said where there is no operation.
    private const string OfNoOperation = "method_not_allowed";

    // Written like codes: what OpenID calls one of its claims, and SQLite one of its functions.
    private static readonly string[] NoCodes = ["email_verified", "json_each"];

    // Said of a file that is taken all the same.
    private static readonly string[] Notices =
    [
        "placeholder_identifier",
        "sheet_skipped",
        "mixed_nature",
        "invalid_period",
        "plan_line_removed",
    ];

    [Fact]
    public void Every_code_in_the_sources_is_explained()
    {
        var written = Directory
            .EnumerateFiles(Source(), "*.cs", SearchOption.AllDirectories)
            .Where(f =>
                !Path.GetRelativePath(Source(), f)
                    .Split(Path.DirectorySeparatorChar)
                    .Any(part => part is "obj" or "bin" or "OpenApi" or "Migrations")
            )
            .SelectMany(f => SnakeCase.Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .ToHashSet();
        written.Should().HaveCountGreaterThan(50, "the sources are found and read");
        written
            .Except([.. PropertyLimits.AttentionCodes, OfNoOperation, .. NoCodes])
            .Should()
            .BeSubsetOf(ProblemCodes.Meanings.Keys);
    }

    [Fact]
    public void Every_code_that_is_explained_is_named_by_an_operation_and_the_other_way_round() =>
        fixture
            .Document.OfApi.SelectMany(o => o.Replies.Values)
            .SelectMany(r => Listed.Matches(r["description"]!.GetValue<string>()).Select(m => m.Groups[1].Value))
            .Distinct()
            .Concat(Notices)
            .Should()
            .BeEquivalentTo(ProblemCodes.Meanings.Keys);

    // Nothing but codes is written like this; those of a single word look like any other text and are left to the test below.
    [GeneratedRegex("\"([a-z]+(?:_[a-z]+)+)\"")]
    private static partial Regex SnakeCase { get; }

    [GeneratedRegex("^- `([a-z_]+)`", RegexOptions.Multiline)]
    private static partial Regex Listed { get; }

    private static string Source([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src");
}

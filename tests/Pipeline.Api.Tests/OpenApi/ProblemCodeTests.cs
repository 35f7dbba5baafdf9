using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Pipeline.Api.OpenApi;

namespace Pipeline.Api.Tests.OpenApi;

/// <summary>The stable codes: each that the program can answer with is explained, and each that is explained can be answered.</summary>
[Collection(DocumentTests.Name)]
public sealed partial class ProblemCodeTests(DocumentFixture fixture)
{
    // Said of a file that is taken all the same.
    private const string Notice = "placeholder_identifier";

    // A refusal writes its code as a text behind one of these.
    [GeneratedRegex("""(?:InvalidValueException(?:\.Of)?|RefusedException|ForbiddenException|HttpProblemException|UnreadableFileException|Fault|Refuse|Obstacle)\((?:[^"();]|\$?"[^"]*"\s*,|\([^()]*\))*?"([a-z]+(?:_[a-z]+)*)"\s*,\s*(?:new|Text|text)""")]
    private static partial Regex Thrown { get; }

    [Fact]
    public void Every_code_that_is_thrown_is_explained()
    {
        var thrown = Directory.EnumerateFiles(Source(), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Thrown.Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).ToHashSet();
        thrown.Should().HaveCountGreaterThan(50, "the sources are found and read").And.BeSubsetOf(ProblemCodes.Meanings.Keys);
    }

    [Fact]
    public void Every_code_that_is_explained_is_named_by_an_operation_and_the_other_way_round() =>
        fixture.Document.OfApi.SelectMany(o => o.Replies.Values).SelectMany(r => Listed.Matches(r["description"]!.GetValue<string>()).Select(m => m.Groups[1].Value)).Distinct()
            .Append(Notice).Should().BeEquivalentTo(ProblemCodes.Meanings.Keys);

    [GeneratedRegex("^- `([a-z_]+)`", RegexOptions.Multiline)]
    private static partial Regex Listed { get; }

    private static string Source([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src");
}

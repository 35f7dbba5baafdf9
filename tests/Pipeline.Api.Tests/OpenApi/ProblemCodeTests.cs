using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Pipeline.Api.Problems;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Tests.OpenApi;

/// <summary>The stable codes: each is declared in one place, and each that is declared can be answered.</summary>
[Collection(DocumentTests.Name)]
public sealed partial class ProblemCodeTests(DocumentFixture fixture)
{
    // Said where there is no operation, or where an endpoint without a policy would be.
    private static readonly string[] OfNoOperation = ["method_not_allowed", "forbidden"];

    // Said of a file that is taken all the same.
    private static readonly string[] Notices =
    [
        "placeholder_identifier",
        "sheet_skipped",
        "mixed_nature",
        "invalid_period",
        "plan_line_removed",
        "zero_amount",
        "title_shortened",
        "control_character",
        "rounded_identifier",
        "wrong_check_digits",
        "leading_zero",
        "identifier_other_name",
        "several_of_name",
        "beside_another",
        "agreed_again",
        "mixed_encoding",
        "encoding_recognised",
        "letters_restored",
        "title_rows",
        "heading_absent",
        "heading_not_read",
    ];

    // Forms carry version and key by themselves, and pages lead to their own sign-in: only a program can leave these out, or come to read what is said of it.
    private static readonly string[] ForPrograms =
    [
        "CommonRefusals.Unauthenticated",
        "CommonRefusals.Stale",
        "CommonRefusals.VersionRequired",
        "HttpRefusals.IfMatchRequired",
        "HttpRefusals.BrokenTags",
        "BindingRefusals.IdempotencyKeyReused",
    ];

    private static readonly IReadOnlyList<(string Place, string Code, Text Sentence, string Meaning)> Declared =
    [
        .. from type in new[] { typeof(Refusal), typeof(IRefusing), typeof(HttpRefusal) }.SelectMany(t =>
            t.Assembly.GetTypes()
        )
        where type.Name.EndsWith("Refusals", StringComparison.Ordinal) && type is { IsAbstract: true, IsSealed: true }
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public)
        select field.GetValue(null) switch
        {
            Refusal r => ($"{type.Name}.{field.Name}", r.Code, r.Sentence, r.Meaning),
            HttpRefusal r => ($"{type.Name}.{field.Name}", r.Code, r.Sentence, r.Meaning),
            _ => ("", "", Text.Same(""), ""),
        } into refusal
        where refusal.Item2.Length > 0
        select refusal,
    ];

    [Fact]
    public void A_code_is_spelled_in_one_place()
    {
        var spelled = Directory
            .EnumerateFiles(Source(), "*.cs", SearchOption.AllDirectories)
            .Where(f =>
                !Path.GetRelativePath(Source(), f)
                    .Split(Path.DirectorySeparatorChar)
                    .Any(part => part is "obj" or "bin" or "Migrations")
            )
            .SelectMany(f => SnakeCase.Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .ToList();
        Declared.Should().HaveCountGreaterThan(150, "the declarations are found");
        foreach (
            var code in Declared.Select(d => d.Code).Distinct().Where(c => c.Contains('_', StringComparison.Ordinal))
        )
            spelled.Count(s => s == code).Should().Be(1, $"{code} is declared once and referred to elsewhere");
    }

    [Fact]
    public void A_code_has_one_meaning() =>
        Declared.GroupBy(d => d.Code).Where(g => g.Select(d => d.Meaning).Distinct().Count() > 1).Should().BeEmpty();

    [Fact]
    public void Both_sentences_hold_the_same_places()
    {
        foreach (var (place, _, sentence, _) in Declared)
            Places(sentence.Fr).Should().BeEquivalentTo(Places(sentence.En), place);
    }

    [Fact]
    public void Every_code_that_is_declared_is_named_by_an_operation_and_the_other_way_round() =>
        fixture
            .Document.OfApi.SelectMany(o => o.Replies.Values)
            .SelectMany(r => Listed.Matches(r["description"]!.GetValue<string>()).Select(m => m.Groups[1].Value))
            .Concat(Notices)
            .Concat(OfNoOperation)
            .Distinct()
            .Should()
            .BeEquivalentTo(Declared.Select(d => d.Code).Distinct());

    [Fact]
    public void A_sentence_names_no_code_field_verb_or_path()
    {
        Declared
            .Where(d => !ForPrograms.Contains(d.Place))
            .Select(d => (d.Place, Found: OfPrograms.Match($"{d.Sentence.En}\n{d.Sentence.Fr}").Value))
            .Where(d => d.Found.Length > 0)
            .Should()
            .BeEmpty("people read it: labels say the same");
        ForPrograms.Should().BeSubsetOf(Declared.Select(d => d.Place), "an exception that is gone is none");
    }

    private static IEnumerable<string> Places(string sentence) =>
        Placeholder.Matches(sentence).Select(m => m.Value).Distinct();

    // Nothing but codes is written like this; those of a single word look like any other text.
    [GeneratedRegex("\"([a-z]+(?:_[a-z]+)+)\"")]
    private static partial Regex SnakeCase { get; }

    [GeneratedRegex("^- `([a-z_]+)`", RegexOptions.Multiline)]
    private static partial Regex Listed { get; }

    // camelCase, snake_case, dotted.code, VERB, /path, Some-Header.
    [GeneratedRegex(
        @"(?<!\w)\p{Ll}+\p{Lu}\w*|[a-z]+_[a-z_]+|\p{Ll}\.\p{Ll}|\b(?:GET|HEAD|POST|PUT|PATCH|DELETE)\b|(?<![\w:/])/\p{Ll}|\b\p{Lu}\p{Ll}+-\p{Lu}"
    )]
    private static partial Regex OfPrograms { get; }

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Placeholder { get; }

    private static string Source([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src");
}

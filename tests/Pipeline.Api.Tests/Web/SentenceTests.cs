using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Web.Parts;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Tests.Web;

/// <summary>Sentences of pages: their days, and the blanks of French.</summary>
public sealed partial class SentenceTests
{
    [Theory]
    [InlineData("It ends on 1 March 2026: ask", Language.En, "It ends on |2026-03-01|: ask")]
    [InlineData("du 1er mars 2024 au 29 février 2024", Language.Fr, "du |2024-03-01| au |2024-02-29|")]
    [InlineData("31 October 2026", Language.En, "|2026-10-31|")]
    [InlineData("30 February 2026, 31 octobre 2026", Language.En, "30 February 2026, 31 octobre 2026")]
    [InlineData("12 projects, 45,000 of 2026", Language.En, "12 projects, 45,000 of 2026")]
    [InlineData("No. 131 October 2026, 5 March 0000", Language.En, "No. 131 October 2026, 5 March 0000")]
    public void Days_in_a_written_sentence_are_days(string sentence, Language language, string pieces) =>
        string.Join(
                '|',
                SentencePieces
                    .Dated(sentence, language)
                    .Select(p => p is DateOnly day ? day.ToString("O", CultureInfo.InvariantCulture) : p)
            )
            .Should()
            .Be(pieces);

    [Fact]
    public void No_line_of_French_is_broken_before_a_colon_or_within_quotation_marks()
    {
        var words = Path.Combine(CommandLine.Root, "src", "Pipeline.Api", "Web", "Words");
        var read = 0;
        foreach (var file in Directory.EnumerateFiles(words, "*.cs"))
        foreach (Match text in Literal().Matches(File.ReadAllText(file)))
        {
            read++;
            Breaks().IsMatch(text.Value).Should().BeFalse("{0} says {1}", Path.GetFileName(file), text.Value);
        }
        read.Should().BeGreaterThan(1_000);
    }

    [GeneratedRegex("\"(?:[^\"\\\\\r\n]|\\\\.)*\"")]
    private static partial Regex Literal();

    // English has none of them behind a blank, and code within a sentence (`x ? $"…"`) is none of it.
    [GeneratedRegex(@"« |(?<=[\p{L}\p{N}}»]) [»:;?!](?! \$)|(?<=\)) [»:;]")]
    private static partial Regex Breaks();
}

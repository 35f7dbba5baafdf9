using System.Reflection;
using System.Text;
using Pipeline.Api.Tests.Common;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Imports;

namespace Pipeline.Api.Tests.Imports;

/// <summary>Letters of old programs: read right where that is certain, else refused with the rows, and never wrong without a word.</summary>
public sealed class LetterTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private const string French = "Fédération des écoles à l'Élan, œuvre d'été ; AIDE À LA CRÉATION";

    static LetterTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("windows-1252", "")]
    [InlineData("ibm850", "encoding_recognised")]
    [InlineData("macintosh", "encoding_recognised")]
    public async Task An_old_encoding_is_told_by_its_words(string encoding, string notice)
    {
        // MS-DOS has no œ.
        var title = encoding.StartsWith("ibm", StringComparison.Ordinal)
            ? French.Replace("œ", "oe", StringComparison.Ordinal)
            : French;
        var fund = await Fund.OpenAsync(api);
        var report = (await fund.ImportAsync(File(title, Encoding.GetEncoding(encoding)))).ShouldBe(200);
        string.Join(' ', report.Noticed()).Should().Be(notice);
        await ShouldBeCalledAsync(fund, title);
    }

    [Fact]
    public async Task The_letters_that_both_pages_of_ms_dos_have_are_certain()
    {
        var fund = await Fund.OpenAsync(api);
        (await fund.ImportAsync(File("Fédération française", Encoding.GetEncoding("ibm437")))).ShouldBe(200);
        await ShouldBeCalledAsync(fund, "Fédération française");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task Utf_16_is_known_without_its_mark(string encoding)
    {
        var fund = await Fund.OpenAsync(api);
        (await fund.ImportAsync(Encoding.GetEncoding(encoding).GetBytes(Text(French)))).ShouldBe(200);
        await ShouldBeCalledAsync(fund, French);
    }

    [Fact]
    public async Task Two_encodings_in_one_file_are_read_each_in_its_own_words()
    {
        var fund = await Fund.OpenAsync(api);
        var table = GrantTable.Of(GrantTable.Row(1, title: "Fédération"), GrantTable.Row(2, title: "Théâtre"));
        var text = Encoding.UTF8.GetString(table.Csv());
        byte[] file =
        [
            .. Encoding.UTF8.GetBytes(text[..text.IndexOf("G-2", StringComparison.Ordinal)]),
            .. Encoding.GetEncoding(1252).GetBytes(text[text.IndexOf("G-2", StringComparison.Ordinal)..]),
        ];
        (await fund.ImportAsync(file)).ShouldBe(200).Noticed().Should().Equal("mixed_encoding");
        await ShouldBeCalledAsync(fund, "Fédération", "Théâtre");
    }

    [Theory]
    [InlineData("Aide \u0085 la personne", "an ellipsis of Windows, or the à of MS-DOS")]
    [InlineData("Total 10 \u0080", "a euro of Windows, or a Ç of MS-DOS")]
    [InlineData("Un mot qui ne dit rien : f\u00A5r\u00D9", "no letter of any of them")]
    [InlineData("Cit\u00E9 et Cl\u0082", "é of Windows, and é of MS-DOS")]
    [InlineData("Cit\u00E9 et \u0082valuation", "é of Windows, and é of MS-DOS")]
    [InlineData("Cit\u00E9 et C\u00CFur", "é of Windows, and œ of a Mac")]
    [InlineData("\u00BCuvre de No\u00EBl", "Œ of Latin 9, or a quarter of Windows")]
    [InlineData("Citoyen\u0095ne\u0095s", "a dot of Windows, or the ï of a Mac")]
    public async Task What_can_be_read_in_two_ways_is_refused_with_its_row(string title, string why)
    {
        var fund = await Fund.OpenAsync(api);
        var bytes = Encoding.Latin1.GetBytes(Text("Un titre", title));
        var refused = (await fund.ImportAsync(bytes)).ShouldBeProblem(422, "invalid_encoding");
        refused.Items("errors").Should().ContainSingle().Which["row"]!.GetValue<int>().Should().Be(3, why);
        await fund.ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task A_letter_that_was_lost_is_refused_and_one_that_was_read_wrongly_is_given_back_both_in_their_cell()
    {
        var fund = await Fund.OpenAsync(api);
        var report = (
            await fund.ImportAsync(
                Encoding.UTF8.GetBytes(
                    Text(
                        "F\uFFFDd\uFFFDration",
                        "F\u00C3\u00A9d\u00C3\u00A9ration d\u00E2\u20AC\u2122\u00C5\u201Cuvre",
                        "SANTÉ\u00A0: ÂGE «IRMÃ»"
                    )
                ),
                more: "&onError=skip"
            )
        ).ShouldBe(200);
        RefusalTests.Places(report).Should().Equal([(2, "Title", "lost_letter")]);
        report
            .Items("notices")
            .Select(n => (n["row"]!.GetValue<int>(), n["column"]!.GetValue<string>(), n["code"]!.GetValue<string>()))
            .Should()
            .Equal([(3, "Title", "letters_restored")]);
        await ShouldBeCalledAsync(fund, "Fédération d’œuvre", "SANTÉ\u00A0: ÂGE «IRMÃ»");
    }

    /// <summary>Every French label of the product, in each old encoding, alone and beside every fifth other one in UTF-8: read right or refused.</summary>
    [Theory]
    [InlineData("windows-1252")]
    [InlineData("ibm850")]
    [InlineData("ibm437")]
    [InlineData("macintosh")]
    public void No_letter_is_silently_wrong(string encoding)
    {
        var strict = StrictOf(encoding);
        var labels = Labelled().Where(text => text.Any(c => c > 0x7F)).Distinct().ToList();
        var (right, refused) = (0, 0);
        foreach (var (text, i) in labels.Select((text, i) => (text, i)))
        {
            if (BytesOf(strict, text) is not { } bytes)
                continue;
            Judge(bytes, text);
            for (var other = i % 5; other < labels.Count; other += 5)
                Judge([.. Encoding.UTF8.GetBytes($"{labels[other]}\n"), .. bytes], $"{labels[other]}\n{text}");
        }
        right.Should().BeGreaterThan(labels.Count, "it reads what is certain");

        void Judge(byte[] bytes, string text)
        {
            try
            {
                TextFile.Decode(bytes, encoding: null).Text.Should().Be(text, "it was written in {0}", encoding);
                right++;
            }
            catch (UnreadableFileException)
            {
                refused++;
            }
        }
    }

    private static Encoding StrictOf(string encoding) =>
        Encoding.GetEncoding(encoding, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static IEnumerable<string> Labelled() =>
        typeof(Labels)
            .Assembly.GetTypes()
            .Where(type => type.IsEnum)
            .SelectMany(type => type.GetFields())
            .Select(member => member.GetCustomAttribute<LabelAttribute>()?.Fr)
            .OfType<string>();

    private static byte[]? BytesOf(Encoding encoding, string text)
    {
        try
        {
            return encoding.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    [Fact]
    public async Task Whoever_knows_the_encoding_settles_it()
    {
        var fund = await Fund.OpenAsync(api);
        var bytes = Encoding.Latin1.GetBytes(Text("Aide \u0085 la personne"));
        (await fund.ImportAsync(bytes, dryRun: true, more: "&encoding=cp850")).ShouldBe(200);
        (await fund.ImportAsync(bytes, more: "&encoding=ibm850")).ShouldBe(200);
        await ShouldBeCalledAsync(fund, "Aide à la personne");
        (await fund.ImportAsync(bytes, more: "&encoding=klingon")).ShouldBlame("encoding", "unknown_encoding");
        // Latin 9 differs from what Windows writes by a few letters, and the name says which.
        (
            await fund.ImportAsync(
                Encoding.Latin1.GetBytes(Text("Le c\u00BDur \u00E0 l'ouvrage")),
                more: "&encoding=ISO-8859-15"
            )
        ).ShouldBe(200);
        await ShouldBeCalledAsync(fund, "Le cœur à l'ouvrage");
        // What is UTF-8 stays so, whatever is said of the rest.
        (await fund.ImportAsync(File("Été", new UTF8Encoding(false)), more: "&encoding=ibm850")).ShouldBe(200);
        await ShouldBeCalledAsync(fund, "Été");
    }

    private static async Task ShouldBeCalledAsync(Fund fund, params string[] names) =>
        (await fund.ProjectsAsync()).Select(p => p["name"]!.GetValue<string>()).Should().BeEquivalentTo(names);

    private static byte[] File(string title, Encoding encoding) => encoding.GetBytes(Text(title));

    private static string Text(params string[] titles) =>
        Encoding.UTF8.GetString(
            GrantTable.Of([.. titles.Select((title, i) => GrantTable.Row(i + 1, title: title))]).Csv()
        );
}

using System.Text;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Imports;

/// <summary>Files that mean harm, or were harmed: a clear answer, and nothing written.</summary>
public sealed class HostileFileTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static readonly byte[] Good = GrantTable.Of(GrantTable.Row(1)).Xlsx();

    private static readonly byte[] Csv = GrantTable.Of(GrantTable.Row(1)).Csv();

    public static TheoryData<string, string, string> Files() =>
        new()
        {
            { "empty", "grants.csv", "empty_file" },
            { "truncated zip", "grants.xlsx", "unreadable_file" },
            { "beginning of a zip", "grants.xlsx", "unreadable_file" },
            { "cut in the middle of a part", "grants.xlsx", "unreadable_file" },
            { "zip of something else", "grants.xlsx", "unreadable_file" },
            { "zip bomb", "grants.xlsx", "zip_bomb" },
            { "ten thousand parts", "grants.xlsx", "zip_bomb" },
            { "external entity", "grants.xlsx", "dtd_refused" },
            { "document type in UTF-16", "grants.xlsx", "dtd_refused" },
            { "document type behind a long comment", "grants.xlsx", "dtd_refused" },
            { "external link", "grants.xlsx", "external_references_refused" },
            { "external link by a name", "grants.xlsx", "external_references_refused" },
            { "macros", "grants.xlsx", "macros_refused" },
            { "macros under another name", "grants.xlsx", "macros_refused" },
            { "ten thousand columns", "grants.xlsx", "too_many_columns" },
            { "ten thousand columns in CSV", "grants.csv", "too_many_columns" },
            { "row number beyond all numbers", "grants.xlsx", "unreadable_file" },
            { "password", "grants.xlsx", "unreadable_file" },
            { "PDF", "grants.pdf", "unreadable_file" },
            { "CSV", "grants.xlsx", "wrong_extension" },
            { "workbook", "grants.csv", "wrong_extension" },
            { "CSV", "grants.exe", "wrong_extension" },
            { "NUL", "grants.csv", "unreadable_file" },
            { "NUL in JSON", "grants.json", "invalid_character" },
            { "NUL in a workbook", "grants.xlsx", "invalid_character" },
            { "half a character in a workbook", "grants.xlsx", "invalid_character" },
            { "invalid UTF-8", "grants.csv", "invalid_encoding" },
            { "invalid UTF-8 behind its mark", "grants.csv", "invalid_encoding" },
            { "invalid UTF-8 in JSON", "grants.json", "invalid_encoding" },
            { "half a character in JSON", "grants.json", "invalid_encoding" },
            { "invalid UTF-16", "grants.csv", "invalid_encoding" },
            { "JSON that breaks off", "grants.json", "unreadable_file" },
            { "JSON in the deep", "grants.json", "unreadable_file" },
            { "JSON of numbers", "grants.json", "unreadable_file" },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_hostile_file_is_refused_by_name(string what, string name, string code)
    {
        var fund = await Fund.OpenAsync(api);
        var refused = (await fund.ImportAsync(Make(what), name)).ShouldBeProblem(422, code);
        refused.Items("errors").Should().ContainSingle();
        await fund.ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task A_byte_over_fifty_megabytes_is_too_large()
    {
        var fund = await Fund.OpenAsync(api);
        (await fund.ImportAsync(new byte[50 * 1024 * 1024 + 1])).ShouldBeProblem(413, "file_too_large");
        await fund.ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task How_many_rows_are_read_is_configured()
    {
        var fund = await Fund.OpenAsync(api);
        await using var strict = api.WithWebHostBuilder(host => host.UseSetting("Pipeline:Imports:Rows", "2"));
        var client = new Client(strict.CreateClient());
        client.Http.DefaultRequestHeaders.Authorization = api.Administrator.Http.DefaultRequestHeaders.Authorization;
        var three = GrantTable.Of(GrantTable.Row(1), GrantTable.Row(2), GrantTable.Row(3));
        var json = Encoding.UTF8.GetBytes("""{"grants":[{"id":"1"},{"id":"2"},{"id":"3"}]}""");
        foreach (
            var (file, name) in new[]
            {
                (three.Csv(), "grants.csv"),
                (three.Xlsx(), "grants.xlsx"),
                (json, "grants.json"),
            }
        )
            (await fund.ImportAsync(file, name, by: client)).ShouldBeProblem(422, "too_many_rows");
        await fund.ShouldBeEmptyAsync();
        three.Rows.RemoveAt(2);
        (await fund.ImportAsync(three.Csv(), by: client)).ShouldBe(200).Number("created").Should().Be(2);
    }

    [Fact]
    public async Task Formulas_come_in_as_the_values_they_had_and_texts_like_formulas_as_texts()
    {
        var fund = await Fund.OpenAsync(api);
        var cells = GrantTable.Row(1).Select(c => TestWorkbook.Formula($"CONCATENATE(\"{c}\")", c)).ToArray();
        var file = new TestWorkbook()
            .Cells("Grants", [GrantTable.Standard.Select(TestWorkbook.Text).ToArray(), cells])
            .Bytes();
        (await fund.ImportAsync(file, "grants.xlsx")).ShouldBe(200).Number("created").Should().Be(1);
        (await fund.ImportAsync(Csv)).ShouldBe(200).Number("unchanged").Should().Be(1);

        var never = GrantTable.Row(2).Select(c => TestWorkbook.Formula("NOW()", null)).ToArray();
        var blank = new TestWorkbook()
            .Cells(
                "Grants",
                [GrantTable.Standard.Select(TestWorkbook.Text).ToArray(), [TestWorkbook.Text("G-2"), .. never.Skip(1)]]
            )
            .Bytes();
        (await fund.ImportAsync(blank, "grants.xlsx")).ShouldBlame("Grants, row 2, Title", "required");

        const string attack = "=cmd|' /C calc'!A0";
        (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(3, title: attack)).Csv())).ShouldBe(200);
        (await fund.ProjectsAsync()).Should().Contain(p => p["name"]!.GetValue<string>() == attack);
    }

    [Fact]
    public async Task A_form_without_its_file_or_cut_off_is_refused()
    {
        var fund = await Fund.OpenAsync(api);
        var path = $"/api/v1/imports?portfolioId={fund.Id}";
        async Task<Reply> SendAsync(HttpContent content)
        {
            using var response = await api.Administrator.Http.PostAsync(new Uri(path, UriKind.Relative), content);
            return await Reply.ReadAsync(response);
        }

        (await SendAsync(new MultipartFormDataContent { { new StringContent("x"), "other" } })).ShouldBlame(
            "file",
            "required"
        );
        (
            await SendAsync(
                new MultipartFormDataContent
                {
                    { new ByteArrayContent(Csv), "file", "a.csv" },
                    { new ByteArrayContent(Csv), "more", "b.csv" },
                }
            )
        ).ShouldBlame("file", "too_many_files");
        (await SendAsync(new StringContent("{}", Encoding.UTF8, "application/json"))).ShouldBeProblem(
            415,
            "unsupported_media_type"
        );
        var cut = new StringContent(
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nIdent"
        );
        cut.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };
        (await SendAsync(cut)).ShouldBeProblem(400, "unreadable");
        (await api.Administrator.UploadAsync("imports", "a.csv", Csv)).ShouldBlame("portfolioId", "required");
        await fund.ShouldBeEmptyAsync();
    }

    private static byte[] Make(string what) =>
        what switch
        {
            "empty" => [],
            "CSV" => Csv,
            "workbook" => Good,
            "beginning of a zip" => [.. "PK"u8, 3, 4, .. "garbage"u8],
            "truncated zip" => Good[..(Good.Length / 2)],
            "cut in the middle of a part" => [.. Good[..200], .. Good[600..]],
            "zip of something else" => TestWorkbook.Tampered(Good, zip => zip.GetEntry("xl/workbook.xml")!.Delete()),
            "zip bomb" => TestWorkbook.Tampered(
                Good,
                zip => TestWorkbook.Write(zip, "xl/media/image1.png", new byte[8 * 1024 * 1024])
            ),
            "ten thousand parts" => TestWorkbook.Tampered(
                Good,
                zip =>
                {
                    for (var i = 0; i < 10_000; i++)
                        TestWorkbook.Write(zip, $"xl/media/{i}.png", []);
                }
            ),
            "external entity" => Sheet(xml =>
                xml.Replace(
                        "<x:worksheet",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x:worksheet",
                        StringComparison.Ordinal
                    )
                    .Replace("Grant 1", "&e;", StringComparison.Ordinal)
            ),
            "document type in UTF-16" => Sheet(
                xml =>
                    "<?xml version=\"1.0\" encoding=\"utf-16\"?><!DOCTYPE x []>"
                    + xml[(xml.IndexOf("?>", StringComparison.Ordinal) + 2)..],
                Encoding.Unicode
            ),
            "document type behind a long comment" => Sheet(xml =>
                xml.Replace(
                    "<x:worksheet",
                    $"<!--{new string(' ', 60_000)}--><!DOCTYPE x []><x:worksheet",
                    StringComparison.Ordinal
                )
            ),
            "external link" => Linked("[1]Sheet1!A1"),
            "external link by a name" => Linked("Rate*2"),
            "macros" => TestWorkbook.Tampered(Good, zip => TestWorkbook.Write(zip, "xl/vbaProject.bin", [1, 2, 3])),
            "macros under another name" => TestWorkbook.Tampered(
                Good,
                zip =>
                    TestWorkbook.Write(
                        zip,
                        "[Content_Types].xml",
                        Encoding.UTF8.GetBytes(
                            TestWorkbook
                                .Read(zip, "[Content_Types].xml")
                                .Replace(
                                    "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                    "vnd.ms-excel.sheet.macroEnabled.main+xml",
                                    StringComparison.Ordinal
                                )
                        )
                    )
            ),
            "ten thousand columns" => new TestWorkbook()
                .Sheet(
                    "Grants",
                    [
                        [.. GrantTable.Standard, .. Enumerable.Range(1, 10_000).Select(i => $"Column {i}")],
                    ]
                )
                .Bytes(),
            "ten thousand columns in CSV" => Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(1, 10_000))),
            "row number beyond all numbers" => Sheet(xml =>
                xml.Replace("r=\"2\"", "r=\"99999999999\"", StringComparison.Ordinal)
            ),
            "password" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]],
            "PDF" => "%PDF-1.7"u8.ToArray(),
            "NUL" => [.. Csv, 0, 0, .. "x"u8],
            "NUL in JSON" => Json("\\u0000"),
            "NUL in a workbook" => GrantTable.Of(GrantTable.Row(1, title: "a_x0000_b")).Xlsx(),
            "half a character in a workbook" => GrantTable.Of(GrantTable.Row(1, title: "a_xD800_b")).Xlsx(),
            "invalid UTF-8" => [.. Encoding.UTF8.GetBytes("é"), .. Csv, 0xC3, (byte)'x'],
            "invalid UTF-8 behind its mark" => [0xEF, 0xBB, 0xBF, .. Csv, 0xE9],
            "invalid UTF-8 in JSON" => Replaced(Json("é?"), (byte)'?', 0xC3),
            "half a character in JSON" => Json("\\ud800"),
            "invalid UTF-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Identifier"), 0x00, 0xD8, (byte)'x', 0],
            "JSON that breaks off" => Json("x")[..80],
            "JSON in the deep" => Encoding.UTF8.GetBytes($"{{\"grants\":{new string('[', 1000)}"),
            "JSON of numbers" => "[1,2,3]"u8.ToArray(),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };

    // A workbook that refers to another one, with a name for a cell there, and one cell that uses it.
    private static byte[] Linked(string formula) =>
        TestWorkbook.Tampered(
            new TestWorkbook()
                .Cells(
                    "Grants",
                    [
                        GrantTable.Standard.Select(TestWorkbook.Text).ToArray(),
                        [.. GrantTable.Row(1).Take(4).Select(TestWorkbook.Text), TestWorkbook.Formula(formula, "5")],
                    ]
                )
                .Bytes(),
            zip =>
            {
                TestWorkbook.Write(zip, "xl/externalLinks/externalLink1.xml", "<x/>"u8.ToArray());
                var workbook = TestWorkbook
                    .Read(zip, "xl/workbook.xml")
                    .Replace(
                        "</x:sheets>",
                        "</x:sheets><x:definedNames><x:definedName name=\"Other\">Grants!$A$1</x:definedName><x:definedName name=\"Rate\">[1]Sheet1!$A$1</x:definedName></x:definedNames>",
                        StringComparison.Ordinal
                    );
                TestWorkbook.Write(zip, "xl/workbook.xml", Encoding.UTF8.GetBytes(workbook));
            }
        );

    private static byte[] Json(string title) =>
        Encoding.UTF8.GetBytes(
            $$"""{"grants":[{"id":"1","title":"T{{title}}","currency":"EUR","amountAwarded":1,"awardDate":"2015-01-01","recipientOrganization":[{"name":"r"}],"fundingOrganization":[{"name":"f"}]}]}"""
        );

    private static byte[] Replaced(byte[] bytes, byte from, byte to) =>
        Array.ConvertAll(bytes, b => b == from ? to : b);

    private static byte[] Sheet(Func<string, string> change, Encoding? encoding = null) =>
        TestWorkbook.Tampered(
            Good,
            zip =>
            {
                var part = zip
                    .Entries.Single(e =>
                        e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)
                        && e.FullName.EndsWith(".xml", StringComparison.Ordinal)
                    )
                    .FullName;
                var changed = change(TestWorkbook.Read(zip, part));
                encoding ??= new UTF8Encoding(false);
                TestWorkbook.Write(zip, part, [.. encoding.GetPreamble(), .. encoding.GetBytes(changed)]);
            }
        );
}

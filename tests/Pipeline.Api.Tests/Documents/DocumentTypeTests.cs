using Pipeline.Api.Tests.Common;
using Pipeline.Application.Documents;

namespace Pipeline.Api.Tests.Documents;

/// <summary>What a file is, its content says.</summary>
[UseCases(typeof(AddDocument))]
public sealed class DocumentTypeTests(DocumentApi api) : IClassFixture<DocumentApi>
{
    [Theory]
    [InlineData("pdf", "application/pdf")]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation")]
    [InlineData("odt", "application/vnd.oasis.opendocument.text")]
    [InlineData("ods", "application/vnd.oasis.opendocument.spreadsheet")]
    [InlineData("odp", "application/vnd.oasis.opendocument.presentation")]
    [InlineData("csv", "text/csv")]
    [InlineData("txt", "text/plain")]
    [InlineData("png", "image/png")]
    [InlineData("jpg", "image/jpeg")]
    [InlineData("webp", "image/webp")]
    public async Task Each_type_that_is_taken_is_told_by_its_content(string type, string mediaType)
    {
        var (project, bytes) = (await ProjectAsync(), DocumentFiles.Of(type));
        var made = (
            await DocumentFiles.AddAsync(api.Administrator, project, $"File.{type.ToUpperInvariant()}", bytes)
        ).ShouldBe(201);
        made.Text("mediaType").Should().Be(mediaType);
        var sent = (await api.Administrator.GetAsync($"{project.Path}/documents/{made.Id("id")}/content")).ShouldBe(
            200
        );
        (sent.MediaType, Convert.ToHexString(sent.Bytes)).Should().Be((mediaType, Convert.ToHexString(bytes)));
    }

    [Theory]
    [InlineData("pdf", "named.docx", "application/pdf", "named.docx.pdf")]
    [InlineData("pdf", "fake.txt", "application/pdf", "fake.txt.pdf")]
    [InlineData("pdf", "noext", "application/pdf", "noext.pdf")]
    [InlineData("pdf", "run.exe", "application/pdf", "run.exe.pdf")]
    [InlineData("png", "photo.jpg", "image/png", "photo.jpg.png")]
    [InlineData("jpg", "photo.JPEG", "image/jpeg", "photo.JPEG")]
    [InlineData("txt", "minutes", "text/plain", "minutes.txt")]
    public async Task A_name_decides_nothing_and_goes_out_with_what_the_content_is(
        string type,
        string name,
        string mediaType,
        string sentAs
    )
    {
        var project = await ProjectAsync();
        var made = (await DocumentFiles.AddAsync(api.Administrator, project, name, DocumentFiles.Of(type))).ShouldBe(
            201
        );
        (made.Text("mediaType"), made.Text("fileName")).Should().Be((mediaType, name));
        using var sent = await api.Administrator.Http.GetAsync(
            new Uri($"/api/v1/{project.Path}/documents/{made.Id("id")}/content", UriKind.Relative)
        );
        (sent.Content.Headers.ContentDisposition!.FileNameStar, $"{sent.Content.Headers.ContentType}")
            .Should()
            .Be((sentAs, mediaType));
    }

    [Theory]
    [InlineData("script", "photo.png", "wrong_extension")]
    [InlineData("html", "report.pdf", "wrong_extension")]
    [InlineData("html", "page.html", "wrong_extension")]
    [InlineData("svg", "drawing.svg", "wrong_extension")]
    [InlineData("script", "minutes.docx", "wrong_extension")]
    [InlineData("exe", "report.pdf", "unknown_document_type")]
    [InlineData("exe", "report.docx", "unknown_document_type")]
    [InlineData("exe", "report.txt", "unknown_document_type")]
    [InlineData("zip", "report.docx", "unknown_document_type")]
    [InlineData("cut", "report.docx", "unknown_document_type")]
    [InlineData("docm", "report.docx", "macros_refused")]
    [InlineData("vba", "report.docx", "macros_refused")]
    [InlineData("basic", "report.odt", "macros_refused")]
    [InlineData("smallBasic", "report.odt", "macros_refused")]
    [InlineData("innerScript", "report.odt", "macros_refused")]
    [InlineData("namelessVba", "report.docx", "macros_refused")]
    [InlineData("macroSheet", "figures.xlsx", "macros_refused")]
    [InlineData("bomb", "report.docx", "zip_bomb")]
    [InlineData("lateMacros", "report.docx", "macros_refused")]
    [InlineData("utf16Macros", "report.docx", "macros_refused")]
    [InlineData("riff", "photo.webp", "unknown_document_type")]
    [InlineData("nothing", "report.txt", "empty_file")]
    public async Task What_is_none_or_says_otherwise_is_refused(string what, string name, string code)
    {
        var project = await ProjectAsync();
        (await DocumentFiles.AddAsync(api.Administrator, project, name, DocumentFiles.Of(what))).ShouldBeProblem(
            422,
            code
        );
        (await api.Administrator.GetAsync($"{project.Path}/documents")).ShouldBe(200).Items().Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_scanner_refuses_is_not_kept()
    {
        var project = await ProjectAsync();
        (
            await DocumentFiles.AddAsync(
                api.Administrator,
                project,
                bytes: System.Text.Encoding.ASCII.GetBytes(DocumentApi.Harmful)
            )
        ).ShouldBeProblem(422, "document_not_clean");
        (await DocumentFiles.AddAsync(api.Administrator, project)).ShouldBe(201);
    }

    private async Task<TestProject> ProjectAsync() => await (await Fund.OpenAsync(api)).ProjectAsync();
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Hosting;
using Pipeline.Application.Documents;
using Pipeline.Application.Imports;

namespace Pipeline.Api.Tests.Documents;

/// <summary>Files on their way over a real line: at their limit, slow, halted, and cut off.</summary>
[UseCases(typeof(AddDocument), typeof(ImportFile))]
public sealed class ArrivingFileTests(WireApi api) : IClassFixture<WireApi>, IAsyncLifetime
{
    private const int Most = 25 * 1024 * 1024,
        Little = 700_000;

    private TestProject _project = null!;

    public async Task InitializeAsync() => _project = await (await Fund.OpenAsync(api)).ProjectAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Twenty_five_megabytes_are_taken_whole_and_not_one_byte_more()
    {
        var bytes = DocumentFiles.Text(Most + 1);
        var refused = (await DocumentFiles.AddAsync(api.Administrator, _project, bytes: bytes)).ShouldBeProblem(
            413,
            "file_too_large"
        );
        refused.Text("detail").Should().Contain("25 MB");
        (await StoredAsync()).Should().Be((0, 0));

        var made = (await DocumentFiles.AddAsync(api.Administrator, _project, bytes: bytes[..Most])).ShouldBe(201);

        (made.Number("size"), made.Text("sha256"))
            .Should()
            .Be((Most, Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, Most)))));
        await using var sent = await api.Administrator.Http.GetStreamAsync(
            new Uri($"/api/v1/{_project.Path}/documents/{made.Id("id")}/content", UriKind.Relative)
        );
        Convert.ToHexStringLower(await SHA256.HashDataAsync(sent)).Should().Be(made.Text("sha256"));
    }

    [Fact]
    public async Task Whichever_way_a_file_is_too_large_the_same_is_said()
    {
        await using var host = api.With(
            ("Pipeline:Documents:FileBytes", $"{Little}"),
            ("Pipeline:Imports:FileBytes", $"{Little}")
        );
        Wire.Serve(host);
        var imports = $"imports?portfolioId={_project.Fund.Id}";
        foreach (var path in new[] { $"{_project.Path}/documents", imports })
        {
            var (barely, headers) = await FormAsync(DocumentFiles.Text(Little + 1), path);
            var said = new[]
            {
                await AnswerAsync(headers, barely),
                // Nothing of it is sent: the announcement is enough.
                await AnswerAsync(
                    headers.Replace($"Length: {barely.Length}", $"Length: {Most}", StringComparison.Ordinal),
                    []
                ),
                await AnswerAsync(
                    headers.Replace(
                        $"Content-Length: {barely.Length}",
                        "Transfer-Encoding: chunked",
                        StringComparison.Ordinal
                    ),
                    // Twice as much as is taken, and little enough to fit into the connection's own buffers.
                    Chunked(barely[..^20], 2)
                ),
            };
            said.Should().OnlyContain(answer => answer.Status == 413);
            said.Select(answer => (answer.Code, answer.Detail)).Distinct().Should().ContainSingle();
            said[0].Code.Should().Be("file_too_large");
        }

        async Task<(int Status, string? Code, string? Detail)> AnswerAsync(string headers, byte[] body)
        {
            using var wire = new Wire(Wire.PortOf(host));
            await wire.SendAsync(headers);
            var answered = wire.ReadAsync();
            try
            {
                await wire.SendAsync(body);
            }
            catch (IOException)
            {
                // The server has closed; its answer is there already.
            }
            var answer = await answered;
            var json = System.Text.Json.Nodes.JsonNode.Parse(
                answer[answer.IndexOf('{', StringComparison.Ordinal)..(answer.LastIndexOf('}') + 1)]
            )!;
            return (Wire.StatusOf(answer), (string?)json["code"], (string?)json["detail"]);
        }
    }

    [Fact]
    public async Task A_slow_line_that_keeps_sending_is_given_up_by_no_clock()
    {
        await using var host = api.With(
            ("Pipeline:Limits:RequestSeconds", "2"),
            ("Pipeline:Limits:LongRequestSeconds", "2")
        );
        Wire.Serve(host);
        var bytes = DocumentFiles.Text(Little);
        var (form, headers) = await FormAsync(bytes, $"{_project.Path}/documents");
        using var wire = new Wire(Wire.PortOf(host));
        await wire.SendAsync(headers);
        foreach (var piece in form.Chunk(form.Length / 6))
        {
            await Task.Delay(500);
            await wire.SendAsync(piece);
        }
        Wire.StatusOf(await wire.ReadAsync()).Should().Be(201);
        (await StoredAsync()).Contents.Should().Be(1);
    }

    [Fact]
    public async Task A_line_that_halts_is_given_up_and_leaves_nothing()
    {
        await using var host = api.With(("Pipeline:Limits:RequestSeconds", "2"));
        Wire.Serve(host);
        var (form, headers) = await FormAsync(DocumentFiles.Text(Little), $"{_project.Path}/documents");
        using var wire = new Wire(Wire.PortOf(host));
        await wire.SendAsync(headers);
        await wire.SendAsync(form[..(form.Length / 2)]);
        var answer = await wire.ReadAsync();
        Wire.StatusOf(answer).Should().Be(408);
        answer.Should().Contain("\"too_slow\"");
        (await StoredAsync()).Should().Be((0, 0));
    }

    [Fact]
    public async Task A_line_that_is_cut_leaves_nothing_in_the_database_and_nothing_on_disk()
    {
        var (form, headers) = await FormAsync(DocumentFiles.Text(Most), $"{_project.Path}/documents");
        using (var wire = new Wire(Wire.PortOf(api)))
        {
            await wire.SendAsync(headers);
            await wire.SendAsync(form[..(Most / 2)]);
            await Eventually.Async(() => Task.FromResult(HalfFiles()), count => count > 0);
        }
        await Eventually.Async(() => Task.FromResult(HalfFiles()), count => count == 0);
        (await StoredAsync()).Should().Be((0, 0));

        // Where forms lie on their way, of about the length that has been sent.
        static int HalfFiles() =>
            new DirectoryInfo(Path.GetTempPath())
                .EnumerateFiles("ASPNETCORE_*.tmp")
                .Count(f => f.Exists && f.Length is > (Most / 2) - 1_000_000 and <= Most / 2);
    }

    [Fact]
    public async Task What_stands_beside_a_file_that_is_imported_is_refused_and_not_passed_over()
    {
        var refused = await api.Administrator.UploadAsync(
            $"imports?portfolioId={_project.Fund.Id}",
            "grants.csv",
            "Identifier"u8.ToArray(),
            fields: [("dryRun", "true")]
        );
        refused.ShouldBeProblem(422, "unknown_field").Text("errors.0.field").Should().Be("dryRun");
    }

    [Fact]
    public void Every_form_with_a_file_lets_it_arrive()
    {
        var pages = Directory
            .EnumerateFiles(
                Path.Combine(CommandLine.Root, "src", "Pipeline.Api", "Web"),
                "*.razor",
                SearchOption.AllDirectories
            )
            .Where(page => File.ReadAllText(page).Contains("Form.File(", StringComparison.Ordinal))
            .ToList();
        pages.Should().HaveCountGreaterThan(2);
        pages
            .Should()
            .OnlyContain(page => File.ReadAllText(page).Contains("@attribute [TakesFile(", StringComparison.Ordinal));
    }

    private static byte[] Chunked(byte[] bytes, int times)
    {
        using var all = new MemoryStream();
        for (var i = 0; i < times; i++)
        {
            all.Write(Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"));
            all.Write(bytes);
            all.Write("\r\n"u8);
        }
        return all.ToArray();
    }

    // The bytes of a form with a file, and the beginning of the request that brings it.
    private async Task<(byte[] Form, string Headers)> FormAsync(byte[] bytes, string path)
    {
        using var form = new MultipartFormDataContent();
        if (path.EndsWith("documents", StringComparison.Ordinal))
            form.Add(new StringContent("evidence"), "kind");
        form.Add(new ByteArrayContent(bytes), "file", "note.txt");
        var body = await form.ReadAsByteArrayAsync();
        return (
            body,
            $"POST /api/v1/{path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {api.Administrator.Http.DefaultRequestHeaders.Authorization}\r\n"
                + $"Content-Type: {form.Headers.ContentType}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"
        );
    }

    private Task<(int Contents, int Chunks)> StoredAsync() =>
        api.InDatabaseAsync(async db =>
        {
            var contents = await db
                .DocumentContents.Where(c => c.ProjectId == _project.Id)
                .Select(c => c.Id)
                .ToListAsync();
            return (contents.Count, await db.DocumentChunks.CountAsync(c => contents.Contains(c.ContentId)));
        });
}

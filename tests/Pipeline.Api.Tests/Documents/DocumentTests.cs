using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Documents;

namespace Pipeline.Api.Tests.Documents;

/// <summary>Files of a project, in and out, and gone.</summary>
[UseCases(
    typeof(AddDocument),
    typeof(ListDocuments),
    typeof(GetDocument),
    typeof(GetDocumentContent),
    typeof(RemoveDocument)
)]
public sealed class DocumentTests(DocumentApi api) : IClassFixture<DocumentApi>, IAsyncLifetime
{
    private Fund _fund = null!;
    private TestProject _project = null!;

    private string Path => $"{_project.Path}/documents";

    public async Task InitializeAsync()
    {
        _fund = await Fund.OpenAsync(api);
        _project = await _fund.ProjectAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_file_comes_out_as_it_went_in()
    {
        var bytes = DocumentFiles.Text(600_000);
        var made = (await AddAsync("C:\\Users\\me\\Bilan d'été.txt", bytes, "report", "Bilan")).ShouldBe(201);
        made.Location.Should().EndWith($"/{Path}/{made.Id("id")}");
        made.Json!.AsObject()
            .Select(p => p.Key)
            .Should()
            .Equal(
                "id",
                "title",
                "fileName",
                "kind",
                "mediaType",
                "size",
                "sha256",
                "recordedAt",
                "recordedBy",
                "removal"
            );
        (made.Text("title"), made.Text("fileName"), made.Text("kind"), made.Number("size"), made.Text("sha256"))
            .Should()
            .Be(("Bilan", "Bilan d'été.txt", "report", bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        made.Id("recordedBy.id").Should().Be(api.Administrator.UserId);
        foreach (var path in new[] { Path, $"{Path}/{made.Id("id")}" })
        {
            var read = (await api.Administrator.GetAsync(path)).ShouldBe(200);
            (read.Json!["items"]?[0] ?? read.Json).ToJsonString().Should().Be(made.Json.ToJsonString());
        }

        using var sent = await SendAsync(made.Id("id"));
        (await sent.Content.ReadAsByteArrayAsync()).Should().Equal(bytes);
        sent.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        sent.Content.Headers.ContentDisposition.FileNameStar.Should().Be("Bilan d'été.txt");
        sent.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        sent.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("sandbox");
    }

    [Theory]
    [InlineData("bytes=0-0", 0, 1)]
    [InlineData("bytes=262140-262150", 262_140, 11)]
    [InlineData("bytes=500000-", 500_000, 100_000)]
    [InlineData("bytes=-7", 599_993, 7)]
    public async Task Parts_of_a_file_are_sent_across_its_pieces(string range, int from, int length)
    {
        var bytes = DocumentFiles.Text(600_000);
        var id = (await AddAsync(bytes: bytes)).ShouldBe(201).Id("id");
        using var sent = await SendAsync(id, r => r.Range = RangeHeaderValue.Parse(range));
        ((int)sent.StatusCode).Should().Be(206);
        (await sent.Content.ReadAsByteArrayAsync()).Should().Equal(bytes[from..(from + length)]);
    }

    [Theory]
    [InlineData("bytes=100-")]
    [InlineData("bytes=-0")]
    public async Task A_part_beyond_the_end_is_none_which_is_told_with_the_length(string range)
    {
        var id = (await AddAsync()).ShouldBe(201).Id("id");
        using var beyond = await SendAsync(id, r => r.TryAddWithoutValidation("Range", range));
        $"{beyond.Content.Headers.ContentRange}".Should().Be($"bytes */{"A note".Length}");
        (await Reply.ReadAsync(beyond)).ShouldBeProblem(416, "range_not_satisfiable");
        beyond.Content.Headers.ContentDisposition.Should().BeNull();
    }

    [Fact]
    public async Task Conditions_come_before_parts_and_a_part_in_an_unknown_unit_asks_for_nothing()
    {
        var id = (await AddAsync()).ShouldBe(201).Id("id");
        using var first = await SendAsync(id);
        var (tag, beyond) = (first.Headers.ETag!, new RangeHeaderValue(100, null));
        await ShouldAnswerAsync(304, r => r.IfNoneMatch.Add(tag));
        await ShouldAnswerAsync(
            304,
            r =>
            {
                r.IfNoneMatch.Add(tag);
                r.Range = beyond;
            }
        );
        var another = new EntityTagHeaderValue("\"another\"");
        await ShouldAnswerAsync(
            200,
            r =>
            {
                r.IfRange = new(another);
                r.Range = beyond;
            }
        );
        await ShouldAnswerAsync(200, r => r.TryAddWithoutValidation("Range", "items=0-0"));
        await ShouldAnswerAsync(200, r => r.IfMatch.Add(tag));
        using var stale = await SendAsync(
            id,
            r =>
            {
                r.IfMatch.Add(another);
                r.Range = beyond;
            }
        );
        (await Reply.ReadAsync(stale)).ShouldBeProblem(412, "stale");

        async Task ShouldAnswerAsync(int status, Action<HttpRequestHeaders> with)
        {
            using var answer = await SendAsync(id, with);
            ((int)answer.StatusCode).Should().Be(status);
            (await answer.Content.ReadAsStringAsync()).Should().Be(status == 200 ? "A note" : "");
        }
    }

    [Fact]
    public async Task Equal_files_are_stored_once_and_go_with_the_last()
    {
        var bytes = DocumentFiles.Text(300_000);
        var added = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => AddAsync($"{i}.txt", bytes)));
        var ids = added.Select(r => r.ShouldBe(201).Id("id")).ToList();
        (await StoredAsync()).Should().Be((1, 2));
        foreach (var id in ids.Skip(1))
            (await RemoveAsync(id)).ShouldBe(204);
        (await StoredAsync()).Should().Be((1, 2));
        (await api.Administrator.GetAsync($"{Path}/{ids[0]}/content")).ShouldBe(200).Bytes.Should().Equal(bytes);
        (await RemoveAsync(ids[0])).ShouldBe(204);
        (await StoredAsync()).Should().Be((0, 0));
        (await AddAsync(bytes: bytes)).ShouldBe(201);
    }

    [Fact]
    public async Task What_was_removed_is_known_and_not_there()
    {
        var id = (await AddAsync("agreement.txt", kind: "agreement")).ShouldBe(201).Id("id");
        (await api.Administrator.DeleteAsync($"{Path}/{id}", new { reason = " " })).ShouldBeProblem(422, "required");
        (await api.Administrator.DeleteAsync($"{Path}/{id}", new { })).ShouldBeProblem(422, "required");
        (await RemoveAsync(id)).ShouldBe(204);

        var record = (await api.Administrator.GetAsync($"{Path}/{id}")).ShouldBe(200);
        (record.Text("fileName"), record.Text("removal.reason"), record.Id("removal.removedBy.id"))
            .Should()
            .Be(("agreement.txt", "Another project's", api.Administrator.UserId));
        (await api.Administrator.GetAsync($"{Path}/{id}/content")).ShouldBeProblem(404, "not_found");
        (await api.Administrator.GetAsync(Path)).ShouldBe(200).Items().Should().BeEmpty();
        (await RemoveAsync(id)).ShouldBeProblem(409, "document_removed");
        (await api.Administrator.GetAsync($"{_project.Path}/history"))
            .ShouldBe(200)
            .Json!.ToJsonString()
            .Should()
            .Contain("agreement.txt")
            .And.Contain("removalReason");
    }

    [Fact]
    public async Task A_file_that_is_too_large_and_a_portfolio_that_is_full_are_refused()
    {
        (await AddAsync(bytes: DocumentFiles.Text(DocumentApi.FileBytes + 1))).ShouldBeProblem(413, "file_too_large");
        (await AddAsync(bytes: DocumentFiles.Text(DocumentApi.FileBytes))).ShouldBe(201);
        var other = await _fund.ProjectAsync();
        var refused = await DocumentFiles.AddAsync(
            api.Administrator,
            other,
            bytes: DocumentFiles.Text(400_000, seed: 2)
        );
        refused.ShouldBeProblem(409, "documents_full");
        // What is there already takes no room.
        (await AddAsync("again.txt", DocumentFiles.Text(DocumentApi.FileBytes))).ShouldBe(201);
        var elsewhere = await (await Fund.OpenAsync(api)).ProjectAsync();
        (
            await DocumentFiles.AddAsync(api.Administrator, elsewhere, bytes: DocumentFiles.Text(400_000, seed: 2))
        ).ShouldBe(201);
    }

    [Theory]
    [InlineData("", "required")]
    [InlineData("photo", "unknown_code")]
    public async Task The_kind_has_to_be_one_of_the_known(string kind, string code) =>
        (await AddAsync(kind: kind)).ShouldBeProblem(422, code);

    [Fact]
    public async Task A_form_without_a_file_or_with_what_nobody_asks_for_is_refused()
    {
        (await api.Administrator.PostAsync(Path, new { kind = "evidence" })).ShouldBeProblem(
            415,
            "unsupported_media_type"
        );
        (
            await api.Administrator.UploadAsync(
                Path,
                "note.txt",
                "A note"u8.ToArray(),
                fields: [("kind", "evidence"), ("colour", "red")]
            )
        ).ShouldBeProblem(422, "unknown_field");
    }

    [Fact]
    public async Task A_part_without_a_file_name_is_told_what_it_lacks()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("evidence"), "kind" },
            { new StringContent("A note"), "file" },
        };
        using var answer = await api.Administrator.Http.PostAsync(new Uri($"/api/v1/{Path}", UriKind.Relative), form);
        var refused = (await Reply.ReadAsync(answer)).ShouldBeProblem(422, "required");
        (refused.Text("errors.0.field"), refused.Text("detail").Contains("file name", StringComparison.Ordinal))
            .Should()
            .Be(("file", true));
    }

    [Fact]
    public async Task A_file_that_was_cut_off_half_way_leaves_nothing()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("evidence"), "kind" },
            { new ByteArrayContent(DocumentFiles.Text(300_000)), "file", "note.txt" },
        };
        var whole = await form.ReadAsByteArrayAsync();
        using var half = new ByteArrayContent(whole[..(whole.Length / 2)]);
        half.Headers.ContentType = form.Headers.ContentType;
        using var answer = await api.Administrator.Http.PostAsync(new Uri($"/api/v1/{Path}", UriKind.Relative), half);
        ((int)answer.StatusCode).Should().Be(400);
        (await StoredAsync()).Should().Be((0, 0));
    }

    [Fact]
    public async Task A_line_that_halts_half_way_holds_up_nobody_and_its_file_comes_whole()
    {
        var bytes = DocumentFiles.Text(600_000);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("evidence"), "kind" },
            { new ByteArrayContent(bytes), "file", "note.txt" },
        };
        using var slow = new HaltingContent(await form.ReadAsByteArrayAsync());
        slow.Headers.ContentType = form.Headers.ContentType;
        // One that follows redirects would gather all of it first.
        using var client = api.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Authorization = api.Administrator.Http.DefaultRequestHeaders.Authorization;
        var sending = client.PostAsync(new Uri($"/api/v1/{Path}", UriKind.Relative), slow);
        await slow.IsHalfWay;
        (await AddAsync("other.txt", "Another"u8.ToArray())).ShouldBe(201);
        await _project.CommitAsync(10);
        sending.IsCompleted.Should().BeFalse();

        slow.GoOn();
        using var answer = await sending;
        var id = (await Reply.ReadAsync(answer)).ShouldBe(201).Id("id");
        (await api.Administrator.GetAsync($"{Path}/{id}/content")).ShouldBe(200).Bytes.Should().Equal(bytes);
    }

    [Fact]
    public async Task The_same_key_gives_the_same_document_and_is_refused_for_another_kind()
    {
        var key = Guid.CreateVersion7(api.Clock.GetUtcNow());
        var first = (await DocumentFiles.AddAsync(api.Administrator, _project, key: key)).ShouldBe(201);
        var again = (await DocumentFiles.AddAsync(api.Administrator, _project, key: key)).ShouldBe(201);
        (again.Id("id"), again.Replayed).Should().Be((first.Id("id"), true));
        (await DocumentFiles.AddAsync(api.Administrator, _project, kind: "report", key: key)).ShouldBeProblem(
            422,
            "idempotency_key_reused"
        );
    }

    [Fact]
    public async Task Agreements_are_not_shown_to_portfolios_that_hold_the_project_beside()
    {
        var coFunder = await Fund.OpenAsync(api);
        (
            await api.Administrator.PutAsync(
                $"portfolios/{coFunder.Id}/holdings/{_project.Id}",
                new { kind = "coFunder" }
            )
        ).ShouldBe(200);
        var agreement = (await AddAsync("agreement.txt", kind: "agreement")).ShouldBe(201).Id("id");
        var evidence = (await AddAsync("other.txt", "Other"u8.ToArray())).ShouldBe(201).Id("id");
        var (mine, theirs) = (await _fund.MemberAsync("investor"), await coFunder.MemberAsync("manager"));
        (await mine.GetAsync(Path)).ShouldBe(200).Items().Should().HaveCount(2);
        (await theirs.GetAsync(Path)).ShouldBe(200).Items().Should().ContainSingle();
        (await theirs.GetAsync($"{Path}/{evidence}/content")).ShouldBe(200);
        foreach (var path in new[] { $"{Path}/{agreement}", $"{Path}/{agreement}/content" })
            (await theirs.GetAsync(path)).ShouldBeProblem(404, "not_found");
        (await theirs.GetAsync($"{_project.Path}/history"))
            .ShouldBe(200)
            .Json!.ToJsonString()
            .Should()
            .Contain("other.txt")
            .And.NotContain("agreement.txt");
        (await theirs.DeleteAsync($"{Path}/{evidence}", new { reason = "No" })).ShouldBeProblem(403, "managers_only");
    }

    [Fact]
    public async Task At_a_page_s_address_too_a_browser_is_told_to_run_nothing_of_it()
    {
        var id = (await AddAsync()).ShouldBe(201).Id("id");
        using var browser = api.CreateClient(new() { AllowAutoRedirect = false });
        using var sent = await browser.GetAsync(new Uri($"/{Path}/{id}/content", UriKind.Relative));
        sent.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("sandbox");
    }

    private Task<Reply> AddAsync(
        string name = "note.txt",
        byte[]? bytes = null,
        string kind = "evidence",
        string? title = null
    ) => DocumentFiles.AddAsync(api.Administrator, _project, name, bytes, kind, title);

    private Task<Reply> RemoveAsync(Guid id) =>
        api.Administrator.DeleteAsync($"{Path}/{id}", new { reason = "Another project's" });

    private async Task<HttpResponseMessage> SendAsync(Guid id, Action<HttpRequestHeaders>? with = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/{Path}/{id}/content");
        with?.Invoke(request.Headers);
        return await api.Administrator.Http.SendAsync(request);
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

    /// <summary>A body of which half is sent, and the rest when it is told to go on.</summary>
    private sealed class HaltingContent(byte[] bytes) : HttpContent
    {
        private readonly TaskCompletionSource _halfWay = new(TaskCreationOptions.RunContinuationsAsynchronously),
            _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task IsHalfWay => _halfWay.Task;

        public void GoOn() => _goOn.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await stream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await stream.FlushAsync();
            _halfWay.SetResult();
            await _goOn.Task;
            await stream.WriteAsync(bytes.AsMemory(bytes.Length / 2));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }
}

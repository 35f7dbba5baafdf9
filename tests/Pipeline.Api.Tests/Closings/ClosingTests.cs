using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Exports;
using Pipeline.Application.Closings;

namespace Pipeline.Api.Tests.Closings;

/// <summary>What was reported stays as it was: files, figures, hashes and a signature that anybody can check.</summary>
[UseCases(
    typeof(MakeClosing),
    typeof(ListClosings),
    typeof(GetClosing),
    typeof(GetClosingFile),
    typeof(ListClosingKeys)
)]
public sealed class ClosingTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task A_closed_period_is_kept_byte_for_byte_whatever_is_recorded_later()
    {
        var (fund, _) = await FundAsync();
        var asOf = api.Clock.Today;
        var made = (await fund.TryCloseAsync(asOf, note: "The third quarter")).ShouldBe(201);
        var path = $"portfolios/{fund.Id}/closings/{made.Id("id")}";
        made.Location.Should().EndWith(path);
        (made.Text("asOf"), made.Text("note"), made.Number("number"), made.Id("recordedBy.id"))
            .Should()
            .Be((asOf.Iso(), "The third quarter", 1, api.Administrator.UserId));
        var workbooks = new Dictionary<string, byte[]>();
        foreach (var language in new[] { "en", "fr" })
            workbooks[language] = (await GetFileAsync(path, "report.xlsx", language)).Bytes;
        var dashboard = (await GetFileAsync(path, "dashboard.json", "en")).Bytes;

        var later = await fund.ProjectAsync();
        await later.DeliverAsync(await later.CommitAsync(4_000), 1_000);

        foreach (var (language, bytes) in workbooks)
        {
            var again = await GetFileAsync(path, "report.xlsx", language);
            again.Bytes.Should().Equal(bytes);
            again.ETag.Should().Be($"\"{Sha256(bytes)}\"");
            HashOf(made, "workbook", language).Should().Be(Sha256(bytes));
        }
        HashOf(made, "dashboard", "en").Should().Be(Sha256(dashboard));
        var read = (await api.Administrator.GetAsync(path)).ShouldBe(200);
        JsonNode.DeepEquals(read["figures"], JsonNode.Parse(dashboard)).Should().BeTrue();
        read.Figure("figures.totals.committed.amount").Should().Be(10_000m);
        JsonNode.DeepEquals(read.Json, made.Json).Should().BeTrue();
        var listed = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/closings")).ShouldBe(200);
        (listed.Number("totalItems"), listed.Id("items.0.id"), listed["items.0.figures"])
            .Should()
            .Be((1, made.Id("id"), null));
    }

    [Fact]
    public async Task The_kept_dashboard_is_the_one_that_was_shown_in_each_language()
    {
        var (fund, _) = await FundAsync();
        var asOf = api.Clock.Today;
        var path = await fund.CloseAsync(asOf);
        var knownAt = (await api.Administrator.GetAsync(path)).Text("knownAt");
        foreach (var language in new[] { "en", "fr" })
        {
            var shown = await api.Administrator.GetAsync(
                $"portfolios/{fund.Id}/dashboard?asOf={asOf.Iso()}&knownAt={knownAt}",
                language
            );
            (await GetFileAsync(path, "dashboard.json", language)).Bytes.Should().Equal(shown.ShouldBe(200).Bytes);
        }
    }

    [Fact]
    public async Task A_workbook_that_is_made_later_of_the_same_day_and_instant_has_the_same_cells()
    {
        var (fund, project) = await FundAsync();
        var asOf = api.Clock.Today;
        var path = await fund.CloseAsync(asOf);
        var knownAt = (await api.Administrator.GetAsync(path)).Text("knownAt");
        await api.DaysGoByAsync(20);
        await project.DescribeAsync(name: "Renamed since");
        await project.DeliverAsync(await project.CommitAsync(500), 200);

        var closed = (await GetFileAsync(path, "report.xlsx", "fr")).Bytes;
        var later = (
            await api.Administrator.GetAsync(
                $"portfolios/{fund.Id}/report.xlsx?asOf={asOf.Iso()}&knownAt={knownAt}&lang=fr"
            )
        )
            .ShouldBe(200)
            .Bytes;

        using var then = Book.Open(closed);
        using var now = Book.Open(later);
        now.Sheets.Should().Equal(then.Sheets);
        foreach (var sheet in then.Sheets)
            now.Lines(sheet).Should().Equal(then.Lines(sheet), "sheet {0}", sheet);
    }

    [Fact]
    public async Task Anybody_can_check_the_signature_with_the_public_key()
    {
        var (fund, _) = await FundAsync();
        var made = (await fund.TryCloseAsync(api.Clock.Today)).ShouldBe(201);
        using var http = api.CreateClient();
        var keys = JsonNode.Parse(await http.GetStringAsync("/.well-known/pipeline-closing-keys"))!["keys"]!.AsArray();
        var key = keys.Single(k => k!["kid"]!.GetValue<string>() == made.Text("signature.keyId"))!;
        (key["kty"]!.GetValue<string>(), key["crv"]!.GetValue<string>(), key["alg"]!.GetValue<string>())
            .Should()
            .Be(("EC", "P-256", "ES256"));
        using var check = ECDsa.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new()
                {
                    X = Base64Url.DecodeFromChars(key["x"]!.GetValue<string>()),
                    Y = Base64Url.DecodeFromChars(key["y"]!.GetValue<string>()),
                },
            }
        );
        var (statement, signature) = (
            made.Text("signature.statement"),
            Base64Url.DecodeFromChars(made.Text("signature.value"))
        );
        Verifies(statement).Should().BeTrue();
        Verifies(statement.Replace("workbook en", "workbook fr", StringComparison.Ordinal)).Should().BeFalse();
        foreach (var file in made.Items("files"))
            statement
                .Should()
                .Contain(
                    $"\n{file["kind"]!.GetValue<string>()} {file["language"]!.GetValue<string>()} {file["sha256"]!.GetValue<string>()}\n"
                );
        statement.Should().Contain($"\nclosing {made.Id("id")}\n").And.Contain($"\nasOf {made.Text("asOf")}\n");

        bool Verifies(string text) =>
            check.VerifyData(Encoding.UTF8.GetBytes(text), signature, HashAlgorithmName.SHA256);
    }

    [Fact]
    public async Task A_key_whose_seal_is_lost_is_followed_by_another_and_still_proves_what_it_signed()
    {
        var (fund, _) = await FundAsync();
        var first = (await fund.TryCloseAsync(api.Clock.Today.AddDays(-9))).ShouldBe(201).Text("signature.keyId");
        // As if the keys that seal were gone: what is newest cannot be opened any more.
        using var strange = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await api.InDatabaseAsync(async db =>
        {
            db.Add(
                new Domain.Closings.ClosingKey(
                    strange.ExportParameters(includePrivateParameters: false),
                    "under another seal",
                    api.Clock.GetUtcNow()
                )
            );
            return await db.SaveChangesAsync();
        });

        var second = (await fund.TryCloseAsync(api.Clock.Today)).ShouldBe(201).Text("signature.keyId");

        using var http = api.CreateClient();
        var keys = JsonNode.Parse(await http.GetStringAsync("/.well-known/pipeline-closing-keys"))!["keys"]!.AsArray();
        second.Should().NotBe(first);
        keys.Select(k => k!["kid"]!.GetValue<string>()).Should().Contain([first, second]);
    }

    [Fact]
    public async Task Closed_days_are_strictly_ascending()
    {
        var (fund, _) = await FundAsync();
        var today = api.Clock.Today;
        (await fund.TryCloseAsync(today.AddDays(-10))).ShouldBe(201);
        foreach (var day in new[] { -10, -11, -400 })
            (await fund.TryCloseAsync(today.AddDays(day))).ShouldBeProblem(409, "closing_not_after_last");
        (await fund.TryCloseAsync(today.AddDays(-9))).ShouldBe(201).Number("number").Should().Be(2);
        (await fund.TryCloseAsync(today.AddDays(1))).ShouldBlame("asOf", "date_in_future");
        (await fund.TryCloseAsync(today, note: new string('x', 100_000))).ShouldBlame("note", "too_long");
        (await fund.TryCloseAsync(today, note: "\u0001")).ShouldBlame("note", "invalid_text");
        (await api.Administrator.PostAsync($"portfolios/{fund.Id}/closings", new { note = "No day" })).ShouldBlame(
            "asOf",
            "required"
        );
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/closings"))
            .Items()
            .Select(c => c["number"]!.GetValue<int>())
            .Should()
            .Equal(2, 1);
    }

    [Fact]
    public async Task Of_two_closings_made_at_once_one_wins()
    {
        var (fund, _) = await FundAsync();
        var finance = await fund.MemberAsync("finance");
        var asOf = api.Clock.Today;

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(i => fund.TryCloseAsync(asOf, i % 2 == 0 ? finance : api.Administrator))
        );

        replies.Select(r => r.Status).Order().Should().Equal(201, 409, 409, 409);
        replies.Single(r => r.Status == 201).Number("number").Should().Be(1);
        foreach (var refused in replies.Where(r => r.Status == 409))
            refused.ShouldBeProblem(409, "closing_not_after_last");
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/closings")).Number("totalItems").Should().Be(1);
    }

    [Fact]
    public async Task A_closing_is_in_the_audit_and_in_the_outbox_and_is_sent_once_for_a_key()
    {
        var (fund, _) = await FundAsync();
        var key = Guid.CreateVersion7(api.Clock.GetUtcNow());
        var body = new { asOf = api.Clock.Today };
        var made = (await api.Administrator.PostAsync($"portfolios/{fund.Id}/closings", body, key: key)).ShouldBe(201);
        var again = (await api.Administrator.PostAsync($"portfolios/{fund.Id}/closings", body, key: key)).ShouldBe(201);
        (again.Id("id"), again.Replayed).Should().Be((made.Id("id"), true));

        var entry = (await api.Administrator.GetAsync("audit?limit=1")).ShouldBe(200);
        (entry.Text("items.0.kind"), entry.Text("items.0.entityId")).Should().Be(("closing", $"{made.Id("id")}"));
        (
            await api.InDatabaseAsync(db =>
                db.Outbox.CountAsync(m => m.Type == "closing.made" && m.PortfolioId == fund.Id)
            )
        )
            .Should()
            .Be(1);
        (await api.Administrator.GetAsync("audit/verify")).ShouldBe(200).Flag("valid").Should().BeTrue();
    }

    [Fact]
    public async Task Another_portfolios_closing_is_not_there()
    {
        var (fund, _) = await FundAsync();
        var (other, _) = await FundAsync();
        var id = (await fund.TryCloseAsync(api.Clock.Today)).ShouldBe(201).Id("id");
        foreach (var rest in new[] { "", "/changes", "/report.xlsx", "/dashboard.json" })
            (await api.Administrator.GetAsync($"portfolios/{other.Id}/closings/{id}{rest}")).ShouldBe(404);
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/closings/{id}/report.xlsx?lang=de")).ShouldBlame(
            "lang",
            "unknown_language"
        );
    }

    private async Task<(Fund, TestProject)> FundAsync()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await project.DeliverAsync(await project.CommitAsync(10_000), 2_500);
        return (fund, project);
    }

    private async Task<Reply> GetFileAsync(string path, string file, string language) =>
        (await api.Administrator.GetAsync($"{path}/{file}?lang={language}")).ShouldBe(200);

    private static string HashOf(Reply closing, string kind, string language) =>
        closing
            .Items("files")
            .Single(f => f["kind"]!.GetValue<string>() == kind && f["language"]!.GetValue<string>() == language)[
            "sha256"
        ]!.GetValue<string>();

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

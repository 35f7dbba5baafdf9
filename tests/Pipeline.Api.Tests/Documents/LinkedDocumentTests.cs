using Pipeline.Api.Tests.Common;
using Pipeline.Application.Evaluations;
using Pipeline.Application.Transitions;

namespace Pipeline.Api.Tests.Documents;

/// <summary>Evidence that is a document of the project.</summary>
[UseCases(typeof(ReportTransition), typeof(RecordEvaluation))]
public sealed class LinkedDocumentTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task A_transition_names_a_document_or_an_address_or_both()
    {
        var (project, document) = await WithDocumentAsync();
        object[] evidence =
        [
            new { title = "Minutes", documentId = document },
            new { title = "Press", url = "https://example.org/press" },
            new
            {
                title = "Both",
                url = "https://example.org/both",
                documentId = document,
            },
        ];
        var reported = (await ReportAsync(project, evidence)).ShouldBe(201);
        reported
            .Items("evidence")
            .Select(e => (e["title"]!.GetValue<string>(), (string?)e["url"], (Guid?)e["documentId"]))
            .Should()
            .Equal(
                ("Minutes", null, document),
                ("Press", "https://example.org/press", null),
                ("Both", "https://example.org/both", document)
            );
    }

    [Fact]
    public async Task A_document_of_another_project_one_that_is_gone_and_none_at_all_are_refused()
    {
        var (project, document) = await WithDocumentAsync();
        var (_, foreign) = await WithDocumentAsync();
        ShouldBeRefused(
            await ReportAsync(project, new { title = "Foreign", documentId = foreign }),
            "unknown_document",
            "evidence[0].documentId"
        );
        ShouldBeRefused(await ReportAsync(project, new { title = "Nothing" }), "required", "evidence[0].url");
        (await api.Administrator.DeleteAsync($"{project.Path}/documents/{document}", new { reason = "Gone" })).ShouldBe(
            204
        );
        ShouldBeRefused(
            await ReportAsync(project, new { title = "Gone", documentId = document }),
            "unknown_document",
            "evidence[0].documentId"
        );
    }

    [Fact]
    public async Task An_evaluation_names_a_document()
    {
        var (project, document) = await WithDocumentAsync();
        (await EvaluateAsync(project, document)).ShouldBe(201)["evidence.0.documentId"]!
            .GetValue<Guid>()
            .Should()
            .Be(document);
        ShouldBeRefused(await EvaluateAsync(project, project.Id), "unknown_document", "evidence[0].documentId");
    }

    private static void ShouldBeRefused(Reply reply, string code, string field) =>
        reply.ShouldBeProblem(422, code).Text("errors.0.field").Should().Be(field);

    private async Task<(TestProject Project, Guid Document)> WithDocumentAsync()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        return (project, (await DocumentFiles.AddAsync(api.Administrator, project)).ShouldBe(201).Id("id"));
    }

    private async Task<Reply> ReportAsync(TestProject project, params object[] evidence) =>
        await api.Administrator.PostAsync(
            $"{project.Path}/transitions",
            new
            {
                trigger = "hold",
                effectiveOn = "2016-01-01",
                reason = "A pause",
                evidence,
            },
            await project.ETagAsync()
        );

    private Task<Reply> EvaluateAsync(TestProject project, Guid document) =>
        api.Administrator.PostAsync(
            $"{project.Path}/evaluations",
            new
            {
                phase = "conception",
                form = "performance",
                maturity = "narrated",
                carriedOutOn = "2016-01-01",
                evaluator = "University of Nanterre",
                participants = new[] { "beneficiaries" },
                findings = "It works",
                verdict = "favourable",
                evidence = new[] { new { title = "Report", documentId = document } },
            }
        );
}

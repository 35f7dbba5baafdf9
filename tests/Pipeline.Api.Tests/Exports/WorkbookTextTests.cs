using DocumentFormat.OpenXml.Spreadsheet;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Indicators;
using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Api.Tests.Exports;

/// <summary>People's words on the sheets of a portfolio's workbook: never a formula, and never a code.</summary>
public sealed class WorkbookTextTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task Words_in_one_language_or_in_both_never_become_a_formula_and_participants_have_their_names()
    {
        const string evil = "=1+1";
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await project.EvaluateAsync("conception", "relevance", "narrated", "2016-01-01");
        (
            await api.Administrator.PutAsync(
                $"{project.Path}/risks",
                new
                {
                    risks = new[]
                    {
                        new
                        {
                            label = evil,
                            passage = "conception",
                            likelihood = 2,
                            severity = 3,
                        },
                    },
                },
                "*"
            )
        ).ShouldBe(200);
        var named = IndicatorApi.Indicator("PEOPLE", new { name = new { en = evil, fr = evil } });
        (await fund.SetIndicatorsAsync(named)).ShouldBe(200);
        (await project.ReadAsync("PEOPLE", "2016-01-01", 3)).ShouldBe(201);

        var bytes = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx", language: "fr"))
            .ShouldBe(200)
            .Bytes;
        using var book = Book.Open(bytes);
        var formats = book
            .Document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>()
            .ToList();
        foreach (var (sheet, heading) in new[] { ("Risques", "Risque"), ("Indicateurs", "Indicateur") })
        {
            var cell = book.Table(sheet).Single()[heading];
            book.TextOf(cell).Should().Be(evil);
            (formats[(int)cell.StyleIndex!.Value].QuotePrefix?.Value ?? false)
                .Should()
                .BeTrue("{0} stays text when somebody edits it", heading);
        }
        book.TextOf(book.Table("Évaluations").Single()["Participants"]).Should().Be("Bénéficiaires");
        foreach (var sheet in new[] { "Projets", "Ratios" })
            book.Part(sheet)
                .TableDefinitionParts.Single()
                .Table.TableColumns!.Elements<TableColumn>()
                .Select(column => column.Name!.Value)
                .Should()
                .Contain(Enum.GetValues<RatioKind>().Select(kind => Labels.Of(kind).Fr), "each ratio has one name");
    }
}

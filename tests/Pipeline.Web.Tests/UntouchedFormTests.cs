using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>A form that is saved as it stands changes nothing: no field is lost, moved or read in another way on its way to the page and back.</summary>
[Collection(OneProgram.Name)]
public sealed class UntouchedFormTests(WebApp app)
{
    // What says who saved it last, and when.
    // A plan that is saved holds from that day on.
    private static readonly string[] Stamps = ["version", "recordedAt", "recordedBy", "projectVersion", "effectiveOn"];

    // The page, its form, and where the API tells what it edits.
    private static readonly (string Page, string Form, string Told)[] Forms =
    [
        ("/projects/{project}/edit", "describe", "projects/{project}"),
        ("/projects/{project}/edit", "territories", "projects/{project}"),
        ("/projects/{project}/edit", "stakeholders", "projects/{project}"),
        ("/projects/{project}/ledger", "plan", "projects/{project}/plan"),
        ("/projects/{project}/evaluation-plan", "plan", "projects/{project}/evaluation-plan"),
        ("/projects/{project}/agreements/{portfolio}", "agreement", "projects/{project}/agreements/{portfolio}"),
        ("/projects/{project}/economics/current", "economics", "projects/{project}/economics/current"),
        ("/projects/{project}/economics/target", "economics", "projects/{project}/economics/target"),
        ("/projects/{project}/alliances/{alliance}/edit", "alliance", "projects/{project}/alliances/{alliance}"),
        ("/projects/{project}/impacts/{impact}/edit", "impact", "projects/{project}/impacts/{impact}"),
        ("/projects/{project}/risks/edit", "risks", "projects/{project}/risks"),
        ("/portfolios/{portfolio}/indicators", "indicators", "portfolios/{portfolio}/indicators"),
        ("/portfolios/{portfolio}/programmes/{programme}/edit", "programme", "programmes/{programme}"),
        ("/portfolios/{portfolio}/cohorts/{cohort}", "dates", "cohorts/{cohort}"),
        ("/portfolios/{portfolio}/cohorts/{cohort}/sessions/S1", "session", "cohorts/{cohort}"),
        ("/portfolios/{portfolio}/participations/{participation}", "who", "participations/{participation}"),
        ("/catalysts/{catalyst}/edit", "catalyst", "catalysts/{catalyst}"),
        ("/admin/portfolios/{portfolio}", "rules", "portfolios/{portfolio}"),
        ("/admin/organisations/{organisation}", "save", "organisations/{organisation}"),
        ("/resources/edit?code=coConstructionFramework", "resource", "resources"),
        ("/admin/reference", "needs", "reference"),
        ("/admin/reference/alliance-kinds", "entries", "reference/alliance-kinds"),
        ("/admin/reference/figures", "figures", "reference/ratio-references"),
        ("/admin/reference/risks", "entries", "reference/risks"),
    ];

    [BrowserFact]
    public async Task What_is_saved_untouched_stays_as_it_was()
    {
        foreach (var language in new[] { "en", "fr" })
        {
            await using var tab = await app.OpenAsAsync("administrator", new(language, JavaScript: false));
            foreach (var (page, form, told) in Forms)
            {
                var filled = await Sites.FillAsync(app, [page, told]);
                var before = await ToldAsync(filled[1]);
                await tab.GoAsync(filled[0]);
                var save = tab.Page.Locator($"form:has(input[name=_handler][value={form}]) button:not([name])").Last;
                (await tab.PressAsync(save))
                    .Should()
                    .BeLessThan(400, "{0} of {1} is taken as it stands", form, filled[0]);
                (await tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert).CountAsync()).Should().Be(0, filled[0]);
                (await ToldAsync(filled[1])).Should().Be(before, "{0} of {1} was not touched", form, filled[0]);
            }
        }
    }

    private async Task<string> ToldAsync(string path)
    {
        var told = (await app.ReplyAsync(path)).Json!;
        Unstamp(told);
        return told.ToJsonString();
    }

    private static string Invariant(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static void Unstamp(JsonNode? node)
    {
        if (node is JsonArray list)
            foreach (var item in list)
                Unstamp(item);
        if (node is not JsonObject fields)
            return;
        foreach (var stamp in Stamps)
            fields.Remove(stamp);
        // Whole lists are written anew, their entries with them.
        foreach (var whole in new[] { "territories", "stakeholders" })
        foreach (var entry in fields[whole] as JsonArray ?? [])
            (entry as JsonObject)?.Remove("id");
        foreach (var (name, value) in fields.ToList())
            // 0.30 is 0.3.
            if (value is JsonValue number && number.GetValueKind() == JsonValueKind.Number)
                fields[name] = Invariant(number.GetValue<decimal>());
            else
                Unstamp(value);
    }
}

using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>Every page, for what holds on all of them. A new page is added here.</summary>
internal static class Sites
{
    /// <summary>For whoever is signed in; <c>{portfolio}</c>, <c>{project}</c> and so on stand for the demonstration's.</summary>
    public static readonly string[] Signed =
    [
        "/",
        "/portfolios/{portfolio}",
        "/portfolios/{portfolio}/cube?rows=phase&columns=lever&measure=delivered",
        "/portfolios/{portfolio}/cube/projects?rows=phase&columns=lever&measure=delivered&column=funding",
        "/portfolios/{portfolio}/transitions?leftPhase=conception&asOf=2026-01-31",
        "/portfolios/{portfolio}/observatory",
        "/portfolios/{portfolio}/closings",
        "/portfolios/{portfolio}/impacts?state=tooEarly",
        "/portfolios/{portfolio}/indicators",
        "/portfolios/{portfolio}/diagnoses",
        "/portfolios/{portfolio}/agreements?exit=missing",
        "/portfolios/{portfolio}/alliances",
        "/portfolios/{portfolio}/connection",
        "/portfolios/{portfolio}/lessons?q=a",
        "/portfolios/{portfolio}/programmes",
        "/portfolios/{portfolio}/programmes/new",
        "/portfolios/{portfolio}/programmes/{programme}/edit",
        "/portfolios/{portfolio}/cohorts/{cohort}",
        "/portfolios/{portfolio}/cohorts/{cohort}/sessions/S3",
        "/portfolios/{portfolio}/participations/{participation}",
        "/catalysts?mission=dialogue",
        "/catalysts/new",
        "/catalysts/{catalyst}/edit",
        "/portfolios/{portfolio}/providers",
        "/portfolios/{portfolio}/risks",
        "/deadlines",
        "/projects?q=a&phase=modelling&region=bretagne&columns=code&columns=lead&columns=summary",
        "/projects?sort=-phaseSince",
        "/admin",
        "/admin/audit?verify=true",
        "/admin/health",
        "/admin/observatory",
        "/admin/organisations",
        "/admin/organisations/new",
        "/admin/organisations/{organisation}",
        "/admin/people",
        "/admin/people/new",
        "/admin/people/{person}",
        "/admin/portfolios",
        "/admin/portfolios/new",
        "/admin/portfolios/{portfolio}",
        "/admin/portfolios/{portfolio}/keys",
        "/admin/portfolios/{portfolio}/members",
        "/admin/portfolios/{portfolio}/webhooks",
        "/admin/portfolios/{portfolio}/reminders",
        "/admin/reference",
        "/admin/reference/alliance-kinds",
        "/admin/reference/figures",
        "/admin/reference/risks",
        "/me",
        "/me/notifications",
        "/me/password",
        "/projects/new",
        "/projects/{project}",
        "/projects/{project}/diagnoses?questionnaire=professionalSituations",
        "/projects/{project}/documents",
        "/projects/{project}/edit",
        "/projects/{project}/evaluation-plan",
        "/projects/{project}/evaluations",
        "/projects/{project}/history",
        "/projects/{project}/indicators",
        "/projects/{project}/ledger?commitment={commitment}",
        "/projects/{project}/progress-reports",
        "/projects/{project}/progress-reports/{period}",
        "/portfolios/{portfolio}/reports",
        "/portfolios/{portfolio}/territories",
        "/projects/{project}/report?trigger=advance",
        "/resources?path=P1&phase=conception",
        "/resources/edit",
        "/projects/{project}/agreements",
        "/projects/{project}/agreements/{portfolio}",
        "/projects/{project}/economics",
        "/projects/{project}/economics/current",
        "/projects/{project}/economics/target",
        "/projects/{project}/alliances",
        "/projects/{project}/alliances/new",
        "/projects/{project}/alliances/{alliance}",
        "/projects/{project}/alliances/{alliance}/edit",
        "/projects/{project}/impacts",
        "/projects/{project}/impacts/new",
        "/projects/{project}/impacts/{impact}",
        "/projects/{project}/impacts/{impact}/edit",
        "/projects/{project}/risks",
        "/projects/{project}/risks/edit",
        "/reviews",
        "/imports",
        "/imports?q=a&sort=fileName",
        "/imports/mapping?heading=Purpose&heading=Amount",
        "/exports",
        "/notifications",
        "/notifications?unread=true",
    ];

    /// <summary>For everybody.</summary>
    public static readonly string[] Open = ["/sign-in", "/invitation", "/password-reset", "/unsubscribe"];

    /// <summary>Addresses as they are asked for: with the demonstration's ids in the place of what stands for them.</summary>
    /// <param name="project">Which project, by code from 0.</param>
    public static async Task<IReadOnlyList<string>> FillAsync(WebApp app, IEnumerable<string> sites, int project = 0)
    {
        var chosen = (await app.ReplyAsync("projects?q=DEMO&sort=code")).Id($"items.{project}.id");
        var story = await ModuleStory.OfAsync(app, chosen);
        var programme = (await app.ReplyAsync("programmes")).Id("items.0.id");
        var cohort = (await app.ReplyAsync($"programmes/{programme}/cohorts")).Id("items.0.id");
        var ids = new Dictionary<string, string>
        {
            ["{portfolio}"] = $"{app.Portfolio}",
            ["{project}"] = $"{chosen}",
            ["{alliance}"] = $"{story.Alliance}",
            ["{impact}"] = $"{story.Impact}",
            ["{programme}"] = $"{programme}",
            ["{cohort}"] = $"{cohort}",
            ["{catalyst}"] = $"{(await app.ReplyAsync("catalysts")).Id("items.0.id")}",
            ["{participation}"] = $"{(await app.ReplyAsync($"cohorts/{cohort}/participations")).Id("items.0.id")}",
            ["{person}"] = $"{(await app.ReplyAsync("users")).Id("items.1.id")}",
            ["{organisation}"] = $"{(await app.ReplyAsync("organisations")).Id("items.0.id")}",
            ["{commitment}"] = $"{(await app.ReplyAsync($"projects/{chosen}/commitments")).Id("items.0.id")}",
            ["{period}"] = (await app.ReplyAsync($"projects/{chosen}/progress-reports")).Text("items.0.period"),
        };
        return [.. sites.Select(s => ids.Aggregate(s, (site, id) => site.Replace(id.Key, id.Value)))];
    }
}

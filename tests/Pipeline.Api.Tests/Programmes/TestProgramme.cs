using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Programmes;

/// <summary>A programme of nine months with a cohort, and the usual things that are done to it, by the administrator unless somebody else is named.</summary>
internal sealed class TestProgramme(Fund fund, Guid id, Guid cohort, string code = "")
{
    public Guid Id => id;

    public Guid Cohort => cohort;

    public string Code => code;

    public string Path => $"cohorts/{cohort}";

    private Client Administrator => fund.Api.Administrator;

    public static async Task<TestProgramme> OpenAsync(Fund fund, string startsOn = "2018-05-01", int capacity = 12)
    {
        var code = fund.Api.NewCode("PATH");
        var programme = (
            await fund.Api.Administrator.PostAsync(
                "programmes",
                new
                {
                    code,
                    name = "Territorial experience",
                    portfolioId = fund.Id,
                }
            )
        ).ShouldBe(201).Id("id");
        var cohort = (
            await fund.Api.Administrator.PostAsync($"programmes/{programme}/cohorts", new { startsOn, capacity })
        )
            .ShouldBe(201)
            .Id("id");
        return new(fund, programme, cohort, code);
    }

    /// <summary>Somebody as they are sent.</summary>
    public object Somebody(string territory, object? more = null) =>
        Fields.Merge(
            new
            {
                organisationId = fund.OrganisationId,
                territory,
                nature = "association",
                participants = new[] { "Director" },
                on = "2018-04-01",
            },
            more
        );

    public Task<Reply> TryChooseAsync(string territory, object? more = null, Client? by = null) =>
        (by ?? Administrator).PostAsync($"{Path}/participations", Somebody(territory, more));

    public async Task<Guid> ChooseAsync(string territory, object? more = null) =>
        (await TryChooseAsync(territory, more)).ShouldBe(201).Id("id");

    /// <summary>Says what happened to somebody.</summary>
    public Task<Reply> SayAsync(Guid participation, string territory, string status, string on, object? more = null) =>
        Administrator.PutAsync(
            $"participations/{participation}",
            Fields.Merge(Somebody(territory, new { status, on }), more),
            "*"
        );

    /// <summary>Moves a session, or says who was there.</summary>
    public Task<Reply> MeetAsync(string code, string on, params (Guid Participation, bool Present)[] attendance) =>
        Administrator.PutAsync(
            $"{Path}/sessions/{code}",
            attendance.Length == 0
                ? new { on }
                : new
                {
                    on,
                    attendance = attendance.Select(a => new { participationId = a.Participation, present = a.Present }),
                },
            "*"
        );

    /// <summary>Hands in a milestone file.</summary>
    public Task<Reply> HandInAsync(
        Guid participation,
        string kind,
        string on,
        object? more = null,
        Client? by = null
    ) =>
        (by ?? Administrator).PostAsync(
            $"participations/{participation}/files",
            Fields.Merge(
                new
                {
                    kind,
                    on,
                    title = "A file",
                    url = "https://example.org/file",
                },
                more
            )
        );

    /// <summary>The cohort as it stood on a day.</summary>
    public async Task<Reply> OnAsync(string day) => (await Administrator.GetAsync($"{Path}?asOf={day}")).ShouldBe(200);
}

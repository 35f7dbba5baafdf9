using Pipeline.Api.Tests.Closings;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Access;

/// <summary>Two organisations side by side, everybody who can call, and one of each thing: what the access matrix is played on.</summary>
public sealed class AccessWorld : IAsyncLifetime
{
    private readonly Dictionary<string, Client> _callers = [];
    private Fund? _mine,
        _other;
    private TestProject? _project;
    private Programmes.TestProgramme? _programme;
    private Guid? _document;
    private string? _closing;

    public PipelineApi Api { get; } = new();

    public Fund Mine => _mine!;

    public Fund Other => _other!;

    public TestProject Project => _project!;

    /// <summary>A report that waits for its decision.</summary>
    public Guid Pending { get; private set; }

    public Guid Commitment { get; private set; }

    public Guid Delivery { get; private set; }

    /// <summary>A commitment that is paid back.</summary>
    public Guid Loan { get; private set; }

    public Guid Alliance { get; private set; }

    /// <summary>An agreement as it is sent.</summary>
    public static object Agreement { get; } = new
    {
        signedOn = "2016-01-01",
        startsOn = "2016-01-01",
        endsOn = "2018-12-31",
        objectives = Array.Empty<object>(),
    };

    /// <summary>An alliance as it is sent.</summary>
    public static object Together { get; } = new
    {
        name = "Together",
        form = "territorialDialogue",
        categories = new[] { "societalInnovation" },
        startedOn = "2016-01-01",
    };

    public Guid Impact { get; private set; }

    /// <summary>An impact as it is sent.</summary>
    public static object Effect { get; } = new
    {
        kind = "innovation",
        facet = "territorial",
        foreseen = "wanted",
        dimension = "social",
        level = "ecosystem",
        statement = "Everybody gets to work",
        since = "2016-01-01",
    };

    /// <summary>A picture of a socio-economic model as it is sent.</summary>
    public static object Picture { get; } = new
    {
        asOf = "2016-01-01",
        kind = "operator",
        resources = Array.Empty<object>(),
        people = Array.Empty<object>(),
    };

    /// <summary>The first period that a report is owed on.</summary>
    public const string Period = "2016-12-31";

    /// <summary>A programme with a cohort, in which the project takes part.</summary>
    internal Programmes.TestProgramme Programme => _programme!;

    public Guid Participation { get; private set; }

    /// <summary>An organisation in the register of catalysts, as it is sent.</summary>
    public object Catalyst =>
        new
        {
            organisationId = Mine.OrganisationId,
            missions = new[] { "dialogue" },
            territories = new[] { "Nanterre" },
            since = "2016-01-01",
        };

    /// <summary>Somebody who may be given roles, and lose them.</summary>
    public Guid Somebody { get; private set; }

    /// <summary>The matrix's columns, in its order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "admin",
        "manager",
        "finance",
        "investor",
        "owner",
        "write-key",
        "read-key",
        "manager'",
        "finance'",
        "investor'",
        "owner'",
        "write-key'",
        "nobody",
        "anonymous",
    ];

    public Client Caller(string column) => _callers[column];

    public async Task InitializeAsync()
    {
        await ((IAsyncLifetime)Api).InitializeAsync();
        _callers["admin"] = Api.Administrator;
        (_mine, _other) = (
            await Fund.OpenAsync(
                Api,
                reviewRequired: true,
                schedule: new { everyMonths = 12, firstPeriodEnds = Period }
            ),
            await Fund.OpenAsync(Api, reviewRequired: true)
        );
        _project = await Mine.ProjectAsync();
        var foreign = await Other.ProjectAsync();
        foreach (var (fund, mark) in new[] { (Mine, ""), (Other, "'") })
        {
            foreach (var role in new[] { "manager", "finance", "investor" })
                _callers[role + mark] = await fund.MemberAsync(role);
            _callers["write-key" + mark] = await KeyAsync(fund, "write");
        }
        _callers["read-key"] = await KeyAsync(Mine, "read");
        (_callers["owner"], _callers["owner'"]) = (await Project.OwnerAsync(), await foreign.OwnerAsync());
        (_callers["nobody"], _callers["anonymous"]) = (await Api.NewUserAsync("Nobody"), Api.Anonymous());

        Somebody = (await Api.NewUserAsync("Somebody")).UserId;
        await Project.MeetFirstGateAsync();
        Commitment = await Project.CommitAsync(1_000_000);
        Delivery = (await Project.DeliverAsync(Commitment, 1)).ShouldBe(201).Id("id");
        Loan = await Project.LendAsync(1_000);
        Alliance = (await Api.Administrator.PostAsync($"{Project.Path}/alliances", Together)).ShouldBe(201).Id("id");
        (await Api.Administrator.PutAsync($"{Project.Path}/agreements/{Mine.Id}", Agreement, "*")).ShouldBe(200);
        (await Indicators.IndicatorApi.SetIndicatorsAsync(Mine, Indicators.IndicatorApi.Indicator("JOBS"))).ShouldBe(
            200
        );
        Impact = (await Api.Administrator.PostAsync($"{Project.Path}/impacts", Effect)).ShouldBe(201).Id("id");
        foreach (var which in new[] { "current", "target" })
            (await Api.Administrator.PutAsync($"{Project.Path}/economics/{which}", Picture, "*")).ShouldBe(200);
        _programme = await Programmes.TestProgramme.OpenAsync(Mine);
        Participation = await Programme.ChooseAsync("Nanterre", new { projectId = Project.Id });
        (await Api.Administrator.PostAsync("catalysts", Catalyst)).ShouldBe(201);
        Pending = (await Project.ReportAsync("advance", "2016-01-01")).ShouldBe(201).Id("id");
    }

    async Task IAsyncLifetime.DisposeAsync() => await ((IAsyncLifetime)Api).DisposeAsync();

    /// <summary>The same person once more, for what ends a session; a key, or nobody, stays who they are.</summary>
    public async Task<Client> AgainAsync(Client caller)
    {
        if (caller.UserId == Guid.Empty)
            return caller;
        var email = (await caller.GetAsync("me")).ShouldBe(200).Text("email");
        return await Api.SignInAsync(email);
    }

    /// <summary>A webhook of the first organisation; another one once it was removed.</summary>
    public async Task<Guid> WebhookAsync()
    {
        var path = $"portfolios/{Mine.Id}/webhooks";
        var there = (await Api.Administrator.GetAsync(path)).ShouldBe(200).Items();
        return there.Count > 0
            ? there[0]["id"]!.GetValue<Guid>()
            : (
                await Api.Administrator.PostAsync(
                    path,
                    new { url = "https://hooks.invalid/pipeline", events = new[] { "project.created" } }
                )
            )
                .ShouldBe(201)
                .Id("id");
    }

    /// <summary>A view that is shared with the first organisation's portfolio; another one each time, since it may be removed.</summary>
    public async Task<Guid> ViewAsync() => (
            await Api.Administrator.PostAsync(
                "views",
                new
                {
                    name = Api.NewCode("VIEW"),
                    query = "",
                    portfolioId = Mine.Id,
                }
            )
        ).ShouldBe(201).Id("id");

    /// <summary>The address of a closing of the first organisation.</summary>
    public async Task<string> ClosingAsync() => _closing ??= await Mine.CloseAsync(new(2020, 12, 31));

    /// <summary>A document of the first organisation's project.</summary>
    public async Task<Guid> DocumentAsync() =>
        _document ??= (await Documents.DocumentFiles.AddAsync(Api.Administrator, Project)).ShouldBe(201).Id("id");

    private async Task<Client> KeyAsync(Fund fund, string access) =>
        Api.With(
            (await Api.Administrator.PostAsync($"portfolios/{fund.Id}/api-keys", new { name = access, access }))
                .ShouldBe(201)
                .Text("key")
        );
}

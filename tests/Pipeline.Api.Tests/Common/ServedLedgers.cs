using System.Globalization;
using System.Text.Json.Nodes;

namespace Pipeline.Api.Tests.Common;

/// <summary>A portfolio without review in the served program, and projects whose ledgers take whatever is delivered.</summary>
internal sealed class ServedLedgers
{
    public const string AdministratorEmail = "admin@test.pipeline",
        Password = "correct horse battery staple";

    private readonly Client _administrator;

    private ServedLedgers(Client administrator, Guid organisationId, Guid portfolioId) =>
        (_administrator, OrganisationId, PortfolioId) = (administrator, organisationId, portfolioId);

    public Guid OrganisationId { get; }

    public Guid PortfolioId { get; }

    /// <summary>What the program needs besides a folder: limits that many clients in one person do not meet.</summary>
    /// <param name="folder">The program's.</param>
    /// <param name="database">Another one than the file that is made there by default.</param>
    public static Dictionary<string, string> Settings(string folder, TestDatabase? database = null) =>
        new(database?.Settings ?? new Dictionary<string, string>())
        {
            ["PIPELINE_ADMIN_EMAIL"] = AdministratorEmail,
            ["PIPELINE_ADMIN_PASSWORD"] = Password,
            ["Pipeline__Keys__Folder"] = Path.Combine(folder, "keys"),
            ["Pipeline__Limits__RequestsPerMinute"] = "10000000",
            ["Pipeline__Limits__FilesWaiting"] = "64",
            ["Logging__LogLevel__Default"] = "Warning",
        };

    public static async Task<ServedLedgers> OpenAsync(Client administrator)
    {
        var organisation = (
            await administrator.PostAsync("organisations", new { name = "The fund", actorProfile = "investor" })
        )
            .ShouldBe(201)
            .Id("id");
        var portfolio = (await administrator.PostAsync("portfolios", Portfolio("FUND", organisation))).ShouldBe(201);
        return new(administrator, organisation, portfolio.Id("id"));
    }

    /// <summary>Body of a portfolio without review.</summary>
    public static object Portfolio(string code, Guid organisation) =>
        new
        {
            code,
            name = "The fund",
            organisationId = organisation,
            currency = "EUR",
            policy = new
            {
                reviewRequired = false,
                capacityBuildingTarget = 0.22,
                evaluationCeiling = 0.10,
                severities = new { },
            },
        };

    /// <summary>The same in another portfolio of the organisation.</summary>
    public ServedLedgers In(Guid portfolio) => new(_administrator, OrganisationId, portfolio);

    public object Project(string code) =>
        new
        {
            code,
            name = $"Project {code}",
            ownerOrganisationId = OrganisationId,
            portfolioId = PortfolioId,
            startedOn = "2015-01-01",
        };

    public async Task<Guid> ProjectAsync(string code) =>
        (await _administrator.PostAsync("projects", Project(code))).ShouldBe(201).Id("id");

    /// <summary>The path of a commitment's deliveries.</summary>
    public async Task<string> CommitmentAsync(Guid project)
    {
        var commitment = (await _administrator.PostAsync($"projects/{project}/commitments", Commitment()))
            .ShouldBe(201)
            .Id("id");
        return $"projects/{project}/commitments/{commitment}/deliveries";
    }

    /// <summary>Body of a commitment that takes whatever is delivered.</summary>
    public object Commitment() =>
        new
        {
            portfolioId = PortfolioId,
            funderOrganisationId = OrganisationId,
            lever = "funding",
            phase = "conception",
            nature = "cash",
            amount = new { amount = 100_000_000, currency = "EUR" },
            agreedOn = "2015-02-01",
        };

    /// <summary>Body of a delivery that its reference tells from all others.</summary>
    public static object Delivery(int cents, Guid reference) =>
        new
        {
            amount = new { amount = cents / 100m, currency = "EUR" },
            deliveredOn = "2015-03-01",
            reference = reference.ToString(),
        };

    /// <summary>Cents by reference, as the ledger has them.</summary>
    public static async Task<Dictionary<Guid, int>> DeliveredAsync(Client client, string deliveries) =>
        ByReference((await client.GetAsync(deliveries)).ShouldBe(200));

    /// <summary>The same of a list that was read.</summary>
    public static Dictionary<Guid, int> ByReference(Reply deliveries) =>
        deliveries
            .Items()
            .ToDictionary(d => Guid.Parse(d["reference"]!.GetValue<string>()), d => Cents(d["amount"]!["amount"]!));

    /// <summary>What the dashboard says was delivered in all.</summary>
    public async Task<int> DashboardAsync(Client client) =>
        Delivered((await client.GetAsync($"portfolios/{PortfolioId}/dashboard")).ShouldBe(200));

    /// <summary>The same of a dashboard that was read.</summary>
    public static int Delivered(Reply dashboard) =>
        dashboard
            .Items("money.delivered")
            .Sum(line => Cents(line["amount"] is JsonObject money ? money["amount"]! : line["amount"]!));

    private static int Cents(JsonNode amount) =>
        (int)(decimal.Parse(amount.ToJsonString(), CultureInfo.InvariantCulture) * 100);
}

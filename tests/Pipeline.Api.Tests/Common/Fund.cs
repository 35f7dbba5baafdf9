namespace Pipeline.Api.Tests.Common;

/// <summary>A portfolio of its own, with people as they are asked for.</summary>
public sealed class Fund
{
    private readonly PipelineApi _api;

    private Fund(PipelineApi api, Guid id, string code, Guid organisationId, string currency) =>
        (_api, Id, Code, OrganisationId, Currency) = (api, id, code, organisationId, currency);

    public Guid Id { get; }

    public string Code { get; }

    /// <summary>The fund's own organisation; it also funds, and owns projects, where a test does not care who.</summary>
    public Guid OrganisationId { get; }

    public string Currency { get; }

    public PipelineApi Api => _api;

    public static async Task<Fund> OpenAsync(
        PipelineApi api,
        bool reviewRequired = false,
        object? severities = null,
        string currency = "EUR",
        object? schedule = null
    )
    {
        var code = api.NewCode("FUND");
        var organisation = (
            await api.Administrator.PostAsync("organisations", new { name = $"Fund {code}", actorProfile = "investor" })
        )
            .ShouldBe(201)
            .Id("id");
        var policy = new
        {
            reviewRequired,
            capacityBuildingTarget = 0.22,
            evaluationCeiling = 0.10,
            severities = severities ?? new { },
            schedule,
        };
        var portfolio = (
            await api.Administrator.PostAsync(
                "portfolios",
                new
                {
                    code,
                    name = $"Fund {code}",
                    organisationId = organisation,
                    currency,
                    policy,
                }
            )
        ).ShouldBe(201);
        return new(api, portfolio.Id("id"), code, organisation, currency);
    }

    /// <summary>A new person with a role: <c>manager</c>, <c>finance</c> or <c>investor</c>.</summary>
    public async Task<Client> MemberAsync(string role)
    {
        var user = await _api.NewUserAsync($"The {role}");
        (await _api.Administrator.PutAsync($"portfolios/{Id}/members/{user.UserId}", new { role })).ShouldBe(200);
        return user;
    }

    public async Task<TestProject> ProjectAsync(string startedOn = "2015-01-01", object? tags = null, Client? by = null)
    {
        var code = _api.NewCode("P");
        var body = new System.Text.Json.Nodes.JsonObject
        {
            ["code"] = code,
            ["name"] = $"Project {code}",
            ["ownerOrganisationId"] = OrganisationId,
            ["portfolioId"] = Id,
            ["startedOn"] = startedOn,
        };
        if (tags is not null)
            foreach (var (name, value) in System.Text.Json.JsonSerializer.SerializeToNode(tags)!.AsObject())
                body[name] = value?.DeepClone();
        var created = (await (by ?? _api.Administrator).PostAsync("projects", body)).ShouldBe(201);
        return new(this, created.Id("id"), code);
    }

    public Task<Reply> DashboardAsync(string query = "") =>
        _api.Administrator.GetAsync($"portfolios/{Id}/dashboard{query}");
}

using Microsoft.OpenApi;
using Pipeline.Infrastructure;

namespace Pipeline.Api.OpenApi;

/// <summary>What stands at the head of the document: what it is, where it is served, how to sign in, what the groups are.</summary>
internal static class DocumentHead
{
    /// <summary>The name of the one security scheme.</summary>
    public const string Bearer = "bearer";

    // The default address of the command line; a server elsewhere is chosen in the client.
    private const string Address = "http://localhost:5080";

    private static readonly (string Name, string Description)[] Tags =
    [
        ("Access", "Signing in and out, my sessions, who I am, and the people of the instance."),
        ("Organisations", "The shared directory: owners of projects, investors, funders, stakeholders."),
        (
            "Portfolios",
            "Portfolios with their policy, members, keys and holdings, the dashboard and the managers' queue."
        ),
        ("Projects", "Projects and what they say of themselves: need, model, territories, stakeholders."),
        ("Transitions", "How projects move through the five phases: gates, reports, decisions."),
        ("Evaluations", "What was evaluated and found; gates ask for it."),
        ("Support", "The three ledgers of a project: planned, committed, delivered."),
        ("Documents", "Files of projects: evidence, agreements, reports."),
        ("Agreements", "Support agreements beside the money, repayments, and who accompanies."),
        ("Alliances", "Actors of different kinds who act together, each with a gain and all for the common good."),
        ("Economics", "How projects live, how they are to live, and the way from one to the other."),
        ("Impacts", "What projects bring about, each kind with a clock of its own: too early is no failure."),
        ("Indicators", "What portfolios ask of their projects in figures, what was read, and what is aimed at."),
        ("Risks", "Risks and lessons of passages."),
        ("Progress", "What projects report between two passages, period by period."),
        ("Programmes", "Paths that portfolios offer, their cohorts, and those who go along with them."),
        ("Catalysts", "The register of those who animate how the actors of a territory come to know each other."),
        ("Self-diagnosis", "How projects place themselves, by section."),
        ("Observatory", "What is published of fragilities, region by region, and a portfolio's money beside it."),
        ("Deadlines", "What is due, from every module."),
        ("Imports", "Grant files that come in."),
        ("Reports", "Workbooks that go out."),
        (
            "Closings",
            "Periods that were closed: what was reported stays as it was, and what was recorded since is told."
        ),
        ("Webhooks", "Addresses to which a portfolio's events are sent, and what became of each message."),
        ("Notifications", "What one was told, and how one wants to be told."),
        ("Audit", "Every change with who made it, in a chain that shows whether anybody has rewritten it."),
        ("Operations", "How the instance is: what waits, what failed, what was slow; for those who look after it."),
        ("Reference", "The vocabulary of the field with its tables, in the asked language."),
        (ServicePaths.Tag, "Whether the service lives, and its own description."),
    ];

    private const string Description = """
        Follows social innovations from conception to industrialisation, with the support they get.

        - **Signing in**: `POST /api/v1/auth/login`, then `Authorization: Bearer …`.
        - **Machines**: a key of `POST /api/v1/portfolios/{id}/api-keys`, sent as `Authorization: Bearer pl_…`, opens that one portfolio, for reading or for recording too.
        - **Writing**: replies about what can change carry an `ETag`; where `If-Match` is a parameter it is demanded (428 without it, 412 when it is stale).
        - **Retrying**: a POST with an `Idempotency-Key` can be sent again for 24 hours and gives the first answer.
        - **Errors**: `application/problem+json` with a stable `code`, and every single fault in `errors`. What is out of your scope reads as absent (404).
        - **Limits**: 429 and `Retry-After` where somebody asks too often, 503 and `Retry-After` where the service cannot do it now. Every reply carries `X-Request-Id`, the `traceId` of errors and of the log.
        - **Language**: `Accept-Language` (`en`, `fr`) sets messages and labels, never codes.
        - **Values**: dates are `yyyy-MM-dd`, instants UTC, ids UUIDs of version 7, shares 0 to 1 with four decimals, money at most two.
        """;

    public static void Write(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "Pipeline API",
            Description = Description,
            Version = ProductVersion.Release,
        };
        document.Servers = [new() { Url = Address, Description = "The command line's default address." }];
        var used = document
            .Operations()
            .SelectMany(o => o.Operation.Tags ?? new HashSet<OpenApiTagReference>())
            .Select(t => t.Name)
            .ToHashSet();
        document.Tags = new HashSet<OpenApiTag>([
            .. Tags.Where(t => t.Name == ServicePaths.Tag || used.Contains(t.Name))
                .Select(t => new OpenApiTag { Name = t.Name, Description = t.Description }),
            .. used.Where(name => !Tags.Any(t => t.Name == name))
                .Order()
                .Select(name => new OpenApiTag { Name = name }),
        ]);
        document.AddComponent(
            Bearer,
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = Bearer,
                Description =
                    "The `accessToken` of `POST /api/v1/auth/login`. It ends early when the person signs out or loses a right. Or a key for machines, `pl_…`.",
            }
        );
    }
}

using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Access;
using Pipeline.Api.Tests.OpenApi;

namespace Pipeline.Reliability.Tests;

/// <summary>Requests made from the document itself, by everybody: whatever comes in, what goes out is what the document says.</summary>
public sealed class FuzzTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    private const int Requests = 20_000,
        Seed = 20261121;

    // What takes long by design (passwords are hashed slowly, files are whole) is asked as well, and less often.
    private static readonly string[] Slow =
    [
        "Login",
        "AcceptInvitation",
        "ChangePassword",
        "ResetPassword",
        "CreateUser",
        "VerifyAudit",
        "GetPortfolioReport",
        "ImportFile",
    ];

    [Fact]
    public async Task Nothing_that_is_sent_gets_an_answer_outside_the_document()
    {
        var document = new ApiDocument(
            (await world.Api.Administrator.GetAsync("../../openapi/v1.json")).ShouldBe(200).Json!.AsObject()
        );
        var operations = document.OfApi.ToList();
        var ids = await IdsAsync();
        var (asked, faults, statuses) = (
            new HashSet<string>(),
            new Dictionary<string, string>(),
            new SortedDictionary<int, int>()
        );
        for (var i = 0; i < Requests; i++)
        {
            // Of its own seed each, so that one that fails can be sent again alone.
            var random = new Random(Seed + i);
            var operation = operations[random.Next(operations.Count)];
            if (
                (Slow.Contains(operation.Id) || operation.Path.Contains("/export.", StringComparison.Ordinal))
                && random.Next(10) > 0
            )
                operation = operations[random.Next(operations.Count)];
            var column = AccessWorld.Columns[random.Next(AccessWorld.Columns.Count)];
            using var request = Make(
                operation,
                new(document, ids, random) { Wild = random.Next(4) * 8 },
                random,
                out var strange
            );
            var caller = world.Caller(column);
            if (operation.Id is "Logout" or "EndSession")
                caller = await world.AgainAsync(caller);
            request.Headers.Authorization = caller.Http.DefaultRequestHeaders.Authorization;
            var sent = $"request {i} by {column}: {request.Method} {request.RequestUri} {await TextAsync(request)}";
            using var reply = await caller.Http.SendAsync(request);
            asked.Add($"{operation.Id} {(int)reply.StatusCode / 100}");
            statuses[(int)reply.StatusCode] = statuses.GetValueOrDefault((int)reply.StatusCode) + 1;
            // Of each fault the first request that shows it.
            foreach (var fault in await FaultsAsync(document, operation, reply, strange))
                faults.TryAdd(fault, sent);
        }
        faults.Should().BeEmpty("{0}", string.Join("\n", faults.Select(f => $"{f.Key}\n  {f.Value}")));
        statuses.Values.Sum().Should().Be(Requests);
        asked.Select(a => a.Split(' ')[0]).Distinct().Should().HaveCount(operations.Count, "every operation was asked");
        asked
            .Count(a => a.EndsWith(" 2", StringComparison.Ordinal))
            .Should()
            .BeGreaterThan(operations.Count / 2, "not everything is refused: {0}", string.Join(", ", statuses));
    }

    private static HttpRequestMessage Make(ApiOperation operation, FuzzValues values, Random random, out bool strange)
    {
        strange = false;
        var path = operation.Path;
        var query = new List<string>();
        var request = new HttpRequestMessage { Method = new(operation.Method) };
        foreach (var parameter in operation.Parameters)
        {
            var (name, schema) = (parameter["name"]!.GetValue<string>(), parameter["schema"]!.AsObject());
            switch (parameter["in"]!.GetValue<string>())
            {
                case "path":
                    // What is no id is no address of this operation: then anything but a failure will do.
                    var known = random.Next(30) > 0;
                    strange |= !known;
                    path = path.Replace(
                        $"{{{name}}}",
                        known
                            ? values
                                .Id(
                                    name == "id"
                                        ? path[..path.IndexOf("{id}", StringComparison.Ordinal)].Split('/')[^2]
                                        : name
                                )
                                .ToString()
                            : Uri.EscapeDataString(values.Strange().Replace('\0', '?')),
                        StringComparison.Ordinal
                    );
                    break;
                case "query" when random.Next(3) == 0 || parameter["required"]?.GetValue<bool>() == true:
                    query.Add($"{name}={Uri.EscapeDataString(values.Parameter(schema, name))}");
                    break;
                case "header" when random.Next(5) > 0:
                    var text = name switch
                    {
                        "If-Match" => random.Next(3) == 0 ? $"\"{random.Next(1, 5)}\"" : "*",
                        "Idempotency-Key" when random.Next(2) == 0 =>
                            $"00000000-0000-4000-8000-00000000000{random.Next(10)}",
                        _ => values.Parameter(schema, name),
                    };
                    request.Headers.TryAddWithoutValidation(
                        name,
                        new string([.. text.Where(c => c is >= ' ' and < (char)127)])
                    );
                    break;
            }
        }
        request.RequestUri = new($"http://localhost{path}{(query.Count > 0 ? $"?{string.Join('&', query)}" : "")}");
        if (operation.Body is { } media)
            request.Content = Body(values.Of(media["schema"]!.AsObject()), random);
        else if (operation.Json["requestBody"] is not null)
            request.Content = new MultipartFormDataContent
            {
                {
                    new StringContent(values.Strange()),
                    random.Next(5) == 0 ? "files" : "file",
                    random.Next(2) == 0 ? "grants.csv" : "grants.xlsx"
                },
            };
        return request;
    }

    private static ByteArrayContent Body(string json, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        switch (random.Next(40))
        {
            case 0 when bytes.Length > 2: // Cut off on its way.
                bytes = bytes[..random.Next(bytes.Length)];
                break;
            case 1 when bytes.Length > 0: // A byte that is none of UTF-8.
                bytes[random.Next(bytes.Length)] = 0xFF;
                break;
            case 2:
                bytes = Encoding.Unicode.GetBytes(json);
                break;
            case 3:
                bytes = [];
                break;
        }
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType =
            random.Next(60) == 0 ? new("text/plain") : new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(
        ApiDocument document,
        ApiOperation operation,
        HttpResponseMessage reply,
        bool strange
    )
    {
        var status = (int)reply.StatusCode;
        var bytes = await reply.Content.ReadAsByteArrayAsync();
        var text = reply.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json"
            ? Encoding.UTF8.GetString(bytes)
            : "";
        if (status >= 500)
            return [$"{operation.Id} failed with {status}"];
        if (
            text.Contains("\\n   at ", StringComparison.Ordinal)
            || text.Contains("Exception", StringComparison.Ordinal)
            || text.Contains("Pipeline.", StringComparison.Ordinal)
        )
            return [$"{operation.Id} shows its insides: {text}"];
        if (strange)
            return [];
        if (!operation.Replies.TryGetValue(status.ToString(CultureInfo.InvariantCulture), out var documented))
            return [$"{operation.Id} answered {status}, which is not in the document: {text}"];
        if (reply.Content.Headers.ContentType is not { MediaType: { } type })
            return documented["content"] is null || bytes.Length == 0 ? [] : [$"{operation.Id} {status} has no type"];
        if (documented["content"]?[type] is not { } media)
            return [$"{operation.Id} {status} is {type}, which is not in the document"];
        if (text.Length == 0)
            return [];
        var json = JsonNode.Parse(text);
        var faults = document
            .Validator(closed: true)
            .Validate(json, media["schema"]!.AsObject())
            .Select(f => $"{operation.Id} {status}: {f}")
            .ToList();
        if (
            status >= 400
            && json!["code"]?.GetValue<string>() is { } code
            && documented["description"]?.GetValue<string>().Contains($"`{code}`", StringComparison.Ordinal) != true
        )
            faults.Add($"{operation.Id} {status}: the code {code} is not in the document");
        return faults;
    }

    private static async Task<string> TextAsync(HttpRequestMessage request)
    {
        var body = request.Content is null ? "" : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync());
        return $"{string.Join(' ', request.Headers.Where(h => h.Key != "Authorization").Select(h => $"{h.Key}: {string.Join(',', h.Value)}"))} {(body.Length > 2_000 ? body[..2_000] : body)}";
    }

    // Of each kind one that the first organisation has, twice as likely as one of the other's; people are those whom no caller here is.
    private async Task<IReadOnlyDictionary<string, Guid[]>> IdsAsync()
    {
        var other = (await world.Caller("manager'").GetAsync("projects")).ShouldBe(200).Id("items.0.id");
        return new Dictionary<string, Guid[]>
        {
            ["portfolio"] = [world.Mine.Id, world.Mine.Id, world.Other.Id],
            ["project"] = [world.Project.Id, world.Project.Id, other],
            ["organisation"] = [world.Mine.OrganisationId, world.Other.OrganisationId],
            ["transition"] = [world.Pending],
            ["commitment"] = [world.Commitment],
            ["deliver"] = [world.Delivery],
            ["user"] = [world.Somebody],
        };
    }
}

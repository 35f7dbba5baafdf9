using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Api.Binding;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Tests.Common;

/// <summary>Codes and amounts in bodies are taken as they are written in the contract, and in no other way.</summary>
[SqliteOnly("What a body says is judged before any database is asked.")]
public sealed class BodyCodeTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public void A_code_is_exact_in_every_enum_that_a_body_can_name()
    {
        var options = api.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var enums = new HashSet<Type>();
        foreach (var body in Bodies())
            Walk(body, enums, []);
        enums.Should().HaveCountGreaterThan(20).And.Contain(typeof(Pipeline.Domain.Projects.Trigger));
        var taken =
            from type in enums
            from text in (IEnumerable<string>)
                typeof(BodyCodeTests)
                    .GetMethod(nameof(Taken), BindingFlags.NonPublic | BindingFlags.Static)!
                    .MakeGenericMethod(type)
                    .Invoke(null, [options])!
            select $"{type.Name}: '{text}'";
        taken.Should().BeEmpty();
    }

    [Fact]
    public async Task Two_codes_are_not_a_third_one()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        (await project.ReportAsync("advance,stepBack", "2016-01-01", "Why")).ShouldBlame("trigger", "unknown_code");
        (await project.TryCommitAsync(5, lever: "evaluation,funding")).ShouldBlame("lever", "unknown_code");
        (await project.TryCommitAsync(5, lever: "Funding")).ShouldBlame("lever", "unknown_code");
        (
            await api.Administrator.PostAsync(
                "organisations",
                new { name = "Both", actorProfile = "engineering,association" }
            )
        ).ShouldBlame("actorProfile", "unknown_code");
    }

    [Fact]
    public async Task A_planned_amount_is_held_against_its_shape_as_any_money_is()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        const string amount = "lines[0].amount";
        (await PlanAsync("""{ "amount": 1, "currency": "EUR", "x": 2 }""")).ShouldBlame($"{amount}.x", "unknown_field");
        (await PlanAsync("""{ "Amount": 1, "currency": "EUR" }""")).ShouldBlame($"{amount}.Amount", "unknown_field");
        (await PlanAsync("""{ "amount": 1 }""")).ShouldBlame($"{amount}.currency", "required");
        (await PlanAsync("\"1\"")).ShouldBlame(amount, "invalid_amount");
        const string fine = "5.00000000000000000000000000000001";
        (await PlanAsync(fine)).ShouldBlame(amount, "invalid_number");
        (await PlanAsync($$"""{ "amount": {{fine}}, "currency": "EUR" }""")).ShouldBlame(
            $"{amount}.amount",
            "invalid_number"
        );
        (await PlanAsync("5")).ShouldBe(200);
        (await PlanAsync("""{ "amount": 5.25, "currency": "EUR" }""")).ShouldBe(200);

        async Task<Reply> PlanAsync(string json) =>
            await api.Administrator.PutAsync(
                $"{project.Path}/plan",
                $$"""{ "lines": [{ "phase": "conception", "lever": "funding", "amount": {{json}} }] }""",
                await project.ETagAsync()
            );
    }

    private IEnumerable<Type> Bodies() =>
        api
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<MethodInfo>())
            .OfType<MethodInfo>()
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.ParameterType)
            .Where(type =>
                type.IsGenericType
                && (
                    type.GetGenericTypeDefinition() == typeof(Body<>)
                    || type.GetGenericTypeDefinition() == typeof(OptionalBody<>)
                )
            )
            .Select(type => type.GetGenericArguments()[0]);

    private static void Walk(Type type, HashSet<Type> enums, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            enums.Add(type);
        if (type.IsGenericType)
            foreach (var argument in type.GetGenericArguments())
                Walk(argument, enums, seen);
        if (!type.IsEnum && type.Namespace?.StartsWith("Pipeline", StringComparison.Ordinal) == true && seen.Add(type))
            foreach (var property in type.GetProperties())
                Walk(property.PropertyType, enums, seen);
    }

    // What is read although it is no code, and codes that are not.
    private static List<string> Taken<T>(JsonSerializerOptions options)
        where T : struct, Enum
    {
        var codes = Codes.All<T>();
        var (first, last) = (codes[0], codes[^1]);
        string[] others =
        [
            $"{first},{last}",
            $"{first}, {first}",
            first.ToUpperInvariant(),
            char.ToUpperInvariant(first[0]) + first[1..],
            $"{first} ",
            $" {first}",
            $"{first}\n",
            "0",
            "",
        ];
        return [.. others.Where(text => !codes.Contains(text) && Reads(text)), .. codes.Where(code => !Reads(code))];

        bool Reads(string text)
        {
            try
            {
                new StrictJson(options).Read<IReadOnlyList<T>>(JsonSerializer.SerializeToElement<string[]>([text]));
                return true;
            }
            catch (InvalidValueException)
            {
                return false;
            }
        }
    }
}

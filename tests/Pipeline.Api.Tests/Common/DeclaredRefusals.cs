using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Problems;

namespace Pipeline.Api.Tests.Common;

/// <summary>
/// Holds every refusal that a test meets against what its endpoint declares. It stands outside of the whole pipeline and throws, so that the
/// request breaks off and the very test that met an undeclared one fails, however many classes run at once.
/// </summary>
internal sealed partial class DeclaredRefusals : IStartupFilter
{
    // The document is the same for every host; made once, by the first that refuses something.
    private static readonly SemaphoreSlim Making = new(1);
    private static HashSet<(string Operation, int Status, string Code)>? _declared;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(CheckAsync);
            next(app);
        };

    private static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (
            context.Features.Get<AnsweredRefusal>() is not { Refusal: var refusal, Faults: var faults }
            || context.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName is not { } operation
        )
            return;
        var declared = await DeclaredAsync(context.RequestServices);
        // The gate's faults are criteria, which the API names elsewhere.
        var codes = refusal.Status == StatusCodes.Status409Conflict ? [refusal.Code] : faults.Append(refusal.Code);
        foreach (var code in codes.Where(code => !declared.Contains((operation, refusal.Status, code))))
            throw new UndeclaredRefusalException(operation, refusal.Status, code);
    }

    private static async Task<IReadOnlySet<(string, int, string)>> DeclaredAsync(IServiceProvider services)
    {
        await Making.WaitAsync();
        try
        {
            return _declared ??= await ReadAsync(services);
        }
        finally
        {
            Making.Release();
        }
    }

    private static async Task<HashSet<(string, int, string)>> ReadAsync(IServiceProvider services)
    {
        var document = await services
            .GetRequiredKeyedService<IOpenApiDocumentProvider>("v1")
            .GetOpenApiDocumentAsync(CancellationToken.None);
        return
        [
            .. from path in document.Paths.Values
            from operation in path.Operations!.Values
            from reply in operation.Responses!
            from code in Listed.Matches(reply.Value.Description ?? "")
            select (
                operation.OperationId!,
                int.Parse(reply.Key, System.Globalization.CultureInfo.InvariantCulture),
                code.Groups[1].Value
            ),
        ];
    }

    [GeneratedRegex("^- `([a-z_]+)`", RegexOptions.Multiline)]
    private static partial Regex Listed { get; }
}

/// <summary>Something was refused that the request does not name among its <c>Refusals</c>.</summary>
internal sealed class UndeclaredRefusalException(string operation, int status, string code)
    : Exception($"{operation} answered {status} {code}, which it does not declare.");

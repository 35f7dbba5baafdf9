using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web;

/// <summary>
/// What is refused on the way to a page becomes a page, with the status that the API would answer. Pages that read leave refusals to it; pages that write keep theirs,
/// to show them beside what was typed (<see cref="Page.DoAsync"/>).
/// </summary>
internal sealed class PageMiddleware(RequestDelegate next, ILogger<PageMiddleware> log)
{
    /// <summary>Where the page lies that says so; nobody comes to it by its address.</summary>
    public const string Path = "/error";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.IsPage())
        {
            await next(context);
            return;
        }
        await Thrown.AnswerAsync(
            context,
            log,
            async () =>
            {
                await NextAsync(context);
                if (
                    context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null }
                    && !IsPage(context)
                )
                {
                    var status = IsNotOffered(context) ? StatusCodes.Status403Forbidden : context.Response.StatusCode;
                    context.Response.Clear();
                    await ShowAsync(context, HttpRefusal.Of(status), []);
                }
            },
            (refusal, faults) => ShowAsync(context, refusal, faults)
        );
    }

    // Whoever reads a form first is told so that it is none: a NUL in it, or more fields than a form may have.
    private async Task NextAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (InvalidDataException) when (HttpMethods.IsPost(context.Request.Method))
        {
            throw HttpRefusals.Unreadable.Exception();
        }
    }

    // The framework refuses a form that it cannot take with a bare 400, which it calls a page.
    private static bool IsPage(HttpContext context) =>
        context.Response.ContentType is not null
        && (
            context.Response.StatusCode != StatusCodes.Status400BadRequest
            || context.Features.Get<AnsweredRefusal>() is not null
        );

    // The framework says 400 of a form that is not on the page: pages offer to everybody what they may do, and nothing else.
    private static bool IsNotOffered(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status400BadRequest
        // First: without a valid token nobody may so much as ask for the form.
        && context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true }
        && context.Request is { Method: "POST", HasFormContentType: true }
        && context.Request.Form.ContainsKey("_handler");

    // In a scope of its own: what failed may have left the request's database context in any state.
    private async Task ShowAsync(HttpContext context, HttpRefusal refusal, IReadOnlyList<Fault> faults)
    {
        context.Response.StatusCode = refusal.Status;
        context.Features.Set(new AnsweredRefusal(refusal, [.. faults.Select(f => f.Code)]));
        var (path, query, method, services) = (
            context.Request.Path,
            context.Request.QueryString,
            context.Request.Method,
            context.RequestServices
        );
        // The framework draws a page about a refusal only where it is told that this is one, and takes no form there.
        context.Features.Set<IStatusCodeReExecuteFeature>(
            new StatusCodeReExecuteFeature
            {
                OriginalPath = path,
                OriginalPathBase = context.Request.PathBase,
                OriginalQueryString = query.Value,
            }
        );
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        // Without what was asked, which may be what was refused.
        (context.Request.Path, context.Request.QueryString, context.Request.Method) = (Path, default, HttpMethods.Get);
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await next(context);
        }
        finally
        {
            (context.Request.Path, context.Request.QueryString, context.Request.Method, context.RequestServices) = (
                path,
                query,
                method,
                services
            );
        }
    }
}

/// <summary>Reads who looks at a page, once for all of its parts.</summary>
internal sealed class VisitorMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Visitor visitor, ICaller caller, IMediator mediator)
    {
        if (context.IsPage() && context.GetEndpoint() is not null)
            await visitor.ReadAsync(caller, mediator, context.RequestAborted);
        await next(context);
    }
}

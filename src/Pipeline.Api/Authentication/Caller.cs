using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Identity;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Authentication;

/// <summary>The signed-in person of the current request, or the key of a machine.</summary>
internal sealed class HttpCaller(IHttpContextAccessor accessor) : ICaller
{
    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    public Guid UserId =>
        Context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? Guid.Parse(id) : Anonymous.Id;

    public string RequestId => ProblemMiddleware.TraceIdOf(Context);

    public bool IsAdministrator => Context.Items.ContainsKey(CallerMiddleware.Administrator);

    public Guid? SessionId => SessionStore.SessionOf(Context.User);

    public ApiKeyRights? Key => ApiKeyHandler.RightsOf(Context);

    public Language Language => Context.Language();
}

/// <summary>
/// Holds each token against its session, so that signing out or losing a right ends tokens at once and not at their expiry.
/// </summary>
internal sealed class CallerMiddleware(RequestDelegate next)
{
    public static readonly object Administrator = new();

    public async Task InvokeAsync(HttpContext context, SessionStore sessions, PipelineDbContext db)
    {
        // Once for the whole request: a file's connection is set up anew each time, which costs as much as a small query.
        if (context.User.Identity?.IsAuthenticated == true && db.Provider.OpensOncePerRequest)
            await db.Database.OpenConnectionAsync(context.RequestAborted);
        // A key was held against its own row when it was read.
        if (context.User.Identity?.IsAuthenticated == true && ApiKeyHandler.RightsOf(context) is null)
        {
            var known = await sessions.CheckAsync(context.User, context.RequestAborted);
            if (known is null)
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            else if (known.IsAdministrator)
                context.Items[Administrator] = true;
        }
        await next(context);
    }
}

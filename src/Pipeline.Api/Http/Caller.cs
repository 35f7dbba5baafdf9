using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pipeline.Api.Problems;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Http;

/// <summary>The signed-in person of the current request.</summary>
internal sealed class HttpCaller(IHttpContextAccessor accessor) : ICaller
{
    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    public Guid UserId => Context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? Guid.Parse(id) : Nobody.Id;

    public string RequestId => ProblemMiddleware.TraceIdOf(Context);

    public bool IsAdministrator => Context.Items.ContainsKey(CallerMiddleware.Administrator);

    public Language Language => Context.Language();
}

/// <summary>
/// Holds each token against the person's stamp, so that signing out or losing a role ends tokens at once and not at their expiry.
/// </summary>
internal sealed class CallerMiddleware(RequestDelegate next, IOptions<IdentityOptions> identity)
{
    public static readonly object Administrator = new();

    public async Task InvokeAsync(HttpContext context, PipelineDbContext db)
    {
        if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id)
        {
            var userId = Guid.Parse(id);
            var user = await db.Users.Where(u => u.Id == userId).Select(u => new { u.SecurityStamp, u.IsAdministrator }).FirstOrDefaultAsync(context.RequestAborted);
            if (user is null || user.SecurityStamp != context.User.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType))
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            else if (user.IsAdministrator)
                context.Items[Administrator] = true;
        }
        await next(context);
    }
}

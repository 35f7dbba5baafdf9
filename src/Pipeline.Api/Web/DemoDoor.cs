using System.Net;
using Pipeline.Api.Authentication;
using Pipeline.Api.Cli.Demo;
using Pipeline.Api.Problems;

namespace Pipeline.Api.Web;

/// <summary>The way into the demonstration with one click, where it is served and only for this machine.</summary>
/// <param name="isServed">The program was started with <c>--demo</c>.</param>
internal sealed class DemoDoor(bool isServed)
{
    /// <summary>Whether this browser may enter.</summary>
    public bool IsOpenFor(HttpContext context) =>
        isServed && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    /// <summary>Signs one of the demonstration's people in.</summary>
    /// <exception cref="HttpProblemException">404: nobody enters here. 401: their password is another one now.</exception>
    public async Task EnterAsync(HttpContext context, BrowserSession session, string email)
    {
        if (!IsOpenFor(context) || !DemoPeople.Logins.Any(l => l.Email == email))
            throw HttpRefusals.NothingHere.Exception();
        await session.SignInAsync(email, DemoPeople.Password);
    }
}

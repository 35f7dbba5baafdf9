using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Pipeline.Infrastructure.Identity;

/// <summary>Puts what every request has to know of a person into their token.</summary>
public sealed class PipelineClaims(UserManager<PipelineUser> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<PipelineUser>(users, options)
{
    /// <summary>Claim type: present when the person is an administrator.</summary>
    public const string Administrator = "pipeline:administrator";

    /// <inheritdoc />
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PipelineUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (user.IsAdministrator) identity.AddClaim(new Claim(Administrator, "true"));
        return identity;
    }
}

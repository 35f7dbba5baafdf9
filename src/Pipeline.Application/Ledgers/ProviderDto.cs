using Pipeline.Application.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Ledgers;

/// <summary>Who accompanies a project on a lever that is not funding.</summary>
/// <param name="OrganisationId">Of the directory.</param>
/// <param name="Kind">In which capacity.</param>
public sealed record ProviderDto(Guid OrganisationId, ProviderKind Kind)
{
    internal Provider ToProvider() => new(OrganisationId, Kind);

    internal static ProviderDto? From(Provider? provider) =>
        provider is null ? null : new(provider.OrganisationId, provider.Kind);

    /// <exception cref="Domain.Common.InvalidValueException"><c>unknown_organisation</c>.</exception>
    internal static Task RequireKnownAsync(
        IPipelineDb db,
        ProviderDto? provider,
        CancellationToken cancellationToken
    ) =>
        Organisations.Directory.RequireKnownAsync(
            db,
            provider?.OrganisationId,
            "provider.organisationId",
            cancellationToken
        );
}

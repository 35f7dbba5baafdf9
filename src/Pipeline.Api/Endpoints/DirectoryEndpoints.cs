using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Idempotency;
using Pipeline.Api.Problems;
using Pipeline.Application.Access;
using Pipeline.Application.Organisations;
using Pipeline.Application.Reference;
using Pipeline.Application.Resources;
using Pipeline.Domain.Phases;

namespace Pipeline.Api.Endpoints;

/// <summary>Users, organisations and reference data.</summary>
internal static class DirectoryEndpoints
{
    public static void MapDirectory(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users").RequireAuthorization().WithTags("Access");
        users
            .MapGet(
                "/",
                async (string? q, string? sort, PageQuery page, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListUsers(page.Value, q, sort), token))
            )
            .WithName("ListUsers")
            .Refuses<ListUsers>();
        users
            .MapPost(
                "/",
                async (Body<CreateUser> body, IMediator mediator, CancellationToken token) =>
                {
                    var user = await mediator.Send(body.Value, token);
                    return TypedResults.Created($"/api/v1/users/{user.Id}", user);
                }
            )
            .WithName("CreateUser")
            .Refuses<CreateUser>()
            .WithMetadata(Sensitive.Encrypted);
        users
            .MapGet(
                "/{id:guid}",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetUser(id), token))
            )
            .WithName("GetUser")
            .Refuses<GetUser>();
        users
            .MapPost(
                "/{id:guid}/invitation",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new RenewInvitation(id), token))
            )
            .WithName("RenewInvitation")
            .Refuses<RenewInvitation>()
            .WithMetadata(Sensitive.Encrypted);
        users
            .MapPut(
                "/{id:guid}",
                async (Guid id, IfMatch ifMatch, Body<UserBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new UpdateUser(id, ifMatch.Version, body.Value), token))
            )
            .WithName("UpdateUser")
            .Refuses<UpdateUser>();
        users
            .MapPost(
                "/{id:guid}/anonymisation",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new AnonymiseUser(id), token))
            )
            .WithName("AnonymiseUser")
            .Refuses<AnonymiseUser>();
        users
            .MapDelete(
                "/{id:guid}/single-sign-on",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                {
                    await mediator.Send(new UnlinkUser(id), token);
                    return TypedResults.NoContent();
                }
            )
            .WithName("UnlinkUser")
            .Refuses<UnlinkUser>();

        var organisations = api.MapGroup("/organisations").RequireAuthorization().WithTags("Organisations");
        organisations
            .MapGet(
                "/",
                async (string? q, string? sort, PageQuery page, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListOrganisations(q, page.Value, sort), token))
            )
            .WithName("ListOrganisations")
            .Refuses<ListOrganisations>();
        organisations
            .MapPost(
                "/",
                async (Body<OrganisationBody> body, IMediator mediator, CancellationToken token) =>
                {
                    var organisation = await mediator.Send(new CreateOrganisation(body.Value), token);
                    return TypedResults.Created($"/api/v1/organisations/{organisation.Id}", organisation);
                }
            )
            .WithName("CreateOrganisation")
            .Refuses<CreateOrganisation>();
        organisations
            .MapGet(
                "/{id:guid}",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetOrganisation(id), token))
            )
            .WithName("GetOrganisation");
        organisations
            .MapPut(
                "/{id:guid}",
                async (
                    Guid id,
                    IfMatch ifMatch,
                    Body<OrganisationBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(await mediator.Send(new UpdateOrganisation(id, ifMatch.Version, body.Value), token))
            )
            .WithName("UpdateOrganisation")
            .Refuses<UpdateOrganisation>();
        organisations
            .MapPost(
                "/{id:guid}/merge",
                async (Guid id, Body<MergeBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new MergeOrganisation(id, body.Value), token))
            )
            .WithName("MergeOrganisation")
            .Refuses<MergeOrganisation>();

        var reference = api.MapGroup("/reference").RequireAuthorization().WithTags("Reference");
        reference
            .MapGet(
                "/",
                async (IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetReference(), token))
            )
            .WithName("GetReference");
        reference
            .MapGet(
                "/ratio-references",
                async (IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetRatioReferences(), token))
            )
            .WithName("GetRatioReferences");
        reference
            .MapPut(
                "/ratio-references",
                async (IfMatch ifMatch, Body<RatioReferencesBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new UpdateRatioReferences(ifMatch.Version, body.Value), token))
            )
            .WithName("UpdateRatioReferences")
            .Refuses<UpdateRatioReferences>();
        reference
            .MapPut(
                "/need-profile",
                async (IfMatch ifMatch, Body<NeedProfileBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new UpdateNeedProfile(ifMatch.Version, body.Value), token))
            )
            .WithName("UpdateNeedProfile")
            .Refuses<UpdateNeedProfile>();
        foreach (
            var (path, name, list) in new[]
            {
                ("/alliance-kinds", "GetAllianceKinds", ReferenceListKind.AllianceKinds),
                ("/risks", "GetOfferedRisks", ReferenceListKind.Risks),
            }
        )
            reference
                .MapGet(
                    path,
                    async (IMediator mediator, CancellationToken token) =>
                        TypedResults.Ok(await mediator.Send(new GetReferenceList(list), token))
                )
                .WithName(name)
                .WithSummary("A list of reference entries")
                .WithDescription("A list of reference entries, in the version that replacing it takes.");
        Replaces(
            reference.MapPut(
                "/alliance-kinds",
                async (IfMatch ifMatch, Body<AllianceKindsBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(
                        await mediator.Send(
                            new UpdateReferenceList(
                                ReferenceListKind.AllianceKinds,
                                ifMatch.Version,
                                new("allianceKinds", body.Value.Items, body.Value.AllianceKinds)
                            ),
                            token
                        )
                    )
            ),
            "UpdateAllianceKinds"
        );
        Replaces(
            reference.MapPut(
                "/risks",
                async (IfMatch ifMatch, Body<OfferedRisksBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(
                        await mediator.Send(
                            new UpdateReferenceList(
                                ReferenceListKind.Risks,
                                ifMatch.Version,
                                new("risks", body.Value.Items, body.Value.Risks)
                            ),
                            token
                        )
                    )
            ),
            "UpdateOfferedRisks"
        );
        reference
            .MapGet(
                "/resources",
                async (IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListResources(null, null, null, null), token))
            )
            .WithName("GetResources")
            .WithSummary("The list of resources")
            .WithDescription("The whole list of resources, in the version that replacing it takes.");
        reference
            .MapPut(
                "/resources",
                async (IfMatch ifMatch, Body<ResourcesBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(
                        await mediator.Send(
                            new UpdateResources(
                                ifMatch.Version,
                                new("resources", body.Value.Items, body.Value.Resources)
                            ),
                            token
                        )
                    )
            )
            .WithName("UpdateResources")
            .Refuses<UpdateResources>();
        foreach (
            var (path, key) in new[]
            {
                ("alliance-kinds", "allianceKinds"),
                ("risks", "risks"),
                ("resources", "resources"),
                ("ratio-references", "ratioReferences"),
                ("need-profile", "needProfile"),
            }
        )
            reference
                .MapGet(
                    $"/{path}/versions",
                    async (IMediator mediator, CancellationToken token) =>
                        TypedResults.Ok(await mediator.Send(new ListReferenceVersions(key), token))
                )
                .WithName($"List{char.ToUpperInvariant(key[0])}{key[1..]}Versions")
                .WithSummary("All versions of reference data")
                .WithDescription(
                    "All versions of these reference data, the first one first: who wrote each, when, and what it said. What is as installed has none."
                );
        api.MapGroup("/resources")
            .RequireAuthorization()
            .WithTags("Reference")
            .MapGet(
                "/",
                async (
                    string? path,
                    Query<Phase> phase,
                    string? criterion,
                    string? q,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new ListResources(path, phase.Value, criterion, q), token))
            )
            .WithName("ListResources")
            .Refuses<ListResources>();

        static void Replaces(RouteHandlerBuilder endpoint, string name) =>
            endpoint
                .WithName(name)
                .WithSummary("Replaces a list of reference entries")
                .WithDescription(
                    "Replaces a list of reference entries; administrators only. It is sent as items, or under its own name. What names an entry that is gone keeps its code."
                )
                .Refuses<UpdateReferenceList>();
    }
}

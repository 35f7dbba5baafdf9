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
        ReferenceList("/alliance-kinds", "UpdateAllianceKinds", ReferenceListKind.AllianceKinds);
        ReferenceList("/risks", "UpdateOfferedRisks", ReferenceListKind.Risks);

        reference
            .MapPut(
                "/resources",
                async (IfMatch ifMatch, Body<ResourcesBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new UpdateResources(ifMatch.Version, body.Value), token))
            )
            .WithName("UpdateResources")
            .Refuses<UpdateResources>();
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

        void ReferenceList(string path, string name, ReferenceListKind list) =>
            reference
                .MapPut(
                    path,
                    async (
                        IfMatch ifMatch,
                        Body<ReferenceListBody> body,
                        IMediator mediator,
                        CancellationToken token
                    ) =>
                        TypedResults.Ok(
                            await mediator.Send(new UpdateReferenceList(list, ifMatch.Version, body.Value), token)
                        )
                )
                .WithName(name)
                .WithSummary("Replaces a list of reference entries")
                .WithDescription(
                    "Replaces a list of reference entries; administrators only. What names an entry that is gone keeps its code."
                )
                .Refuses<UpdateReferenceList>();
    }
}

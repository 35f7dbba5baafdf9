using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Reference;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Resources;

namespace Pipeline.Application.Resources;

/// <summary>Replaces the list of resources; administrators only.</summary>
public sealed record UpdateResources(long? Version, SentList<ResourceBody> Sent)
    : ICommand<ResourceListReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.AdministratorsOnly,
            CommonRefusals.Required,
            CommonRefusals.Duplicate,
            CommonRefusals.UnknownCode,
            CommonRefusals.InvalidLink,
            ResourceRefusals.ToolMismatch,
            ResourceRefusals.YearOutOfRange,
        ];
}

/// <summary>The whole list, in the order in which it is offered, under either name.</summary>
public sealed record ResourcesBody(
    [property: MaxLength(Limits.List)] IReadOnlyList<ResourceBody>? Items = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<ResourceBody>? Resources = null
);

/// <summary>A resource.</summary>
/// <param name="Code">Letters and digits, beginning with a small letter.</param>
/// <param name="Title">In the language it is written in.</param>
/// <param name="Year">When it was published; of several years the last.</param>
/// <param name="Tool">Its drawer, for what is in the toolbox and for nothing else.</param>
/// <param name="Paths">The ways through the resources that it is part of.</param>
/// <param name="Phases">In which phases it helps; empty for whichever.</param>
/// <param name="Criteria">Gate criteria that it helps with.</param>
/// <param name="Url">http or https; left out where no link is known to hold.</param>
/// <param name="Citation">The source and line that name it.</param>
public sealed record ResourceBody(
    [property: StringLength(Limits.Code)] [property: RegularExpression("^[a-z][A-Za-z0-9]*$")] string Code,
    [property: StringLength(Limits.Name)] string Title,
    [property: StringLength(Limits.Name)] string Author,
    ResourceNature Nature,
    int? Year = null,
    ToolKind? Tool = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<string>? Paths = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<Phase>? Phases = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<string>? Criteria = null,
    [property: StringLength(Limits.Url)] string? Url = null,
    [property: StringLength(Limits.Short)] string? Citation = null
)
{
    internal Resource Checked(string at) =>
        new Resource(
            Code,
            Title,
            Author,
            Year,
            Nature,
            Tool,
            Paths ?? [],
            Phases ?? [],
            Criteria ?? [],
            Url,
            Citation
        ).Checked(at);
}

internal sealed class UpdateResourcesHandler(IPipelineDb db, ReferenceData data, Scope scope, ICaller caller)
    : IRequestHandler<UpdateResources, ResourceListReply>
{
    public async Task<ResourceListReply> Handle(UpdateResources request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        var (field, items) = request.Sent.Read();
        for (var i = 0; i < items.Count; i++)
            if (items.Take(i).Any(other => other.Code == items[i].Code))
                throw CommonRefusals.Duplicate.With(items[i].Code).At($"{field}[{i}].code");
        await data.SetResourcesAsync(
            [.. items.Select((item, i) => item.Checked($"{field}[{i}]"))],
            request.Version,
            cancellationToken
        );
        await db.SaveChangesAsync(cancellationToken);
        var (resources, version) = await data.ResourcesAsync(cancellationToken);
        return new([.. resources.Select(r => ResourceReply.From(r, caller.Language))], version);
    }
}

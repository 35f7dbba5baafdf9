using MediatR;
using Pipeline.Application.Common;

namespace Pipeline.Application.Projects;

/// <summary>One project, whole, with what the caller may fire now.</summary>
public sealed record GetProject(Guid Id) : IQuery<ProjectReply>;

internal sealed class GetProjectHandler(ProjectReader reader) : IRequestHandler<GetProject, ProjectReply>
{
    public Task<ProjectReply> Handle(GetProject request, CancellationToken cancellationToken) =>
        reader.ReadAsync(request.Id, cancellationToken);
}

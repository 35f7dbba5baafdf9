using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Reference;

namespace Pipeline.Api.Tests.Access;

/// <summary>Who may do what, asked of every endpoint by everybody (<see cref="AccessMatrix"/>).</summary>
[UseCases(typeof(UpdateRatioReferences))]
public sealed class AccessMatrixTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    public static TheoryData<string> Endpoints => [.. AccessMatrix.Rows.Keys];

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Everybody_gets_the_answer_of_their_cell(string endpoint)
    {
        var answers = new List<string>();
        foreach (var column in AccessWorld.Columns)
        {
            var reply = await AccessMatrix.Requests[endpoint](world, world.Caller(column));
            reply.Status.Should().BeLessThan(500);
            answers.Add($"{reply.Status} {column}");
        }
        answers
            .Should()
            .Equal(AccessMatrix.Rows[endpoint].Zip(AccessWorld.Columns, (status, column) => $"{status} {column}"));
    }

    [Fact]
    public void Every_endpoint_has_a_row_and_every_row_an_endpoint() =>
        world
            .Api.Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            // Pages answer by the same requests (PageMatrixTests), their assets everybody.
            .Where(e => !PageMatrix.IsOfPages(e))
            .SelectMany(e =>
                (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method =>
                    $"{method} {AccessMatrix.Plain(e.RoutePattern.RawText!)}"
                )
            )
            .Distinct()
            .Should()
            .BeEquivalentTo(AccessMatrix.Rows.Keys)
            .And.BeEquivalentTo(AccessMatrix.Requests.Keys);
}

using Pipeline.Api.Tests.Common;
using Pipeline.Application.Access;

namespace Pipeline.Api.Tests.Access;

/// <summary>One person as an administrator sees them, and what people change of themselves.</summary>
[UseCases(typeof(GetUser), typeof(UpdateMe))]
public sealed class PersonTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task A_person_is_read_with_their_roles_and_how_they_come_in()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var finance = await fund.MemberAsync("finance");
        (await api.Administrator.PutAsync($"{project.Path}/members/{finance.UserId}", null)).ShouldBe(200);

        var read = (await api.Administrator.GetAsync($"users/{finance.UserId}")).ShouldBe(200);
        (
            read.Text("portfolios.0.role"),
            read.Id("portfolios.0.id"),
            read.Text("projects.0.role"),
            read.Id("projects.0.id")
        )
            .Should()
            .Be(("finance", fund.Id, "owner", project.Id));
        (read.Flag("hasPassword"), read.Flag("anonymised"), read.ETag)
            .Should()
            .Be((true, false, $"\"{read["version"]}\""));
        (await api.Administrator.GetAsync($"users/{Guid.Empty}")).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task Where_a_new_person_is_said_to_be_they_are_without_a_password()
    {
        var made = await api.Administrator.PostAsync(
            "users",
            new { email = $"{api.NewCode("new")}@test.pipeline", name = "New" }
        );
        var read = (await api.Administrator.GetAsync(made.Location!["/api/v1/".Length..])).ShouldBe(200);
        (read.Text("name"), read.Flag("hasPassword")).Should().Be(("New", false));
        (await api.Administrator.PostAsync($"users/{read.Id("id")}/anonymisation", new { })).ShouldBe(200);
        (await api.Administrator.GetAsync($"users/{read.Id("id")}")).Flag("anonymised").Should().BeTrue();
    }

    [Fact]
    public async Task People_change_what_they_are_called_and_nothing_else()
    {
        var somebody = await api.NewUserAsync("Before");
        var me = (await somebody.GetAsync("me")).ShouldBe(200);
        (await somebody.PutAsync("me", new { name = "After" })).ShouldBe(428);
        (await somebody.PutAsync("me", new { name = " " }, me.ETag)).ShouldBlame("name", "required");
        (await somebody.PutAsync("me", new { name = "After", administrator = true }, me.ETag)).ShouldBlame(
            "administrator",
            "unknown_field"
        );
        var changed = (await somebody.PutAsync("me", new { name = "After" }, me.ETag)).ShouldBe(200);
        (changed.Text("name"), changed.Flag("administrator")).Should().Be(("After", false));
        (await somebody.PutAsync("me", new { name = "Late" }, me.ETag)).ShouldBeProblem(412, "stale");
        (await somebody.GetAsync("me")).ShouldBe(200).Text("name").Should().Be("After", "the session goes on");
    }
}

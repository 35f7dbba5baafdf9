using Pipeline.Api.Tests.Common;
using Pipeline.Application.Notifications;

namespace Pipeline.Api.Tests.Notifications;

/// <summary>How people want to be told by mail.</summary>
[UseCases(typeof(GetNotificationPreferences), typeof(SetNotificationPreferences))]
public sealed class PreferencesTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private const string Path = "me/notification-preferences";

    [Fact]
    public async Task What_is_usual_holds_until_something_else_is_said_and_again_where_it_is_left_out()
    {
        var person = await api.NewUserAsync("Somebody");
        var usual = (await person.GetAsync(Path)).ShouldBe(200);
        (usual.Text("language"), usual.Flag("mailIsSent"), usual.ETag).Should().Be(("en", false, "\"0\""));
        Mail(usual, "transition.reported").Should().Be("atOnce");
        Mail(usual, "project.created").Should().Be("daily");

        (await person.PutAsync(Path, Body("project.created", "weekly"))).ShouldBe(428);
        var said = (await person.PutAsync(Path, Body("project.created", "weekly"), "\"0\"")).ShouldBe(200);
        (said.Text("language"), said.ETag).Should().Be(("fr", "\"1\""));
        Mail(said, "project.created").Should().Be("weekly");
        Mail(said, "transition.reported").Should().Be("atOnce");
        (await person.PutAsync(Path, Body("project.created", "never"), "\"0\"")).ShouldBeProblem(412, "stale");

        var again = (
            await person.PutAsync(
                Path,
                new { preferences = new[] { new { kind = "transition.reported", mail = "never" } } },
                "\"1\""
            )
        ).ShouldBe(200);
        Mail(again, "project.created").Should().Be("daily");
        Mail(again, "transition.reported").Should().Be("never");
        again.Text("language").Should().Be("fr", "what is left out stays");
        (await person.GetAsync(Path, "fr"))
            .Items("preferences")
            .Single(p => p["kind"]!.GetValue<string>() == "project.created")["label"]!
            .GetValue<string>()
            .Should()
            .Be("Un projet a été créé");
    }

    [Fact]
    public async Task What_cannot_be_is_named_and_nothing_is_kept()
    {
        var person = await api.NewUserAsync("Somebody");
        (await person.PutAsync(Path, Body("project.forgotten", "weekly"), "*")).ShouldBlame(
            "preferences[0].kind",
            "unknown_code"
        );
        var twice = new { kind = "project.created", mail = "daily" };
        (await person.PutAsync(Path, new { preferences = new[] { twice, twice } }, "*")).ShouldBlame(
            "preferences[1].kind",
            "duplicate"
        );
        (await person.PutAsync(Path, Body("project.created", "hourly"), "*")).Status.Should().BeOneOf(400, 422);
        (await person.GetAsync(Path)).ETag.Should().Be("\"0\"");
    }

    private static object Body(string kind, string mail) =>
        new { language = "fr", preferences = new[] { new { kind, mail } } };

    private static string Mail(Reply reply, string kind) =>
        reply.Items("preferences").Single(p => p["kind"]!.GetValue<string>() == kind)["mail"]!.GetValue<string>();
}

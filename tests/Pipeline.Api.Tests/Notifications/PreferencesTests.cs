using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Notifications;
using Pipeline.Domain.Common;
using Pipeline.Domain.Notifications;

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
    public async Task Nobody_who_signed_in_in_French_is_written_to_in_English_for_what_a_program_asks_in()
    {
        var person = await api.NewUserAsync("Somebody");
        await api.InDatabaseAsync(db =>
            db.Sessions.Where(s => s.UserId == person.UserId)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.Language, Language.Fr))
        );
        (await person.GetAsync(Path)).Text("language").Should().Be("fr", "mails are in it");
        (await person.PutAsync(Path, new { preferences = Array.Empty<object>() }, "*"))
            .ShouldBe(200)
            .Text("language")
            .Should()
            .Be("fr");
    }

    [Fact]
    public async Task Who_had_ended_all_mail_before_is_mailed_nothing_of_what_comes_later()
    {
        // All kinds of the release that had no way to say so. A test that fails here after a kind was added wants it among those that came since.
        const string kinds = """
            transition.reported transition.decided transition.effective transition.withdrawn commitment.agreed commitment.cancelled
            delivery.recorded delivery.reversed evaluation.recorded evaluationPlan.recorded repayment.recorded repayment.reversed
            agreement.recorded currentEconomics.recorded targetEconomics.recorded alliance.recorded impact.recorded
            impactReading.recorded indicators.recorded indicatorTargets.recorded indicatorReading.recorded indicatorReading.reversed
            risks.recorded progressReport.submitted progressReport.decided programme.recorded cohort.recorded participation.recorded
            deadline.approaching deadline.missed project.created project.voided member.added closing.made import.finished
            webhook.switchedOff
            """;
        var person = await api.NewUserAsync("Somebody");
        (await person.PutAsync(Path, Body("project.created", "never"), "*")).ShouldBe(200);
        var said = kinds
            .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(kind => $$"""{"kind":"{{kind}}","mail":"never"}""")
            .ToList();
        (await RhythmAsync(said)).Should().Be(MailRhythm.Never);
        (await RhythmAsync(said[1..])).Should().Be(MailRhythm.Daily);

        async Task<MailRhythm> RhythmAsync(IEnumerable<string> stored)
        {
            var json = $"[{string.Join(',', stored)}]";
            return await api.InDatabaseAsync(async db =>
            {
                await db.Database.ExecuteSqlAsync(
                    $"""UPDATE "NotificationPreferences" SET "Kinds" = {json} WHERE "UserId" = {person.UserId}"""
                );
                var preferences = await db
                    .NotificationPreferences.AsNoTracking()
                    .SingleAsync(p => p.UserId == person.UserId);
                return preferences.RhythmOf("kind.thatALaterReleaseBrings");
            });
        }
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

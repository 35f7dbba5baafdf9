using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Operations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Notifications;

namespace Pipeline.Api.Tests.Operations;

/// <summary>What those who look after an instance see, and send again.</summary>
[UseCases(typeof(GetInstanceHealth), typeof(RetryEvents), typeof(RetryMails))]
public sealed class InstanceHealthTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task It_says_how_the_instance_its_database_and_the_audit_are()
    {
        var secret = api.NewCode("searched");
        (await api.Administrator.GetAsync($"projects?q={secret}")).ShouldBe(200);
        (await api.Administrator.GetAsync($"projects/{Guid.AllBitsSet}")).ShouldBe(404);

        var health = (await api.Administrator.GetAsync("admin/health")).ShouldBe(200);

        health.Flag("ready").Should().BeTrue();
        health.Items("checks").Select(c => c["name"]!.GetValue<string>()).Should().Contain(["database", "draining"]);
        health.Text("database.provider").Should().Be(api.IsOnFile ? "Sqlite" : "PostgreSql");
        health.Text("database.version").Should().MatchRegex(@"^\d+\.\d+");
        health.Number("database.bytes").Should().BeGreaterThan(100_000);
        health.Text("database.schema").Should().MatchRegex(@"^\d{14}_\w+$");
        health.Number("database.missingMigrations").Should().Be(0);
        health.Text("versions.runtime").Should().StartWith(".NET");
        health
            .Items("slowRequests")
            .Select(r => r["route"]!.GetValue<string>())
            .Should()
            .Contain("/api/v1/projects/{id:guid}", "a route stands there, and no id");
        health.Json!.ToJsonString().Should().NotContain(secret).And.NotContain($"{Guid.AllBitsSet}");

        // Its own verification is what the next look tells.
        var verified = (await api.Administrator.GetAsync("audit/verify")).ShouldBe(200);
        var after = (await api.Administrator.GetAsync("admin/health")).ShouldBe(200);
        after.Text("audit.lastHash").Should().Be(verified.Text("lastHash"));
        after.Number("audit.lastVerification.entries").Should().Be(verified.Number("entries"));
        after.Flag("audit.lastVerification.valid").Should().BeTrue();
    }

    [Fact]
    public async Task What_was_given_up_is_counted_and_sent_again()
    {
        await (await Fund.OpenAsync(api)).ProjectAsync();
        await api.InDatabaseAsync(async db =>
        {
            var mail = NotificationMail.OfEvent(api.Administrator.UserId, Guid.AllBitsSet, api.Clock.GetUtcNow());
            mail.Fail(api.Clock.GetUtcNow(), pause: null);
            db.NotificationMails.Add(mail);
            await db.SaveChangesAsync();
            // An event that some handler could not be told.
            return await db.Database.ExecuteSqlRawAsync(
                """UPDATE "Outbox" SET "Status" = 3, "LeaseId" = NULL WHERE "Sequence" = (SELECT MAX("Sequence") FROM "Outbox")"""
            );
        });
        var before = (await api.Administrator.GetAsync("admin/health")).ShouldBe(200);
        (before.Number("events.failed"), before.Number("mails.failed")).Should().Be((1, 1));

        (await api.Administrator.PostAsync("admin/health/events/retry", new { }))
            .ShouldBe(200)
            .Number("retried")
            .Should()
            .Be(1);
        (await api.Administrator.PostAsync("admin/health/mails/retry", new { }))
            .ShouldBe(200)
            .Number("retried")
            .Should()
            .Be(1);

        var after = (await api.Administrator.GetAsync("admin/health")).ShouldBe(200);
        (after.Number("events.failed"), after.Number("mails.failed")).Should().Be((0, 0));
        (
            await api.InDatabaseAsync(db =>
                db.NotificationMails.CountAsync(m => m.State == DeliveryState.Pending && m.Attempts == 0)
            )
        )
            .Should()
            .Be(1, "no mail server is set here, so that it waits");
    }
}

using System.Linq.Expressions;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Outgoing.Mail;
using Pipeline.Infrastructure.Outgoing.Webhooks;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Outbox;

namespace Pipeline.Api.Tests.Outgoing.Mail;

/// <summary>Invitations and resets by mail, to a real server on good days and bad ones.</summary>
public sealed class MailLinkTests : IAsyncLifetime
{
    private IAsyncLifetime? _started;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _started?.DisposeAsync() ?? Task.CompletedTask;

    [Theory]
    [InlineData("en", "Your invitation to Pipeline")]
    [InlineData("fr", "Votre invitation à Pipeline")]
    public async Task An_invitation_is_mailed_as_text_and_HTML_and_its_link_works(string language, string subject)
    {
        await using var server = MailServer.Start();
        var api = await StartAsync(server.Port);
        var email = await InviteAsync(api, "Amélie <b>Noël</b>", language);

        var (mail, recipients) = await server.NextAsync();
        recipients.Should().Equal(email);
        mail.MessageId.Should().MatchRegex("^[0-9a-f-]{36}@example.org$", "it is the link's, at every attempt");
        (mail.Subject, mail.From.ToString()).Should().Be((subject, "\"Pipeline\" <pipeline@example.org>"));
        mail.TextBody.Should().Contain("Amélie <b>Noël</b>");
        mail.HtmlBody.Should().Contain("&lt;b&gt;No").And.NotContain("<b>");
        var link = mail.TextBody.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal)).Trim();
        link.Should().StartWith(PipelineApi.LinkAddress);
        mail.HtmlBody.Should().Contain($"href=\"{link}\"");
        (
            await api.Anonymous()
                .PostAsync("auth/invitation", new { token = Postbox.TokenOf(link), password = PipelineApi.Password })
        ).ShouldBe(204);
        await api.SignInAsync(email);
    }

    [Fact]
    public async Task No_name_and_no_address_adds_a_header_or_a_recipient()
    {
        await using var server = MailServer.Start();
        var api = await StartAsync(server.Port);
        foreach (var name in HostileNames)
        {
            if (!name.Any(Guard.EndsLine))
                await ShouldBeMailedAsync(await InviteAsync(api, name), name);
            else
                (await api.Administrator.PostAsync("users", new { email = "mallory@example.org", name })).ShouldBlame(
                    "name",
                    "invalid_text"
                );
            // As releases before this one took all of them.
            var user = await api.NewUserAsync("Mallory");
            await api.InDatabaseAsync(db =>
                db.Users.Where(u => u.Id == user.UserId).ExecuteUpdateAsync(u => u.SetProperty(x => x.Name, name))
            );
            var email = (await user.GetAsync("me")).ShouldBe(200).Text("email");
            (await api.Anonymous().PostAsync("auth/password-reset", new { email })).ShouldBe(202);
            await ShouldBeMailedAsync(email, name);
        }

        async Task ShouldBeMailedAsync(string email, string name)
        {
            var (mail, recipients) = await server.NextAsync();
            recipients.Should().Equal([email], name);
            mail.To.Mailboxes.Select(to => to.Address).Should().Equal([email], name);
            mail.Cc.Concat(mail.Bcc).Should().BeEmpty(name);
            mail.Headers.Select(h => h.Field).Should().BeSubsetOf(Headers, name);
            mail.Headers.Select(h => h.Field).Should().OnlyHaveUniqueItems(name);
            mail.TextBody!.Split('\n', '\u2028').Should().NotContain(line => line.StartsWith("X-Planted"), name);
        }
        var asked = server.Asked;
        foreach (var email in HostileAddresses)
            (await api.Administrator.PostAsync("users", new { email, name = "Mallory" })).ShouldBlame(
                "email",
                "invalid_email"
            );
        await UntilDoneAsync(api);
        server.Asked.Should().Be(asked);
    }

    private static readonly string[] Headers =
    [
        "From",
        "To",
        "Subject",
        "Date",
        "Message-Id",
        "MIME-Version",
        "Content-Type",
        "Auto-Submitted",
    ];

    private static readonly string[] HostileNames =
    [
        "Mallory\r\nBcc: everybody@example.org\r\nX-Planted: yes",
        "Mallory\nX-Planted: yes",
        "Mallory\u2028X-Planted: yes",
        "\"Mallory\" <everybody@example.org>, Other",
        "Mallory, everybody@example.org",
        "=?utf-8?q?Mallory=0D=0AX-Planted:_yes?=",
        "Mallory>\u0009(everybody@example.org",
        "=?utf-8?b?TWFsbG9yeQ0KQmNjOiBldmVyeWJvZHlAZXhhbXBsZS5vcmc=?=",
        "Mallory\rReply-To: everybody@example.org",
        "Mallory\u2029X-Planted: yes",
    ];

    private static readonly string[] HostileAddresses =
    [
        "mallory@example.org\r\nBcc: everybody@example.org",
        "mallory@example.org\nX-Planted: yes",
        "mallory@example.org,everybody@example.org",
        "mallory@example.org>\r\nRCPT TO:<everybody@example.org",
        "<mallory@example.org>",
        "everybody,mallory@example.org",
        "mallory@example.org> SIZE=1",
        "mallory everybody@example.org",
    ];

    [Theory]
    [InlineData("tls")]
    [InlineData("startTls")]
    public async Task A_server_with_a_certificate_that_is_trusted_is_handed_mails_under_TLS(string security)
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-tests-").FullName;
        using var certificate = NewCertificate();
        var trusted = Path.Combine(folder, "trusted.pem");
        await File.WriteAllTextAsync(trusted, certificate.ExportCertificatePem());
        await using (var server = MailServer.StartWith(certificate, sealedFromTheStart: security == "tls"))
        {
            // Nobody trusts it here: nothing is said to it.
            var api = await StartAsync(server.Port, security);
            await InviteAsync(api, "Somebody");
            await UntilFailedAsync(api);
            server.Asked.Should().Be(0);

            var settings = new Dictionary<string, string>(PipelineApi.SettingsIn(folder))
            {
                ["Pipeline__Mail__Host"] = "127.0.0.1",
                ["Pipeline__Mail__Port"] = $"{server.Port}",
                ["Pipeline__Mail__Security"] = security,
                ["Pipeline__Mail__From"] = "pipeline@example.org",
                // As an operator adds an authority of their own to what the machine trusts.
                ["SSL_CERT_FILE"] = trusted,
            };
            await using var served = await ServedProgram.StartAsync(folder, settings);
            await new Client(served.Http).PostAsync(
                "auth/password-reset",
                new { email = PipelineApi.AdministratorEmail }
            );
            (await server.NextAsync()).Recipients.Should().Equal(PipelineApi.AdministratorEmail);
            server.Sealed.Should().Be(1);
        }
        Directory.Delete(folder, recursive: true);
    }

    // Signed by itself, for this machine.
    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=mail.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    [Fact]
    public async Task A_server_that_is_away_is_asked_again()
    {
        var port = MailServer.FreePort();
        var api = await StartAsync(port);
        var email = await InviteAsync(api, "Somebody");
        await UntilFailedAsync(api);
        await using var server = MailServer.Start(port);
        await api.DaysGoByAsync(1.0 / 24 / 10);
        (await server.NextAsync()).Recipients.Should().Equal(email);
    }

    [Fact]
    public async Task A_server_that_takes_too_long_is_left_and_asked_again_and_holds_up_no_event()
    {
        await using var server = MailServer.Start();
        var api = await StartAsync(server.Port, seconds: 6);
        var fund = await Fund.OpenAsync(api);
        server.Pause = TimeSpan.FromSeconds(30);
        var email = await InviteAsync(api, "Somebody");
        await server.UntilAskedAsync(1);
        var project = await fund.ProjectAsync();
        await UntilAsync(api, m => m.ProjectId == project.Id, m => m.AllAsync(e => e.Status == OutboxStatus.Delivered));
        await UntilAsync(api, m => m.IsPersonal, m => m.AllAsync(e => e.LeaseId != null && e.Attempts == 1));
        await UntilFailedAsync(api);
        server.Pause = TimeSpan.Zero;
        await api.DaysGoByAsync(1.0 / 24 / 10);
        (await server.NextAsync()).Recipients.Should().Equal(email);
    }

    [Fact]
    public async Task A_refused_recipient_is_not_tried_again_and_holds_up_nobody()
    {
        await using var server = MailServer.Start();
        var api = await StartAsync(server.Port);
        server.Refuses = _ => true;
        await InviteAsync(api, "Refused");
        await server.UntilAskedAsync(1);
        await UntilDoneAsync(api);
        server.Refuses = _ => false;
        var email = await InviteAsync(api, "Taken");
        (await server.NextAsync()).Recipients.Should().Equal(email);
        server.Asked.Should().Be(2);
    }

    [Fact]
    public async Task Nothing_is_said_in_clear_where_TLS_is_wanted_and_not_offered()
    {
        await using var server = MailServer.Start();
        var api = await StartAsync(server.Port, "startTls");
        await InviteAsync(api, "Somebody");
        await UntilFailedAsync(api);
        server.Asked.Should().Be(0);
    }

    [Theory]
    [InlineData("Security", "sometimes")]
    [InlineData("Port", "none")]
    [InlineData("Port", "70000")]
    [InlineData("From", "nobody")]
    [InlineData("From", "")]
    [InlineData("User", "alone")]
    [InlineData("TimeoutSeconds", "0")]
    public void A_setting_that_cannot_be_is_named(string key, string value)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Pipeline:Mail:Host"] = "mail.example.org",
                    ["Pipeline:Mail:From"] = "pipeline@example.org",
                    [$"Pipeline:Mail:{key}"] = value,
                }
            )
            .Build();
        FluentActions
            .Invoking(() => MailOptions.Read(configuration))
            .Should()
            .Throw<SettingException>()
            .WithMessage($"*Pipeline:Mail:{key}*");
    }

    [Fact]
    public void A_lease_that_can_end_before_an_attempt_does_is_refused()
    {
        var settings = new Dictionary<string, string?>
        {
            ["Pipeline:Mail:Host"] = "mail.example.org",
            ["Pipeline:Mail:From"] = "pipeline@example.org",
            ["Pipeline:Mail:TimeoutSeconds"] = "12",
            ["Pipeline:Webhooks:TimeoutSeconds"] = "11",
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        FluentActions
            .Invoking(() => services.AddMail(configuration, new() { LeaseSeconds = 35 }))
            .Should()
            .Throw<SettingException>()
            .WithMessage("*Pipeline:Outbox:LeaseSeconds is 35*Pipeline:Mail:TimeoutSeconds (12)*");
        FluentActions
            .Invoking(() => services.AddWebhooks(configuration, new() { LeaseSeconds = 32 }))
            .Should()
            .Throw<SettingException>()
            .WithMessage("*Pipeline:Outbox:LeaseSeconds is 32*Pipeline:Webhooks:TimeoutSeconds (11)*");
        services.AddMail(configuration, new() { LeaseSeconds = 36 });
        services.AddWebhooks(configuration, new() { LeaseSeconds = 33 });
    }

    private async Task<MailApi> StartAsync(int port, string security = "none", int seconds = 2)
    {
        var api = new MailApi(port, security, seconds);
        _started = api;
        await api.InitializeAsync();
        return api;
    }

    private static async Task<string> InviteAsync(MailApi api, string name, string language = "en")
    {
        var email = $"{api.NewCode("invited")}@example.org";
        (await api.Administrator.PostAsync("users", new { email, name }, language: language)).ShouldBe(201);
        return email;
    }

    // The outbox has noted a failure of its one message, and let go of it until later.
    private static Task UntilFailedAsync(MailApi api) =>
        UntilAsync(api, m => m.IsPersonal, messages => messages.AnyAsync(m => m.Attempts > 0 && m.LeaseId == null));

    // What names a person is removed once it is done with.
    private static Task UntilDoneAsync(MailApi api) =>
        UntilAsync(api, m => m.IsPersonal, async messages => !await messages.AnyAsync());

    private static async Task UntilAsync(
        MailApi api,
        Expression<Func<OutboxMessage, bool>> which,
        Func<IQueryable<OutboxMessage>, Task<bool>> met
    )
    {
        var deadline = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(60);
        while (!await MetAsync() && TimeProvider.System.GetUtcNow() < deadline)
            await Task.Delay(50);
        (await MetAsync()).Should().BeTrue();

        Task<bool> MetAsync() => api.InDatabaseAsync(db => met(db.Outbox.Where(which)));
    }
}

using System.Threading.Channels;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Access;

namespace Pipeline.Api.Tests.Access;

/// <summary>Changing a password, and setting another one in place of a forgotten one.</summary>
[UseCases(typeof(ChangePassword), typeof(RequestPasswordReset), typeof(ResetPassword))]
public sealed class PasswordTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private const string Next = "eleven rivers at dusk";

    [Fact]
    public async Task Changing_the_password_ends_every_session()
    {
        var (email, here) = await NewAsync();
        var there = await LoginAsync(email, PipelineApi.Password);
        (await here.PostAsync("auth/password", new { current = "not my password", @new = Next })).ShouldBlame(
            "current",
            "wrong_password"
        );
        (await here.PostAsync("auth/password", new { current = PipelineApi.Password, @new = "short" })).ShouldBlame(
            "new",
            "weak_password"
        );
        (await here.PostAsync("auth/password", new { current = PipelineApi.Password, @new = $"{email}" })).ShouldBlame(
            "new",
            "personal_password"
        );
        (await here.GetAsync("me")).ShouldBe(200);

        (await here.PostAsync("auth/password", new { current = PipelineApi.Password, @new = Next })).ShouldBe(204);
        (await here.GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
        (await api.With(there.Text("accessToken")).GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
        (
            await api.Anonymous().PostAsync("auth/refresh", new { refreshToken = there.Text("refreshToken") })
        ).ShouldBeProblem(401, "invalid_refresh_token");
        (await LoginAsync(email, PipelineApi.Password)).ShouldBeProblem(401, "invalid_credentials");
        (await LoginAsync(email, Next)).ShouldBe(200);
    }

    [Fact]
    public async Task Guessing_the_present_password_counts_like_failed_sign_ins()
    {
        var (email, thief) = await NewAsync();
        // With a key too: what is refused under one is rolled back, but a failure has to count.
        for (var i = 0; i < 10; i++)
            (
                await thief.PostAsync(
                    "auth/password",
                    new { current = $"guess {i}", @new = Next },
                    key: Guid.CreateVersion7(api.Clock.GetUtcNow())
                )
            ).ShouldBlame("current", "wrong_password");
        (await thief.PostAsync("auth/password", new { current = PipelineApi.Password, @new = Next })).ShouldBlame(
            "current",
            "wrong_password"
        );
        (await LoginAsync(email, PipelineApi.Password)).ShouldBeProblem(429, "too_many_requests");
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_a_link_that_works_once()
    {
        api.Links.Empty();
        var (email, here) = await NewAsync();
        for (var i = 0; i < 10; i++)
            await LoginAsync(email, "what was it");
        (await LoginAsync(email, PipelineApi.Password)).ShouldBeProblem(429, "too_many_requests");

        (await AskAsync(email)).ShouldBe(202);
        var link = await api.Links.NextAsync();
        (link.Email, link.Purpose).Should().Be((email, LinkPurpose.PasswordReset));
        (
            await api.Anonymous()
                .PostAsync("auth/invitation", new { token = Postbox.TokenOf(link.Url), password = Next })
        ).ShouldBeProblem(422, "link_not_valid");
        (await SetAsync(link, "short")).ShouldBlame("password", "weak_password");
        (await SetAsync(link, Next)).ShouldBe(204);
        (await here.GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
        (await LoginAsync(email, PipelineApi.Password)).ShouldBeProblem(401, "invalid_credentials");
        // Whoever reads the mailbox need not wait until the account has rested.
        (await LoginAsync(email, Next)).ShouldBe(200);
        (await SetAsync(link, "another long passage")).ShouldBeProblem(422, "link_not_valid");
    }

    [Fact]
    public async Task Nobody_learns_who_has_an_account()
    {
        api.Links.Empty();
        var (email, _) = await NewAsync();
        var (locked, user) = await NewAsync();
        (
            await api.Administrator.PutAsync($"users/{user.UserId}", new { name = "Locked", locked = true }, "*")
        ).ShouldBe(200);
        Reply[] answers =
        [
            await AskAsync("nobody@test.pipeline"),
            await AskAsync(locked),
            await AskAsync("no address"),
            await AskAsync(email),
        ];
        answers.Should().AllSatisfy(a => a.ShouldBe(202).Bytes.Should().BeEmpty());
        (await api.Links.NextAsync()).Email.Should().Be(email);
        await UntilAllAreSentAsync();
        api.Links.IsEmpty.Should().BeTrue("nobody else is sent anything");
    }

    [Fact]
    public async Task One_link_is_sent_at_a_time_and_it_works_for_an_hour()
    {
        api.Links.Empty();
        var ((email, _), (other, _)) = (await NewAsync(), await NewAsync());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AskAsync(email)));
        var first = await api.Links.NextToAsync(email);
        await AskAsync(email);
        await AskAsync(other);
        (await api.Links.NextAsync()).Email.Should().Be(other, "a mailbox is not filled by whoever knows its address");
        await UntilAllAreSentAsync();
        api.Links.IsEmpty.Should().BeTrue();

        api.Clock.Advance(TimeSpan.FromMinutes(2));
        await AskAsync(email);
        // By then a link of another test may be sent that was not at first.
        var second = await api.Links.NextToAsync(email);
        (await SetAsync(first, Next)).ShouldBeProblem(422, "link_not_valid");
        api.Clock.Advance(TimeSpan.FromMinutes(61));
        await api.DaysGoByAsync(0);
        (await SetAsync(second, Next)).ShouldBeProblem(422, "link_not_valid");
        (await LoginAsync(email, PipelineApi.Password)).ShouldBe(200);
    }

    [Fact]
    public async Task A_link_never_leads_where_the_request_says()
    {
        api.Links.Empty();
        var (email, _) = await NewAsync();
        var thief = api.Anonymous();
        thief.Http.DefaultRequestHeaders.Host = "evil.example.org";
        thief.Http.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example.org");
        (await thief.PostAsync("auth/password-reset", new { email }, language: "fr")).ShouldBe(202);
        var link = await api.Links.NextAsync();
        link.Url.Should().StartWith(PipelineApi.LinkAddress + "/password-reset#");
        link.Language.Should().Be(Domain.Common.Language.Fr);
    }

    [Fact]
    public async Task A_link_that_is_not_sent_is_logged_without_whom_it_was_for_and_sent_again_as_it_was()
    {
        api.Links.Empty();
        var (email, _) = await NewAsync();
        var (sender, log) = (new BrokenSender(api.Links), new ErrorLog());
        await using var host = api.WithWebHostBuilder(builder =>
            builder.ConfigureTestServices(services =>
                services.AddSingleton<ILinkSender>(sender).AddSingleton<ILoggerProvider>(log)
            )
        );
        using var asking = host.CreateClient();
        (await new Client(asking).PostAsync("auth/password-reset", new { email })).ShouldBe(202);
        var line = await log.NextErrorAsync();
        line.Should().Contain("was not sent").And.Contain(nameof(InvalidTimeZoneException)).And.NotContain(email);
        api.Clock.Advance(TimeSpan.FromMinutes(1.1));
        (await api.Links.NextToAsync(email))
            .Should()
            .Be(
                sender.Broken,
                "a link that may have been mailed after all has to work, and its mail be told as a repetition"
            );
    }

    /// <summary>Breaks over its first message, and passes on what comes later.</summary>
    private sealed class BrokenSender(ILinkSender next) : ILinkSender
    {
        public LinkMessage? Broken { get; private set; }

        public Task SendAsync(LinkMessage message, CancellationToken cancellationToken)
        {
            if (Broken is not null)
                return next.SendAsync(message, cancellationToken);
            Broken = message;
            throw new InvalidTimeZoneException($"No mailbox {message.Email}");
        }
    }

    /// <summary>Every error as it would be printed.</summary>
    private sealed class ErrorLog : ILoggerProvider, ILogger
    {
        private readonly Channel<string> _errors = Channel.CreateUnbounded<string>();

        public Task<string> NextErrorAsync() => _errors.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
                _errors.Writer.TryWrite($"{formatter(state, exception)} {exception}");
        }

        public void Dispose() { }
    }

    private async Task<(string Email, Client Client)> NewAsync()
    {
        var client = await api.NewUserAsync("Somebody");
        return ((await client.GetAsync("me")).Text("email"), client);
    }

    private Task<Reply> LoginAsync(string email, string password) =>
        api.Anonymous().PostAsync("auth/login", new { email, password });

    private Task<Reply> AskAsync(string email) => api.Anonymous().PostAsync("auth/password-reset", new { email });

    // What names a person is removed once it is delivered.
    private Task<bool> UntilAllAreSentAsync() =>
        Eventually.Async(() => api.InDatabaseAsync(db => db.Outbox.AnyAsync(m => m.IsPersonal)), waiting => !waiting);

    private Task<Reply> SetAsync(LinkMessage link, string password) =>
        api.Anonymous()
            .PostAsync("auth/password-reset/confirmation", new { token = Postbox.TokenOf(link.Url), password });
}

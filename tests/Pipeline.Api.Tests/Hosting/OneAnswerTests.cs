using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Hosting;

/// <summary>A request whose time runs out while its answer goes out is answered once: never with a second document behind the first.</summary>
public sealed class OneAnswerTests(OneAnswerTests.TimedOutWhileAnswering api)
    : IClassFixture<OneAnswerTests.TimedOutWhileAnswering>
{
    [Theory]
    [InlineData("""{ "name": "Wimoov", "actorProfile": "association" }""", 201)]
    [InlineData("""{ "name": "", "actorProfile": "association" }""", 422)]
    public async Task One_document_and_no_other(string body, int status)
    {
        foreach (var key in new[] { null, (Guid?)Guid.CreateVersion7(api.Clock.GetUtcNow()) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/organisations")
            {
                Content = new StringContent(body, null, "application/json"),
            };
            request.Headers.Add(TimedOutWhileAnswering.Header, "true");
            if (key is not null)
                request.Headers.Add("Idempotency-Key", key.ToString());
            using var answer = await api.Administrator.Http.SendAsync(request);
            ((int)answer.StatusCode).Should().Be(status);
            var documents = await answer.Content.ReadAsStringAsync();
            FluentActions.Invoking(() => JsonDocument.Parse(documents)).Should().NotThrow(documents);
        }
    }

    /// <summary>The time of a request that asks for it runs out with the first byte of its answer, before the server has begun to send.</summary>
    public sealed class TimedOutWhileAnswering : PipelineApi
    {
        public const string Header = "Test-Time-Runs-Out";

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, Outside>());
        }

        private sealed class Outside : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
                app =>
                {
                    app.Use(
                        async (context, inner) =>
                        {
                            if (!context.Request.Headers.ContainsKey(Header))
                            {
                                await inner(context);
                                return;
                            }
                            using var time = new CancellationTokenSource();
                            using var answer = new Slow(context, time);
                            var original = context.Response.Body;
                            context.Response.Body = answer;
                            await inner(context);
                            context.Response.Body = original;
                            await original.WriteAsync(answer.ToArray());
                        }
                    );
                    next(app);
                };
        }

        private sealed class Slow(HttpContext context, CancellationTokenSource time) : MemoryStream
        {
            // So that nothing takes back what has been written, as on a wire.
            public override bool CanSeek => false;

            public override async ValueTask WriteAsync(
                ReadOnlyMemory<byte> buffer,
                CancellationToken cancellationToken = default
            )
            {
                await base.WriteAsync(buffer, CancellationToken.None);
                await time.CancelAsync();
                context.Features.Set<IHttpRequestTimeoutFeature>(new Over(time.Token));
                if (cancellationToken.CanBeCanceled)
                    throw new OperationCanceledException(time.Token);
            }

            public override Task WriteAsync(
                byte[] buffer,
                int offset,
                int count,
                CancellationToken cancellationToken
            ) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
        }

        private sealed record Over(CancellationToken RequestTimeoutToken) : IHttpRequestTimeoutFeature
        {
            public void DisableTimeout() { }
        }
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Tests.Access;

/// <summary>The keys that seal tokens lie in the database: instances share them, and a restart keeps them.</summary>
public sealed class KeyRingTests : IDisposable
{
    private const string Email = "admin@test.pipeline";
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-keyring-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Two_instances_on_one_database_take_each_others_tokens_and_a_restart_keeps_them()
    {
        string access,
            refresh;
        await using (var one = new Instance(_folder))
        await using (var two = new Instance(_folder))
        {
            var tokens = await LoginAsync(one);
            (access, refresh) = (tokens.Text("accessToken"), tokens.Text("refreshToken"));
            (await With(two, access).GetAsync("me")).ShouldBe(200);
            (await With(one, (await LoginAsync(two)).Text("accessToken")).GetAsync("me")).ShouldBe(200);
        }
        await using var later = new Instance(_folder);
        (await With(later, access).GetAsync("me")).ShouldBe(200);
        (await With(later, null).PostAsync("auth/refresh", new { refreshToken = refresh })).ShouldBe(200);
        (await KeysAsync(later)).Should().ContainSingle().Which.Should().Contain("<masterKey");
    }

    [Fact]
    public async Task A_folder_takes_their_place_where_it_is_set()
    {
        var keys = Path.Combine(_folder, "keys");
        await using var one = new Instance(_folder, ("Pipeline:Keys:Folder", keys));
        var tokens = await LoginAsync(one);
        Directory.GetFiles(keys, "key-*.xml").Should().ContainSingle();
        (await KeysAsync(one)).Should().BeEmpty();
        await using var stranger = new Instance(_folder);
        (await With(stranger, tokens.Text("accessToken")).GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task A_certificate_seals_the_keys_themselves()
    {
        var file = Path.Combine(_folder, "keys.pfx");
        using (var rsa = RSA.Create(2048))
        {
            var now = TimeProvider.System.GetUtcNow();
            using var certificate = new CertificateRequest(
                "CN=Pipeline keys",
                rsa,
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            ).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
            await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12, "secret of the file"));
        }
        (string, string)[] settings =
        [
            ("Pipeline:Keys:Certificate", file),
            ("Pipeline:Keys:CertificatePassword", "secret of the file"),
        ];
        string access;
        await using (var one = new Instance(_folder, settings))
        {
            access = (await LoginAsync(one)).Text("accessToken");
            (await KeysAsync(one)).Should().ContainSingle().Which.Should().NotContain("<masterKey");
        }
        await using var again = new Instance(_folder, settings);
        (await With(again, access).GetAsync("me")).ShouldBe(200);
    }

    private static async Task<Reply> LoginAsync(Instance instance) =>
        (
            await With(instance, null).PostAsync("auth/login", new { email = Email, password = PipelineApi.Password })
        ).ShouldBe(200);

    private static Client With(Instance instance, string? access)
    {
        var client = new Client(instance.CreateClient());
        if (access is not null)
            client.Http.DefaultRequestHeaders.Authorization = new("Bearer", access);
        return client;
    }

    private static async Task<List<string>> KeysAsync(Instance instance)
    {
        await using var scope = instance.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<PipelineDbContext>()
            .DataProtectionKeys.Select(k => k.Xml)
            .ToListAsync();
    }

    private sealed class Instance(string folder, params (string Key, string Value)[] settings)
        : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("Pipeline:Database:Provider", "Sqlite");
            builder.UseSetting(
                "ConnectionStrings:Pipeline",
                $"Data Source={Path.Combine(folder, "pipeline.db")};Pooling=False"
            );
            builder.UseSetting("PIPELINE_ADMIN_EMAIL", Email);
            builder.UseSetting("PIPELINE_ADMIN_PASSWORD", PipelineApi.Password);
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
        }
    }
}

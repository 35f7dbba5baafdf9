using System.Text;
using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Access;

/// <summary>A copy of the database opens no account: nothing that opens one lies in it in clear.</summary>
public sealed class SecrecyTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task No_secret_lies_in_the_database_in_clear()
    {
        var key = Guid.CreateVersion7(api.Clock.GetUtcNow());
        var email = "secret@test.pipeline";
        var body = new { email, name = "Secret" };
        var user = (await api.Administrator.PostAsync("users", body, key: key)).ShouldBe(201);
        var again = (await api.Administrator.PostAsync("users", body, key: key)).ShouldBe(201);
        (again.Replayed, again.Text("invitation.url"))
            .Should()
            .Be((true, user.Text("invitation.url")), "the first answer is given again, link and all");
        var invitation = Postbox.TokenOf(user.Text("invitation.url"));

        var fund = await Fund.OpenAsync(api);
        var (path, asked) = ($"portfolios/{fund.Id}/api-keys", new { name = "Excel", access = "read" });
        var machine = (await api.Administrator.PostAsync(path, asked, key: NextKey())).ShouldBe(201).Text("key");
        (await api.With(machine).GetAsync("me")).ShouldBe(200);
        var renewed = Postbox.TokenOf(
            (await api.Administrator.PostAsync($"users/{user.Id("id")}/invitation", new { }, key: NextKey()))
                .ShouldBe(200)
                .Text("url")
        );

        (
            await api.Anonymous()
                .PostAsync("auth/invitation", new { token = renewed, password = "eleven rivers at dusk" })
        ).ShouldBe(204);
        var tokens = (
            await api.Anonymous().PostAsync("auth/login", new { email, password = "eleven rivers at dusk" })
        ).ShouldBe(200);
        api.Links.Empty();
        (await api.Anonymous().PostAsync("auth/password-reset", new { email })).ShouldBe(202);
        var reset = Postbox.TokenOf((await api.Links.NextAsync()).Url);
        (
            await api.Administrator.PostAsync(
                "users",
                new
                {
                    email = "given@test.pipeline",
                    name = "Given",
                    password = "seven bridges at dawn",
                },
                key: NextKey()
            )
        ).ShouldBe(201);

        var calendar = (await api.Administrator.PostAsync("me/calendar", null, key: NextKey()))
            .ShouldBe(201)
            .Text("url");

        var all = await EverythingAsync();
        all.Should().Contain(email, "the whole database was read");
        foreach (
            var secret in new[]
            {
                invitation,
                renewed,
                reset,
                machine,
                calendar.Split('/')[^1].Split('.')[0],
                tokens.Text("accessToken"),
                tokens.Text("refreshToken"),
                "eleven rivers at dusk",
                "seven bridges at dawn",
                PipelineApi.Password,
            }
        )
            all.Contains(secret, StringComparison.Ordinal).Should().BeFalse("'{0}' is a secret", secret);
    }

    [Fact]
    public async Task A_request_with_a_password_leaves_no_hash_that_is_quick_to_guess()
    {
        var body = """{"email":"hashed@test.pipeline","name":"Hashed","password":"seven bridges at dawn"}""";
        (await api.Administrator.PostAsync("users", body, key: NextKey())).ShouldBe(201);
        var quick = Convert.ToHexString(
            System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"/api/v1/users\n\n{body}"))
        );
        (await EverythingAsync()).Contains(quick, StringComparison.OrdinalIgnoreCase).Should().BeFalse();
        (
            await api.Administrator.PostAsync(
                "organisations",
                """{"name":"Hashed","actorProfile":"association"}""",
                key: NextKey()
            )
        ).ShouldBe(201);
        var usual = Convert.ToHexString(
            System.Security.Cryptography.SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    "/api/v1/organisations\n\n{\"name\":\"Hashed\",\"actorProfile\":\"association\"}"
                )
            )
        );
        (await EverythingAsync())
            .Contains(usual, StringComparison.OrdinalIgnoreCase)
            .Should()
            .BeTrue("this is how requests are hashed where they hold no secret");
    }

    private Guid NextKey() => Guid.CreateVersion7(api.Clock.GetUtcNow());

    private Task<string> EverythingAsync() =>
        api.InDatabaseAsync(async db =>
        {
            var all = new StringBuilder();
            var connection = db.Database.GetDbConnection();
            await connection.OpenAsync();
            foreach (
                var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct()
            )
            {
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT * FROM \"{table}\"";
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                    for (var i = 0; i < reader.FieldCount; i++)
                        all.AppendLine(
                            reader.GetValue(i) is byte[] bytes
                                ? Encoding.UTF8.GetString(bytes)
                                : reader.GetValue(i).ToString()
                        );
            }
            return all.ToString();
        });
}

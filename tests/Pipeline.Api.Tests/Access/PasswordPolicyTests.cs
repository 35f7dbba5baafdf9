using Pipeline.Api.Tests.Common;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Identity;

namespace Pipeline.Api.Tests.Access;

public sealed class PasswordPolicyTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Theory]
    [InlineData("elevenchars")]
    [InlineData("")]
    public void Short_ones_are_refused(string password) => CodeOf(password).Should().Be("weak_password");

    [Fact]
    public void Length_alone_is_enough_up_to_its_limit()
    {
        CodeOf("ein ganz anderer satz").Should().BeNull();
        CodeOf("trombonequay").Should().BeNull("twelve small letters that are no word of the list");
        var longest = string.Concat(Enumerable.Range(0, 20).Select(i => $"{(char)('a' + i)}quill{i % 10:0}zebra"))[
            ..200
        ];
        CodeOf(longest).Should().BeNull();
        CodeOf(longest + "x").Should().Be("too_long");
    }

    [Theory]
    [InlineData("password1234")]
    [InlineData("Password2026!")]
    [InlineData("P@ssw0rd123456")]
    [InlineData("p4ssword 2026")]
    [InlineData("PASSWORDpassword")]
    [InlineData("Welcome-Admin-1")]
    [InlineData("MotDePasse2026")]
    [InlineData("Été2026Été2026")]
    [InlineData("pipelinepipeline")]
    [InlineData("Pipeline-2026!")]
    [InlineData("qwertyuiopas")]
    [InlineData("azertyuiopqsd")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("123456789012")]
    [InlineData("210987654321")]
    [InlineData("abcdefghijkl")]
    [InlineData("aaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("111122223333")]
    [InlineData("manchester-united")]
    [InlineData("ManchesterUnited1999")]
    [InlineData("thisismypassword")]
    public void What_is_guessed_first_is_refused(string password) => CodeOf(password).Should().Be("common_password");

    [Theory]
    [InlineData("demonstration")]
    [InlineData("correct horse battery staple")]
    [InlineData("long enough password")]
    [InlineData("seven bridges at dawn")]
    [InlineData("mein lieber schwan")]
    [InlineData("Kx7!p_2Lq9#z")]
    public void Others_are_taken(string password) => CodeOf(password).Should().BeNull();

    [Theory]
    [InlineData("marie.curie@lab.org", "MarieCurie1898", "personal_password")]
    [InlineData("marie.curie@lab.org", "1898-marie.curie", "personal_password")]
    [InlineData("marie.curie@lab.org", "marie.curie@lab.org", "personal_password")]
    [InlineData("jo@laboratory.org", "Jo@Laboratory.org!", "personal_password")]
    [InlineData("marie.curie@lab.org", "marie.curie found radium", null)]
    [InlineData("jo@lab.org", "major key of the joker", null)]
    public void Ones_own_address_is_no_password(string email, string password, string? code) =>
        CodeOf(password, email).Should().Be(code);

    [Fact]
    public async Task A_refusal_names_the_field_in_the_asked_language()
    {
        var body = new
        {
            email = "policy@test.pipeline",
            name = "X",
            password = "password1234",
        };
        var (en, fr) = (
            await api.Administrator.PostAsync("users", body),
            await api.Administrator.PostAsync("users", body, language: "fr")
        );
        en.ShouldBlame("password", "common_password");
        fr.ShouldBlame("password", "common_password").Text("detail").Should().NotBe(en.Text("detail"));
        (
            await api.Administrator.PostAsync(
                "users",
                new
                {
                    body.email,
                    body.name,
                    password = "short",
                }
            )
        ).ShouldBlame("password", "weak_password");
    }

    private static string? CodeOf(string password, string email = "somebody@example.org")
    {
        try
        {
            PasswordPolicy.Checked(password, email);
            return null;
        }
        catch (InvalidValueException e)
        {
            return e.Code;
        }
    }
}

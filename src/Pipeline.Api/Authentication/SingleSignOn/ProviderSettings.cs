using Pipeline.Api.Hosting;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Authentication.SingleSignOn;

/// <summary>The provider that signs people in besides their passwords, and what it calls things: <c>Pipeline:SingleSignOn:*</c>.</summary>
internal sealed record ProviderSettings
{
    private const string Section = "Pipeline:SingleSignOn";

    // It is kept beside every link to the provider, as part of a key.
    private const int AddressLength = 200;

    /// <summary>As people call it.</summary>
    public required string Name { get; init; }

    /// <summary>What the provider knows this program by.</summary>
    public required string ClientId { get; init; }

    /// <summary>What this program shows to be it.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>Where browsers are sent.</summary>
    public required string AuthorizationEndpoint { get; init; }

    /// <summary>Where a code becomes a token.</summary>
    public required string TokenEndpoint { get; init; }

    /// <summary>Where a token says whose it is.</summary>
    public required string UserInformationEndpoint { get; init; }

    /// <summary>What is asked for, with spaces between.</summary>
    public required string Scope { get; init; }

    /// <summary>The claim that never changes, the address, and whether the provider has seen that it is theirs.</summary>
    public required (string Subject, string Email, string EmailVerified) Claims { get; init; }

    /// <summary>Pages beside our own that may be returned to.</summary>
    public required IReadOnlyList<string> ReturnTo { get; init; }

    /// <summary>How long the provider may take to answer.</summary>
    public required TimeSpan Patience { get; init; }

    /// <summary>By what links to it are known: subjects of another provider are other people.</summary>
    public string Key => new Uri(AuthorizationEndpoint).GetLeftPart(UriPartial.Path);

    /// <summary>The provider that is configured; null where nothing is.</summary>
    /// <exception cref="SettingException">It is configured by half, or a value cannot be.</exception>
    public static ProviderSettings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (section.AsEnumerable().All(setting => string.IsNullOrWhiteSpace(setting.Value)))
            return null;
        string[] needed =
        [
            "ClientId",
            "ClientSecret",
            "AuthorizationEndpoint",
            "TokenEndpoint",
            "UserInformationEndpoint",
        ];
        var missing = needed.Where(key => string.IsNullOrWhiteSpace(section[key])).ToList();
        if (missing.Count > 0)
            throw new SettingException(
                $"{Section} is set up by half: {string.Join(", ", missing)} {(missing.Count == 1 ? "is" : "are")} missing."
            );
        return new()
        {
            Name = Or(section["Name"], "Single sign-on"),
            ClientId = section["ClientId"]!,
            ClientSecret = section["ClientSecret"]!,
            AuthorizationEndpoint = Address("AuthorizationEndpoint", section["AuthorizationEndpoint"]!),
            TokenEndpoint = Address("TokenEndpoint", section["TokenEndpoint"]!),
            UserInformationEndpoint = Address("UserInformationEndpoint", section["UserInformationEndpoint"]!),
            Scope = Or(section["Scope"], "openid email"),
            Claims = (
                Or(section["Claims:Subject"], "sub"),
                Or(section["Claims:Email"], "email"),
                Or(section["Claims:EmailVerified"], "email_verified")
            ),
            ReturnTo =
            [
                .. configuration.Several($"{Section}:ReturnTo").Select(address => Address("ReturnTo", address)),
            ],
            Patience = TimeSpan.FromSeconds(configuration.Positive($"{Section}:TimeoutSeconds", 10)),
        };
    }

    private static string Or(string? text, string otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise : text;

    // Codes and tokens go there: in clear to nobody but this machine.
    private static string Address(string key, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Fragment.Length == 0
        && text.Length <= AddressLength
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? text
            : throw new SettingException(
                $"{Section}:{key} is '{text}'; an address such as https://login.example.org/authorize, of {AddressLength} characters at most, is expected."
            );
}

/// <summary>Whether there is a provider.</summary>
/// <param name="Provider">Null where single sign-on is off.</param>
internal sealed record SingleSignOnState(ProviderSettings? Provider);

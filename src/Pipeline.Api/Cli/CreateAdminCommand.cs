using Pipeline.Application.Access;

namespace Pipeline.Api.Cli;

/// <summary><c>create-admin EMAIL</c>: with PIPELINE_ADMIN_PASSWORD, or a generated password that is printed once.</summary>
internal static class CreateAdminCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, Options options)
    {
        var email = options.Word("EMAIL");
        options.Done();
        var (password, generated) = Start.AdministratorPassword(services.GetRequiredService<IConfiguration>());
        await services
            .GetRequiredService<IUserDirectory>()
            .CreateAsync(email, "Administrator", administrator: true, password, CancellationToken.None);
        Console.WriteLine(
            generated
                ? $"Administrator {email}, password {password} (shown once)."
                : $"Administrator {email}, with the password of PIPELINE_ADMIN_PASSWORD."
        );
        return 0;
    }
}

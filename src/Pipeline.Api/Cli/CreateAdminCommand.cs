using System.CommandLine;
using Pipeline.Application.Access;

namespace Pipeline.Api.Cli;

/// <summary><c>create-admin EMAIL</c>: with PIPELINE_ADMIN_PASSWORD, or a generated password that is printed once.</summary>
internal static class CreateAdminCommand
{
    public static Command Of(Product product)
    {
        var email = Words.Word("EMAIL", "The administrator's address");
        return product.Command(
            "create-admin",
            "Make an administrator",
            [email],
            (services, given) => RunAsync(services, given.GetRequiredValue(email))
        );
    }

    private static async Task<int> RunAsync(IServiceProvider services, string email)
    {
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

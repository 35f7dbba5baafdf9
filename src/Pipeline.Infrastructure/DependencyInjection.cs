using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Application.Access;
using Pipeline.Application.Imports;
using Pipeline.Application.Reports;
using Pipeline.Infrastructure.Identity;
using Pipeline.Infrastructure.Imports;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Reports;
using Pipeline.Infrastructure.Reports.Registers;

namespace Pipeline.Infrastructure;

/// <summary>What stands behind the application's ports.</summary>
public static class DependencyInjection
{
    /// <summary>Adds the database, the people, the file readers and writers.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDatabase(configuration);
        services.AddIdentityCore<PipelineUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // Length is what makes a password strong; rules on its characters only make it harder to remember.
                options.Password.RequiredLength = 10;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 10;
            })
            .AddEntityFrameworkStores<PipelineDbContext>()
            .AddSignInManager();
        services.AddScoped<IUserDirectory, UserDirectory>();
        services.AddScoped<IdempotencyStore>();
        services.AddSingleton(configuration.GetSection("Pipeline:Imports").Get<ImportLimits>() ?? new());
        services.AddSingleton<IGrantFileReader, GrantFileReader>();
        services.AddSingleton<IPortfolioWorkbookReader, PortfolioWorkbookReader>();
        services.AddSingleton<IWorkbookWriter, WorkbookWriter>();
        services.AddSingleton<ISubsidyWriter, SubsidyWriter>();
        services.AddSingleton<IRegisterWriter, RegisterWriter>();
        return services;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pipeline.Infrastructure.Persistence.Providers;

/// <summary>How every provider's context is made for the program's own requests and workers.</summary>
internal static class ProviderContext
{
    /// <summary>Adds the context as itself and as <see cref="PipelineDbContext"/>.</summary>
    public static void Add<TContext>(
        IServiceCollection services,
        IDatabaseProvider provider,
        string connection,
        Action<DbContextOptionsBuilder> configure
    )
        where TContext : PipelineDbContext
    {
        // The model takes longer than everything else at a start: it is built beside the rest, and whoever needs it first waits for what is left. Where it cannot be built, they are told.
        var model = Task.Run(() =>
        {
            using var db = provider.CreateContext(connection);
            return db.Model;
        });
        services.AddDbContext<TContext>(
            (program, options) =>
            {
                configure(options);
                // With a model each context need not look for one that was compiled ahead; and with the program's services in them, options are compared part by part
                // with those of the context before, where the very same are known at once: together a twentieth of a small request (docs/adr/0073).
                options
                    .UseModel(model.GetAwaiter().GetResult())
                    .UseLoggerFactory(program.GetService<ILoggerFactory>())
                    .UseApplicationServiceProvider(null);
            },
            optionsLifetime: ServiceLifetime.Singleton
        );
        services.AddScoped<PipelineDbContext>(p => p.GetRequiredService<TContext>());
    }
}

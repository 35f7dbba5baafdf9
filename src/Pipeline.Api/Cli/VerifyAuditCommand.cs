using System.CommandLine;
using System.Globalization;
using MediatR;
using Pipeline.Application.Audit;

namespace Pipeline.Api.Cli;

/// <summary><c>verify-audit</c>: computes the chain again; exit code 1 when a link does not hold.</summary>
internal static class VerifyAuditCommand
{
    public static Command Of(Product product) =>
        product.Command(
            "verify-audit",
            "Find the first broken link of the audit",
            [],
            (services, _) => RunAsync(services)
        );

    private static async Task<int> RunAsync(IServiceProvider services)
    {
        var found = await services.GetRequiredService<IMediator>().Send(new VerifyAudit());
        if (found.FirstBroken is { } broken)
            throw new CommandException($"The audit does not hold. {broken.Reason}");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The audit holds: {found.Entries} {(found.Entries == 1 ? "entry" : "entries")}, the last one's hash is {found.LastHash}."
            )
        );
        return 0;
    }
}

using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using MediatR;
using Pipeline.Application.Closings;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Cli;

/// <summary><c>verify-report FILE</c>: whether a file is one that was closed, byte for byte; exit code 1 when it is not.</summary>
internal static class VerifyReportCommand
{
    public static Command Of(Product product)
    {
        var file = Words.Word("FILE", "A workbook, or a dashboard as JSON");
        return product.Command(
            "verify-report",
            "Tell whether a workbook is the one that was closed",
            [file],
            (services, given) => RunAsync(services, given.GetRequiredValue(file))
        );
    }

    private static async Task<int> RunAsync(IServiceProvider services, string path)
    {
        string hash;
        await using (var file = File.OpenRead(path))
            hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
        var closed =
            await services.GetRequiredService<IMediator>().Send(new VerifyReport(hash))
            ?? throw new CommandException(
                $"{path} is no file that was closed here: it was never one, or a byte of it was changed. Its SHA-256 is {hash}."
            );
        if (!closed.Valid)
            throw new CommandException(
                $"{path} is kept as closed, but its signature does not hold: what is stored of the closing was changed."
            );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{path} is the {Labels.Of(closed.Kind).En.ToLowerInvariant()} ({Codes.Of(closed.Language)}) of portfolio {closed.PortfolioCode} as of {closed.AsOf:yyyy-MM-dd}, known at {closed.KnownAt:yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'}, closed at {closed.RecordedAt:yyyy-MM-dd'T'HH:mm:ss'Z'} by {closed.RecordedBy} and signed by key {closed.KeyId}."
            )
        );
        return 0;
    }
}

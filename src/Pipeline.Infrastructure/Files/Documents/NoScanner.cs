using Microsoft.Extensions.Logging;
using Pipeline.Application.Documents;

namespace Pipeline.Infrastructure.Files.Documents;

/// <summary>Stands where no scanner is plugged in: everything is kept, and the log says so once.</summary>
internal sealed class NoScanner(ILogger<NoScanner> log) : IDocumentScanner
{
    private int _said;

    public Task<bool> IsCleanAsync(Stream content, string fileName, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _said, 1) == 0)
            log.LogInformation("Documents are kept without being scanned: no scanner is plugged in.");
        return Task.FromResult(true);
    }
}

using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Documents;
using Pipeline.Application.Imports;
using Pipeline.Infrastructure.Files.Imports;

namespace Pipeline.Api.Hosting;

/// <summary>What becomes of a file that is sent.</summary>
internal enum FileUse
{
    /// <summary>It is kept.</summary>
    Document = 1,

    /// <summary>It is read.</summary>
    Import,
}

/// <summary>Marks an endpoint, or a page's form, that a file is sent to.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal sealed class TakesFileAttribute(FileUse use) : Attribute
{
    /// <summary>What becomes of it.</summary>
    public FileUse Use => use;
}

/// <summary>How large files may be that are sent to this instance.</summary>
internal sealed class FileSizes(DocumentLimits documents, ImportLimits imports)
{
    // What a form has around its file.
    private const int FormBytes = 64 * 1024;

    private const long Megabyte = 1024 * 1024;

    /// <summary>Bytes of a request with a file.</summary>
    public long BodyBytes(FileUse use) => FileBytes(use) + FormBytes;

    /// <summary>The same as is said of a file that was read whole.</summary>
    public HttpRefusal TooLarge(FileUse use) => HttpRefusal.Of(FileRefusals.TooLarge).With(FileBytes(use) / Megabyte);

    private long FileBytes(FileUse use) => use == FileUse.Document ? documents.FileBytes : imports.FileBytes;
}

/// <summary>
/// Lets a file arrive before anything waits for it or counts its seconds: a slow line that keeps sending is given up by no clock, one from which nothing comes for as long
/// as a request may take is. Behind authorization, so that strangers send nothing.
/// </summary>
internal sealed class FileArrivalMiddleware(RequestDelegate next, FileSizes sizes, RequestLimits limits)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.HasFormContentType)
        {
            context.Request.Body = new ArrivingBody(context.Request.Body, TimeSpan.FromSeconds(limits.RequestSeconds));
            try
            {
                await Forms.ReadAsync(context);
            }
            catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
            {
                throw sizes.TooLarge(context.SentFile()!.Use).Exception();
            }
        }
        await next(context);
    }
}

/// <summary>Requests with a file.</summary>
internal static class SentFiles
{
    /// <summary>What is done with the file that a request brings; null where it brings none. A page is looked at without.</summary>
    public static TakesFileAttribute? SentFile(this HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
            ? context.GetEndpoint()?.Metadata.GetMetadata<TakesFileAttribute>()
            : null;

    /// <summary>Requests are given up by their seconds, but for those that bring a file: of these only what comes behind its arrival.</summary>
    public static void UseTimeouts(this WebApplication app) =>
        app.UseWhen(context => context.SentFile() is null, others => others.UseRequestTimeouts());

    /// <summary>Behind authorization.</summary>
    public static void UseFileArrival(this WebApplication app) =>
        app.UseWhen(
            context => context.SentFile() is not null,
            sent => sent.UseMiddleware<FileArrivalMiddleware>().UseRequestTimeouts()
        );
}

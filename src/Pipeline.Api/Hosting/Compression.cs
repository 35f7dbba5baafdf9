using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Pipeline.Api.Hosting;

/// <summary>
/// Replies are compressed for whoever asks for it, over HTTPS too: tokens travel in a header that no other page can make a browser send, so nobody can have
/// replies made whose length would tell what is in them. Workbooks are compressed already.
/// </summary>
internal static class Compression
{
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "text/csv"];
        });
        // A tenth of the length at a tenth of the work: what is left to gain costs more time than it saves on the way.
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }
}

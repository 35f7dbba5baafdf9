using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Pipeline.Api.Binding;
using Pipeline.Api.Hosting;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Idempotency;

/// <summary>
/// Forms of pages carry a key of their own: a double click, or a post that is sent again, does it once and is led to where the first was. Only what was done is kept;
/// what was refused wrote nothing and is judged anew. What takes something that can be guessed has no part in it: a refusal there has to count, which it would not
/// within a key's transaction.
/// </summary>
internal sealed class PageIdempotencyMiddleware(RequestDelegate next, IOptions<AntiforgeryOptions> antiforgery)
{
    /// <summary>The field that has the key.</summary>
    public const string Field = "_key";

    public async Task InvokeAsync(HttpContext context, IdempotencyStore store, TimeProvider time)
    {
        if (
            !context.IsPage()
            || !HttpMethods.IsPost(context.Request.Method)
            || !context.Request.HasFormContentType
            || context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()
                is { PolicyName: RateLimits.SignIn }
            || context.User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } user
            || !Guid.TryParse((await context.Request.ReadFormAsync(context.RequestAborted))[Field], out _)
        )
        {
            await next(context);
            return;
        }
        var hash = await HashAsync(context);
        var claim = new IdempotencyRecord
        {
            UserId = Guid.Parse(user),
            // Of the key and of all else that was sent: who goes back and sends something else asks for something else, and versions say what became of it.
            Key = new Guid(hash.AsSpan(0, 16)),
            RequestHash = Convert.ToHexString(hash),
            RecordedAt = time.GetUtcNow(),
        };
        using var page = new MemoryStream();
        var (record, first) = await store.RunAsync(
            claim,
            record => RunAsync(context, record, page),
            context.RequestAborted
        );
        if (first)
        {
            page.Position = 0;
            await page.CopyToAsync(context.Response.Body, CancellationToken.None);
            return;
        }
        context.Response.StatusCode = record.Status;
        context.Response.Headers.Location = record.Location;
        // What was said of it, as a cookie for the next page.
        if (record.Body.Length > 0)
            context.Response.Headers.SetCookie = Encoding.UTF8.GetString(record.Body).Split('\n');
    }

    // Into memory: nobody reads that something was done before it is committed.
    private async Task<bool> RunAsync(HttpContext context, IdempotencyRecord record, MemoryStream page)
    {
        var original = context.Response.Body;
        context.Response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = original;
        }
        if (context.Response.StatusCode is < 300 or >= 400)
            return false;
        record.Status = context.Response.StatusCode;
        record.Location = context.Response.Headers.Location;
        record.Body = Encoding.UTF8.GetBytes(string.Join('\n', context.Response.Headers.SetCookie.ToArray()));
        return true;
    }

    private async Task<byte[]> HashAsync(HttpContext context)
    {
        var form = context.Request.Form;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{context.Request.Path}\n{context.Request.QueryString}\n"));
        foreach (var (name, values) in form.Where(f => f.Key != antiforgery.Value.FormFieldName).OrderBy(f => f.Key))
        foreach (var value in values)
            hash.AppendData(Encoding.UTF8.GetBytes($"{name.Length}:{name}{value?.Length ?? 0}:{value}"));
        foreach (var file in form.Files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{file.Name}\n{file.FileName}\n{file.Length}\n"));
            await using var content = file.OpenReadStream();
            hash.AppendData(await SHA256.HashDataAsync(content, context.RequestAborted));
        }
        return hash.GetHashAndReset();
    }
}

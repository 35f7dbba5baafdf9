using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Pipeline.Api.Binding;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Idempotency;

/// <summary>
/// POSTs that carry an Idempotency-Key: the same key and request give the first answer again, for 24 hours; the same key with another request
/// is refused.
/// </summary>
internal sealed class IdempotencyMiddleware(RequestDelegate next, IDataProtectionProvider protection)
{
    // Slow enough that a password in a body is not found by trying.
    private const int Iterations = 100_000;

    private readonly IDataProtector _seal = protection.CreateProtector("Pipeline.Idempotency");

    public const string Header = "Idempotency-Key";

    /// <summary>Says that an answer is the first one, given again.</summary>
    public const string Replayed = "Idempotency-Replayed";

    public async Task InvokeAsync(HttpContext context, IServiceProvider services, TimeProvider time)
    {
        var header = context.Request.Headers[Header].ToString();
        var endpoint = context.GetEndpoint();
        var secrecy = endpoint?.Metadata.OfType<Sensitive>().Cast<Sensitive?>().FirstOrDefault();
        // What is open to everybody is nobody's: keys belong to whoever signed in for them.
        if (
            header.Length == 0
            || secrecy == Sensitive.NotKept
            || endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || !HttpMethods.IsPost(context.Request.Method)
            || context.User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } user
        )
        {
            await next(context);
            return;
        }
        if (!Guid.TryParse(header, out var key))
            throw BindingRefusals.InvalidIdempotencyKey.With(Header, header).At(Header);

        var claim = new IdempotencyRecord
        {
            UserId = Guid.Parse(user),
            Key = key,
            RequestHash = await HashAsync(context, secrecy is null ? null : $"{user}{key}"),
            RecordedAt = time.GetUtcNow(),
        };
        var store = services.GetRequiredService<IdempotencyStore>();
        var (record, first) = await store.RunAsync(
            claim,
            record => RunAsync(context, record, secrecy),
            context.RequestAborted
        );
        if (record.RequestHash != claim.RequestHash)
            throw BindingRefusals.IdempotencyKeyReused.Exception();
        await ReplayAsync(context, record, first, secrecy);
    }

    // Answers into memory: nothing reaches the client before what it says is committed.
    private async Task<bool> RunAsync(HttpContext context, IdempotencyRecord record, Sensitive? secrecy)
    {
        var original = context.Response.Body;
        using var memory = new MemoryStream();
        context.Response.Body = memory;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = original;
        }
        (record.Status, record.ContentType, record.Body) = (
            context.Response.StatusCode,
            context.Response.ContentType,
            secrecy is null ? memory.ToArray() : _seal.Protect(memory.ToArray())
        );
        record.Location = context.Response.Headers.Location.ToString() is { Length: > 0 } location ? location : null;
        record.ETag = context.Response.Headers.ETag.ToString() is { Length: > 0 } etag ? etag : null;
        return record.Status < 400;
    }

    private async Task ReplayAsync(HttpContext context, IdempotencyRecord record, bool first, Sensitive? secrecy)
    {
        context.Response.StatusCode = record.Status;
        if (record.ContentType is not null)
            context.Response.ContentType = record.ContentType;
        if (record.Location is not null)
            context.Response.Headers.Location = record.Location;
        if (record.ETag is not null)
            context.Response.Headers.ETag = record.ETag;
        if (!first)
            context.Response.Headers[Replayed] = "true";
        // Not given up half-way: what came of it is decided, and a time-out in the middle would be answered with a second document behind it.
        await context.Response.Body.WriteAsync(
            secrecy is null ? record.Body : _seal.Unprotect(record.Body),
            CancellationToken.None
        );
    }

    private static async Task<string> HashAsync(HttpContext context, string? salt)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{context.Request.Path}\n{context.Request.QueryString}\n"));
        if (context.Request.HasFormContentType)
        {
            // A retry draws a new boundary between the parts: the parts are what has to be the same.
            var form = await Forms.ReadAsync(context);
            foreach (var (name, value) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
                hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{value}\n"));
            foreach (var file in form.Files)
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\n{file.FileName}\n{file.Length}\n"));
                await using var content = file.OpenReadStream();
                await AppendAsync(hash, content, context.RequestAborted);
            }
            return Convert.ToHexString(hash.GetHashAndReset());
        }
        context.Request.EnableBuffering();
        await AppendAsync(hash, context.Request.Body, context.RequestAborted);
        context.Request.Body.Position = 0;
        var plain = hash.GetHashAndReset();
        return Convert.ToHexString(
            salt is null
                ? plain
                : Rfc2898DeriveBytes.Pbkdf2(
                    plain,
                    Encoding.UTF8.GetBytes(salt),
                    Iterations,
                    HashAlgorithmName.SHA256,
                    plain.Length
                )
        );
    }

    private static async Task AppendAsync(IncrementalHash hash, Stream content, CancellationToken token)
    {
        var buffer = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(buffer, token)) > 0)
            hash.AppendData(buffer, 0, read);
    }
}

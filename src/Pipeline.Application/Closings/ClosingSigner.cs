using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Closings;

namespace Pipeline.Application.Closings;

/// <summary>Signs closings with the key of the instances. It is made when the first period is closed, and anew where the seal of the last one can be opened no more.</summary>
public sealed class ClosingSigner(IPipelineDb db, ISecretSeal seal, TimeProvider time)
{
    /// <summary>The key that signs now. Whoever opens a transaction asks for it before: sealing may write keys by a connection of its own.</summary>
    /// <returns>To be disposed of.</returns>
    public async Task<OpenClosingKey> OpenAsync(CancellationToken cancellationToken)
    {
        if (await LastAsync(cancellationToken) is { } last && TryOpen(last) is { } opened)
            return opened;
        var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = new ClosingKey(
            made.ExportParameters(includePrivateParameters: false),
            seal.Seal(Convert.ToBase64String(made.ExportPkcs8PrivateKey())),
            time.GetUtcNow()
        );
        // In a transaction of its own: what is read before may have left a snapshot open, and what is written within that one is not kept.
        await db.InTransactionAsync(
            async () =>
            {
                db.ClosingKeys.Add(key);
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );
        return new(key.Id, made);
    }

    private Task<ClosingKey?> LastAsync(CancellationToken cancellationToken) =>
        db.ClosingKeys.AsNoTracking().OrderByDescending(k => k.RecordedAt).FirstOrDefaultAsync(cancellationToken);

    private OpenClosingKey? TryOpen(ClosingKey key)
    {
        var opened = ECDsa.Create();
        try
        {
            opened.ImportPkcs8PrivateKey(Convert.FromBase64String(seal.Open(key.SealedPrivateKey)), out _);
            return new(key.Id, opened);
        }
        catch (CryptographicException)
        {
            // The keys that sealed it are lost: what it signed can be checked for ever, and another one signs from now on.
            opened.Dispose();
            return null;
        }
    }
}

/// <summary>A key that can sign.</summary>
/// <param name="id">A <see cref="ClosingKey.Id"/>.</param>
/// <param name="key">Both halves.</param>
public sealed class OpenClosingKey(string id, ECDsa key) : IDisposable
{
    /// <summary>Signs a closing.</summary>
    public void Sign(Closing closing)
    {
        ArgumentNullException.ThrowIfNull(closing);
        closing.Sign(
            id,
            Base64Url.EncodeToString(key.SignData(Encoding.UTF8.GetBytes(closing.Statement), HashAlgorithmName.SHA256))
        );
    }

    /// <inheritdoc />
    public void Dispose() => key.Dispose();
}

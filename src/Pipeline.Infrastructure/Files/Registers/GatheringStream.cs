using System.Buffers;

namespace Pipeline.Infrastructure.Files.Registers;

/// <summary>
/// Gathers small writes, and passes them on asynchronously alone: a zip entry writes its last bytes synchronously when it closes, which a web
/// server refuses; here they wait for the next asynchronous write. The target stays open.
/// </summary>
internal sealed class GatheringStream(Stream target) : Stream
{
    private const int PassOnAt = 32 * 1024;

    private readonly ArrayBufferWriter<byte> _waiting = new(2 * PassOnAt);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => _waiting.Write(buffer);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        _waiting.Write(buffer.Span);
        if (_waiting.WrittenCount >= PassOnAt)
            await PassOnAsync(cancellationToken);
    }

    public override void Flush()
    {
        // Nothing is lost: what waits is passed on with the next asynchronous write.
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await PassOnAsync(cancellationToken);
        await target.FlushAsync(cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async ValueTask PassOnAsync(CancellationToken cancellationToken)
    {
        if (_waiting.WrittenCount == 0)
            return;
        await target.WriteAsync(_waiting.WrittenMemory, cancellationToken);
        _waiting.ResetWrittenCount();
    }
}

using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Documents;

namespace Pipeline.Application.Documents;

/// <summary>A stored file to be read from any place on, piece by piece; as long as the store is open.</summary>
/// <param name="db">The store.</param>
/// <param name="contentId">The bytes.</param>
/// <param name="length">How many there are.</param>
internal sealed class DocumentStream(IPipelineDb db, Guid contentId, long length) : Stream
{
    private byte[] _piece = [];
    private int _number = -1;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => _position = value;
    }

    /// <exception cref="IOException">The file was removed while it was read.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length || buffer.IsEmpty)
            return 0;
        var number = (int)(_position / DocumentChunk.Length);
        if (number != _number)
        {
            _piece =
                await db
                    .DocumentChunks.Where(c => c.ContentId == contentId && c.Number == number)
                    .Select(c => c.Bytes)
                    .FirstOrDefaultAsync(cancellationToken)
                ?? throw new IOException("The file was removed while it was read.");
            _number = number;
        }
        var there = _piece.AsMemory((int)(_position % DocumentChunk.Length));
        var count = Math.Min(there.Length, buffer.Length);
        there[..count].CopyTo(buffer);
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => length + offset,
        };

    /// <exception cref="NotSupportedException">Always: a database is not waited for with a thread.</exception>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <exception cref="NotSupportedException">Always.</exception>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <exception cref="NotSupportedException">Always.</exception>
    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush() { }
}

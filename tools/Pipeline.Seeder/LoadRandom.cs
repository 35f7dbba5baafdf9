using System.Buffers.Binary;

namespace Pipeline.Seeder;

/// <summary>
/// Chance that comes out the same on every machine and version: of a seed and the place where it is drawn, so that no part depends on how much another
/// one drew. SplitMix64, since 64 bits keep a million places apart, which the framework's 31 bits of seed do not.
/// </summary>
internal sealed class LoadRandom
{
    private ulong _state;

    /// <param name="place">The seed, and what tells this place from others.</param>
    public LoadRandom(params int[] place)
    {
        // FNV over the numbers: HashCode differs from process to process.
        _state = 14695981039346656037UL;
        foreach (var number in place)
            _state = unchecked((_state ^ (uint)number) * 1099511628211UL);
        Next();
    }

    /// <summary>From the first to the last, both included.</summary>
    public int Between(int first, int last) => first + (int)(Next() % (ulong)(last - first + 1));

    public bool Chance(double share) => Share() < share;

    public T OneOf<T>(IReadOnlyList<T> items) => items[Between(0, items.Count - 1)];

    /// <summary>Some of them, none twice, as they come.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> items, int count)
    {
        var left = items.ToList();
        var taken = new List<T>(count);
        while (taken.Count < count && left.Count > 0)
        {
            var i = Between(0, left.Count - 1);
            taken.Add(left[i]);
            left.RemoveAt(i);
        }
        return taken;
    }

    /// <summary>Whole euros in cents, small ones far more often than large ones.</summary>
    public long Cents(int least, int most) => (long)Math.Round(least * Math.Pow((double)most / least, Share())) * 100;

    /// <summary>An id of the same instant as another one of version 7, with the chance of this place instead of the machine's.</summary>
    public Guid Like(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (Next() & 0x0FFF)));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], 0x8000_0000_0000_0000UL | (Next() >> 2));
        return new(bytes, bigEndian: true);
    }

    private double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}

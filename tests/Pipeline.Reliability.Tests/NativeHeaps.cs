using System.Diagnostics;
using System.Globalization;

namespace Pipeline.Reliability.Tests;

/// <summary>The heaps that Linux's usual C library has given to a process's threads; none are seen elsewhere.</summary>
internal static class NativeHeaps
{
    /// <summary>More than the runtime's own threads have before the program begins (7 were seen), and less than two processors' worth (16).</summary>
    public const int OfTheRuntime = 10;

    private const long Room = 64 << 20;

    // The library reserves a heap's whole room at an address that is a multiple of it, of which the first part can be written to.
    public static int Of(Process process)
    {
        if (!OperatingSystem.IsLinux())
            return 0;
        var areas = File.ReadLines($"/proc/{process.Id}/maps")
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(part => (Bounds: part[0].Split('-'), Access: part[1], Named: part.Length > 5))
            .Select(a => (From: Address(a.Bounds[0]), To: Address(a.Bounds[1]), a.Access, a.Named))
            .ToList();
        return areas
            .Zip(areas.Skip(1))
            .Count(a =>
                a.First is { Access: "rw-p", Named: false }
                && a.First.From % Room == 0
                && a.Second.Access == "---p"
                && a.Second.From == a.First.To
                && a.Second.To == a.First.From + Room
            );
    }

    // The last one, of the system call page, lies beyond a signed number.
    private static long Address(string hexadecimal) =>
        (long)ulong.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

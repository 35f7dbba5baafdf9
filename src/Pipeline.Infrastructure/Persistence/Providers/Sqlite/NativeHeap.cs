using System.Runtime.InteropServices;

namespace Pipeline.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>
/// Keeps what SQLite has in memory together. Linux's C library gives threads up to eight heaps a processor, and what a page has left in one of them is free for
/// the threads of that heap alone: the pages that <see cref="SqlitePageCache"/> bounds took twice their bound, and more by the minute. One heap costs no waiting,
/// since SQLite, which counts what it takes, takes it one at a time (docs/adr/0012).
/// </summary>
public static class NativeHeap
{
    // M_ARENA_MAX of malloc.h.
    private const int MostHeaps = -8;

    /// <summary>From here on no thread gets a heap of its own. To be said first: the library counts its heaps once. Does nothing where the C library is another one.</summary>
    public static void KeepTogether()
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            _ = SetOption(MostHeaps, 1);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException) { }
    }

    [DllImport("libc.so.6", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetOption(int option, int value);
}

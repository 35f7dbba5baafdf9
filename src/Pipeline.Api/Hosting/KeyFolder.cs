using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Hosting;

/// <summary>The folder of the keys that seal tokens: whoever reads it can sign in as anybody.</summary>
internal static class KeyFolder
{
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes the folder for its owner alone when it is missing.</summary>
    /// <exception cref="SettingException">It is there, everybody of this machine gets at it, and <paramref name="refuseOpen"/>.</exception>
    public static void Make(string folder, bool refuseOpen)
    {
        // Windows has no modes: there the folder inherits the access of the one that it lies in.
        if (OperatingSystem.IsWindows())
            return;
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, Owner);
            return;
        }
        if (refuseOpen && (File.GetUnixFileMode(folder) & Others) != 0)
            throw new SettingException(
                $"The key folder {folder} is open to everybody on this machine, and who reads the keys can sign in as anybody: chmod 700 it."
            );
    }
}

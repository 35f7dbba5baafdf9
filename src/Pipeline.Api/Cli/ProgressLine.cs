namespace Pipeline.Api.Cli;

/// <summary>One line that counts up, on a terminal only: in a file it would be noise. It is wiped away before anything else is printed.</summary>
internal sealed class ProgressLine : IDisposable
{
    private readonly bool _onTerminal = !Console.IsOutputRedirected;
    private int _width;

    public void Show(string text)
    {
        if (!_onTerminal)
            return;
        Console.Write($"\r{text.PadRight(_width)}");
        Console.Out.Flush();
        _width = Math.Max(_width, text.Length);
    }

    public void Dispose()
    {
        if (_width == 0)
            return;
        Show("");
        Console.Write('\r');
        _width = 0;
    }
}

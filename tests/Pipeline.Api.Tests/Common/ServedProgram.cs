using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;

namespace Pipeline.Api.Tests.Common;

/// <summary>The executable serving at a free port as people run it, with everything that it prints; ended with the test.</summary>
internal sealed class ServedProgram : IAsyncDisposable
{
    private readonly StringBuilder _output = new(),
        _error = new();

    private ServedProgram(Process process, Uri address)
    {
        (Process, Address) = (process, address);
        Http = new HttpClient { BaseAddress = address };
        Collect(_output, handler => process.OutputDataReceived += handler);
        Collect(_error, handler => process.ErrorDataReceived += handler);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Process Process { get; }

    public Uri Address { get; }

    /// <summary>Nobody, until <see cref="SignInAsync"/>.</summary>
    public HttpClient Http { get; }

    public string Output => Read(_output);

    public string Error => Read(_error);

    /// <summary>Starts, and waits until it is ready.</summary>
    public static Task<ServedProgram> StartAsync(
        string folder,
        IReadOnlyDictionary<string, string> settings,
        params string[] arguments
    ) => StartThroughAsync([], folder, settings, arguments);

    /// <summary>The same, started by a program that becomes it.</summary>
    public static async Task<ServedProgram> StartThroughAsync(
        string[] through,
        string folder,
        IReadOnlyDictionary<string, string> settings,
        params string[] arguments
    )
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        return await UntilReadyAsync(
            address,
            CommandLine.Start(folder, [.. arguments, $"--Urls={address}"], settings, through)
        );
    }

    /// <summary>The same of a process that was told itself where to listen.</summary>
    public static async Task<ServedProgram> UntilReadyAsync(Uri address, Process process)
    {
        var program = new ServedProgram(process, address);
        for (var i = 0; !await program.IsReadyAsync(); i++)
        {
            i.Should().BeLessThan(1_800, "it is ready within three minutes; it printed {0}", program.Output);
            program
                .Process.HasExited.Should()
                .BeFalse("it should serve; it printed {0}{1}", program.Output, program.Error);
            await Task.Delay(100);
        }
        return program;
    }

    public async Task SignInAsync(string email, string password)
    {
        using var answer = await Http.PostAsJsonAsync("/api/v1/auth/login", new { email, password });
        Http.DefaultRequestHeaders.Authorization = new(
            "Bearer",
            (await Reply.ReadAsync(answer)).ShouldBe(200).Text("accessToken")
        );
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    public void Terminate() => Process.Start("kill", ["-TERM", $"{Process.Id}"])!.Dispose();

    /// <summary>Waits for its end, and for the last that it printed.</summary>
    public async Task<int> EndAsync()
    {
        await Process.WaitForExitAsync();
        return Process.ExitCode;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!Process.HasExited)
            Process.Kill();
        await Process.WaitForExitAsync();
        Process.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static void Collect(StringBuilder text, Action<DataReceivedEventHandler> subscribe) =>
        subscribe(
            (_, line) =>
            {
                lock (text)
                    text.AppendLine(line.Data);
            }
        );

    private static string Read(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }
}

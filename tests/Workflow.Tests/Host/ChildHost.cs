using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Workflow.Tests.Support;

namespace Workflow.Tests.Host;

/// <summary>The real host as a process of its own, which can be killed.</summary>
internal sealed class ChildHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private ChildHost(Process process, Uri address) => (_process, Address) = (process, address);

    internal Uri Address { get; }

    /// <summary>Starts it at nine in the morning of a day.</summary>
    internal static ChildHost Start(string database, DateOnly today)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var program = Path.Combine(AppContext.BaseDirectory, "workflow.dll");
        string[] arguments = [program, "serve", "--database", database, "--definitions", Repository.Definitions, "--urls", $"{address}", "--demo", "--today", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        // Nobody reads its words, but a full pipe would hold it up.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ChildHost(process, address);
    }

    internal async Task Ready()
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var since = Stopwatch.StartNew(); since.Elapsed < Patience && !_process.HasExited; await Task.Delay(10))
        {
            try
            {
                // Late is ready too: what fell due while it was dead is still to be done.
                using var answer = await http.GetAsync("/health");
                return;
            }
            catch (HttpRequestException)
            {
            }
        }

        throw new AssertionException(_process.HasExited ? $"The host ended with {_process.ExitCode}." : "The host did not answer within a minute.");
    }

    /// <summary>SIGKILL: nothing of it runs any more, not even what tidies up.</summary>
    internal void Kill()
    {
        if (!_process.HasExited) _process.Kill();
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

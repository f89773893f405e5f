using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Tests.Support.Hosts;

/// <summary>The real host as a process of its own, on a port that the system chooses, which can be killed.</summary>
internal sealed partial class ChildHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _serving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildHost(Process process)
    {
        _process = process;
        // Nobody reads its words but for the address; a full pipe would hold it up.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    internal Uri Address => _serving.Task.Result;

    /// <summary>Starts it at nine in the morning of a day.</summary>
    internal static ChildHost Start(string database, DateOnly today) => Start(database, today, ["--urls", "http://127.0.0.1:0"], []);

    /// <summary>The same, with options and an environment of its own.</summary>
    internal static ChildHost Start(string database, DateOnly today, string[] options, Dictionary<string, string> environment)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "workflow.dll");
        string[] arguments =
        [
            program,
            "serve",
            "--database",
            database,
            "--definitions",
            Repository.Definitions,
            .. options,
            "--demo",
            "--language",
            "en",
            "--today",
            today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new ChildHost(Process.Start(start)!);
    }

    /// <summary>Waits until it has answered once: the first answer takes longer than those of a host that runs. What fell due while it was dead may still be to do.</summary>
    internal async Task Ready()
    {
        using var http = new HttpClient { BaseAddress = await _serving.Task.WaitAsync(Patience), Timeout = Patience };
        using var answer = await http.GetAsync("/health/live");
    }

    /// <summary>Waits until it listens.</summary>
    internal Task Serving() => _serving.Task.WaitAsync(Patience);

    /// <summary>SIGKILL: nothing of it runs any more, not even what tidies up.</summary>
    internal void Kill()
    {
        if (!_process.HasExited)
            _process.Kill();
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            _serving.TrySetException(new AssertionException("The host ended before it listened."));
        else if (ServingOn().Match(line) is { Success: true } match)
            _serving.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex("^Serving on ([^,;]+)")]
    private static partial Regex ServingOn();
}

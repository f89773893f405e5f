using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Workflow.Tests.Support.Hosts;

/// <summary>A real HTTP server on a loopback port that keeps what it is sent and answers as told; 200 when nothing more is told.</summary>
internal sealed class LocalReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<int> _answers;
    private readonly ConcurrentQueue<Received> _received = [];
    private readonly SemaphoreSlim _arrived = new(0);
    private WebApplication _app = null!;

    private LocalReceiver(IEnumerable<int> answers) => _answers = new ConcurrentQueue<int>(answers);

    internal Uri Address => new(_app.Urls.First());

    internal IReadOnlyList<Received> All => [.. _received];

    internal static async Task<LocalReceiver> Start(params int[] answers)
    {
        var receiver = new LocalReceiver(answers);
        receiver._app = await LocalServer.Start(receiver.Take);
        return receiver;
    }

    /// <summary>Waits until so many have arrived in all; what takes longer than half a minute never comes.</summary>
    internal async Task Until(int count)
    {
        for (var i = 0; i < count; i++)
            Assert.That(await _arrived.WaitAsync(TimeSpan.FromSeconds(30)), Is.True, $"Only {_received.Count} of {count} arrived.");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _arrived.Dispose();
    }

    private async Task Take(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _received.Enqueue(new Received(context.Request.Method, context.Request.Path, headers, body.ToArray()));
        context.Response.StatusCode = _answers.TryDequeue(out var status) ? status : 200;
        _arrived.Release();
    }
}

/// <summary>One request that arrived.</summary>
internal sealed record Received(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    internal string Text => System.Text.Encoding.UTF8.GetString(Body);
}

using Workflow.Storage.Access;

namespace Workflow.Host.Access;

/// <summary>Gathers ordinary records for half a second and appends them together; what happened several times meanwhile is one record that counts.</summary>
public sealed class AccessBatch(AccessLog log, ILogger<AccessBatch> logger) : BackgroundService
{
    private static readonly TimeSpan Cadence = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private Dictionary<AccessRecord, AccessRecord> _waiting = [];

    public void Add(AccessRecord record)
    {
        // Alike but for the moment.
        var key = record with { At = default };
        lock (_lock) _waiting[key] = _waiting.TryGetValue(key, out var first) ? first with { Times = first.Times + 1 } : record;
    }

    /// <summary>Appends what waits.</summary>
    public async Task Flush(CancellationToken cancellation)
    {
        Dictionary<AccessRecord, AccessRecord> taken;
        lock (_lock) (taken, _waiting) = (_waiting, []);
        await log.Append(taken.Values, cancellation);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Flush(CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Cadence);
        while (await Next(timer, stoppingToken)) await Try();
    }

    private static async Task<bool> Next(PeriodicTimer timer, CancellationToken cancellation)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task Try()
    {
        try
        {
            await Flush(CancellationToken.None);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or ObjectDisposedException)
        {
            logger.LogError(e, "Access records of half a second could not be written.");
        }
    }
}

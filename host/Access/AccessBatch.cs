using Workflow.Storage.Access;

namespace Workflow.Host.Access;

/// <summary>
/// Gathers ordinary records for half a second and appends them together; what happened several times meanwhile is one record that
/// counts. What cannot be written is kept and tried again; when that is more than may wait, nothing is read any more.
/// </summary>
public sealed class AccessBatch(AccessLog log, ILogger<AccessBatch> logger) : BackgroundService
{
    /// <summary>The most different records that wait before requests are turned away: some megabytes.</summary>
    public const int MostWaiting = 10_000;

    private static readonly TimeSpan Cadence = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Dictionary<AccessRecord, AccessRecord> _waiting = [];

    /// <summary>Whether as many wait as may: one more request could not be recorded.</summary>
    public bool IsFull
    {
        get
        {
            lock (_lock)
                return _waiting.Count >= MostWaiting;
        }
    }

    public void Add(AccessRecord record)
    {
        lock (_lock)
            Add(_waiting, record);
    }

    /// <summary>Appends what waits; when that fails it waits on, in its order.</summary>
    public async Task Flush(CancellationToken cancellation)
    {
        // One at a time: what is being written and fails goes back before what came later.
        await _turn.WaitAsync(cancellation);
        try
        {
            await Write(cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Try();
        if (_waiting.Count > 0)
            logger.LogCritical("{Count} access records could not be written before the host ended and are lost.", _waiting.Count);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Cadence);
        while (await Next(timer, stoppingToken))
            await Try();
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

    private async Task Write(CancellationToken cancellation)
    {
        Dictionary<AccessRecord, AccessRecord> taken;
        lock (_lock)
            (taken, _waiting) = (_waiting, []);
        try
        {
            await log.Append(taken.Values, cancellation);
        }
        catch
        {
            lock (_lock)
            {
                foreach (var later in _waiting.Values)
                    Add(taken, later);
                _waiting = taken;
            }

            throw;
        }
    }

    // Alike but for the moment: the first one's stands.
    private static void Add(Dictionary<AccessRecord, AccessRecord> into, AccessRecord record)
    {
        var key = record with { At = default, Times = 1 };
        into[key] = into.TryGetValue(key, out var first) ? first with { Times = first.Times + record.Times } : record;
    }

    private async Task Try()
    {
        try
        {
            await Flush(CancellationToken.None);
        }
        catch (Exception e) when (IsOfDatabase(e))
        {
            logger.LogError(e, "Access records could not be written; they wait and are tried again.");
        }
    }

    private static bool IsOfDatabase(Exception e) => e is System.Data.Common.DbException or ObjectDisposedException;
}

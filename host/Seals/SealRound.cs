using Workflow.Host.Opening;
using Workflow.Storage.Databases;
using Workflow.Storage.Seals;

namespace Workflow.Host.Seals;

/// <summary>Seals what changed and brings receipts outside: a file for each seal, a token for the last one, which names all before it.</summary>
public sealed class SealRound(Database database, TimeProvider time, ReceiptFolder? folder, TimestampAuthority? authority)
{
    private readonly LedgerSeals _seals = new(database);

    // A round that somebody asks for may meet the one that comes by itself; both would write the same files.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Makes a seal when something changed. Receipts that a round before could not bring are brought now.</summary>
    /// <returns>The new seal; null when nothing changed.</returns>
    /// <exception cref="OpeningRefusedException">A receipt could not be brought; the seal is kept.</exception>
    public async Task<StoredSeal?> Run(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await Go(cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<StoredSeal?> Go(CancellationToken cancellation)
    {
        var made = await _seals.Make(time.GetUtcNow(), cancellation);
        folder?.Bring(_seals);
        if (authority is not null && _seals.Latest() is { } last)
            await Stamp(last, authority, cancellation);
        return made;
    }

    private async Task Stamp(StoredSeal seal, TimestampAuthority by, CancellationToken cancellation)
    {
        var name = by.Address.ToString();
        if (_seals.Tokens().Any(t => t.Seal == seal.Number && t.Authority == name))
            return;
        var token = new SealToken(seal.Number, name, time.GetUtcNow(), await by.Stamp(seal, cancellation));
        await _seals.Keep(token, cancellation);
        folder?.Put(token);
    }
}

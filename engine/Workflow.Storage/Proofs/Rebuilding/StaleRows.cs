using Dapper;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;

namespace Workflow.Storage.Proofs.Rebuilding;

/// <summary>Rows that a schema update left without what new columns hold: they are computed anew from the ledger, once.</summary>
/// <param name="database">The database.</param>
/// <param name="processes">Its published definitions.</param>
public sealed class StaleRows(Database database, PublishedProcesses processes)
{
    private const string Name = "stale rows";

    /// <summary>Refreshes the rows where an update asked for it, and returns how many differed. Stopped half-way, it begins again when asked again.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<int> Refresh(CancellationToken cancellation)
    {
        if (!Asked())
            return 0;
        var found = await new Rebuild(database, processes).Replace(cancellation).ConfigureAwait(false);
        await database.Write(Forget, cancellation).ConfigureAwait(false);
        return found.Length;
    }

    private static int Forget(WriteSession session) => session.Connection.Execute("delete from progress where name = @Name", new { Name });

    private bool Asked()
    {
        using var connection = database.Connect();
        return connection.ExecuteScalar<long>("select count(*) from progress where name = @Name", new { Name }) > 0;
    }
}

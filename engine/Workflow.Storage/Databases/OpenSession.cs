namespace Workflow.Storage.Databases;

/// <summary>Keeps the writer's session open, and opens a fresh one after the machine failed under it.</summary>
internal sealed class OpenSession(Database database) : IDisposable
{
    private WriteSession? _session;

    internal void Run(Batch batch)
    {
        try
        {
            _session ??= new WriteSession(database.Dialect, database.Connect());
            batch.Run(_session);
        }
        catch (Exception e)
        {
            // The transaction is gone with the connection: nothing of the batch was written.
            Dispose();
            batch.Fail(e);
        }
    }

    public void Dispose()
    {
        _session?.Dispose();
        _session = null;
    }
}

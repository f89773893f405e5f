using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Running;

namespace Workflow.Benchmarks;

/// <summary>A fresh database in a temporary folder, with the small permit published.</summary>
internal sealed class Scratch : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflow-bench").FullName;

    private Scratch()
    {
        Database = Database.OpenFile(Path.Combine(_folder, "bench.db"));
        Processes = new PublishedProcesses(Database);
        Runner = new CaseRunner(Database, Processes, SmallPermit.Around(Time));
    }

    internal Database Database { get; }

    internal PublishedProcesses Processes { get; }

    internal CaseRunner Runner { get; }

    internal SetTime Time { get; } = new(Monday);

    internal static DateTimeOffset Monday { get; } = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    internal static async Task<Scratch> Open()
    {
        var scratch = new Scratch();
        await scratch.Processes.Publish(SmallPermit.Published, null, Monday, default);
        return scratch;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

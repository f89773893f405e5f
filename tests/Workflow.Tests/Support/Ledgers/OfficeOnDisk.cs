using Microsoft.Data.Sqlite;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Readjudicating;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Running;

namespace Workflow.Tests.Support.Ledgers;

/// <summary>The small office over a database file of its own, where it is always nine o'clock on one Monday.</summary>
internal sealed class OfficeOnDisk : IAsyncDisposable
{
    internal static readonly DateTimeOffset Monday = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("workflow-office-").FullName;

    private OfficeOnDisk(params string[] processes)
    {
        var world = SmallOffice.World(processes);
        Database = Database.OpenFile(Path.Combine(_folder, "office.db"));
        Processes = new PublishedProcesses(Database);
        Runner = new CaseRunner(Database, Processes, OnDisk.Around(world, new SetTime(Monday)));
    }

    internal Database Database { get; }

    internal PublishedProcesses Processes { get; }

    internal CaseRunner Runner { get; }

    /// <summary>Opens it with these processes in YAML published; the one that cases are lodged for has the id <c>sample</c>.</summary>
    internal static async Task<OfficeOnDisk> Open(params string[] processes)
    {
        var office = new OfficeOnDisk(processes);
        foreach (var process in SmallOffice.Read(processes))
            await office.Processes.Publish(process, null, Monday, default);
        return office;
    }

    /// <summary>Lodges a case for the citizen and returns its number.</summary>
    internal async Task<string> Lodge()
    {
        var lodge = new Lodge { Process = "sample", Parties = [new PartyEntry("applicant", "citizen", "市民")] };
        return ((Written)await Runner.Submit(null, new Request("citizen", lodge))).Case;
    }

    /// <summary>Chains and seals hold, every row follows from the ledger, and every decision comes out again.</summary>
    internal void IsSound()
    {
        Assert.That(new Verify(Database).Run().Faults, Is.Empty);
        Assert.That(new Rebuild(Database, Processes).Compare(), Is.Empty);
        Assert.That(new Readjudicate(Database, Processes).Run().Differences, Is.Empty);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Workflow.Definitions.Stories;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Reading;
using Workflow.Storage.Running;
using Workflow.Storage.Vaults;

namespace Workflow.Tests.Support.Ledgers;

/// <summary>The small office's cases on a real database file, on simulated time, one caller after another.</summary>
internal sealed class DiskDoor : ICaseDoor, IAsyncDisposable
{
    private readonly SetTime _time = new(DateTimeOffset.MinValue);
    private readonly ScenarioWorld _world;
    private readonly CaseRunner _runner;
    private readonly List<string> _order = [];

    internal DiskDoor(string file, ScenarioWorld world)
    {
        (_world, Database) = (world, Database.OpenFile(file));
        Processes = new PublishedProcesses(Database);
        foreach (var process in world.Processes)
            Processes.Publish(process, null, DateTimeOffset.UnixEpoch, default).GetAwaiter().GetResult();
        _runner = new CaseRunner(
            Database,
            Processes,
            OnDisk.Around(world, _time) with
            {
                Chance = () => SHA256.HashData(Encoding.UTF8.GetBytes($"{_time.Now:O}")),
            }
        );
    }

    public ImmutableArray<string> Cases => [.. _order];

    internal Database Database { get; }

    internal PublishedProcesses Processes { get; }

    public void Advance(DateTimeOffset to)
    {
        while (Agenda.Next(_order.Select(n => State(n)!), _time.Now, _world, null) is { } due && due.At <= to)
        {
            _time.Now = due.At > _time.Now ? due.At : _time.Now;
            _runner.SettleDue(due.Case, _time.Now, default).GetAwaiter().GetResult();
        }

        _time.Now = to > _time.Now ? to : _time.Now;
    }

    public DoorAnswer Submit(string? number, Request request, DateTimeOffset at)
    {
        Advance(at);
        if (request.Command is Attach)
            Upload(request.Actor);
        var answer = _runner.Submit(number, request).GetAwaiter().GetResult();
        if (number is null && answer is Written { Case: var lodged })
            _order.Add(lodged);
        Advance(at);
        return answer is Written written ? new DoorAnswer(written.Case, null) : new DoorAnswer(number, ((NotWritten)answer).Refusal);
    }

    // Whoever attaches a file has uploaded it before.
    private void Upload(string person) =>
        new FileStore(Database)
            .Store(new MemoryStream(RandomActs.Content), "application/pdf", person, DateTimeOffset.UnixEpoch, default)
            .GetAwaiter()
            .GetResult();

    public CaseState? State(string number) => new CaseReads(Database).State(number);

    public ImmutableArray<LedgerEntry> Entries(string number) => [.. new CaseReads(Database).Timeline(number).Select(k => k.Entry)];

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}

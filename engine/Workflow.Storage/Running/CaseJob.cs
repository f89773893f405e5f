using Workflow.Engine.Cases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Publishing;
using Workflow.Storage.Sweeping;

namespace Workflow.Storage.Running;

/// <summary>What the jobs on cases share. Used by the writer's thread alone.</summary>
internal sealed record Desk(Surroundings Surroundings, PublishedProcesses Processes, CaseCache Cache, CaseLoader Loader);

/// <summary>A job on one case: load, decide, write.</summary>
internal abstract class CaseJob(Desk desk, CancellationToken cancellation) : Job(cancellation)
{
    private string? _touched;

    protected Desk Desk => desk;

    internal override void Forget()
    {
        if (_touched is not null) desk.Cache.Forget(_touched);
    }

    /// <summary>Writes entries of one case and remembers how it then stands.</summary>
    protected void Write(LoadedCase before, IReadOnlyList<NewEntry> entries, WriteSession session)
    {
        if (entries.Count == 0) return;
        _touched = entries[^1].After.Number;
        desk.Cache.Keep(new EntryWriter(session).Write(before, entries));
        foreach (var entry in entries) CaughtUp.Note(entry, session);
    }
}

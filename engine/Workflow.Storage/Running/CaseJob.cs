using Workflow.Engine.Deciding;
using Workflow.Storage.Alerts;
using Workflow.Storage.Databases;
using Workflow.Storage.Drafts;
using Workflow.Storage.Ledger;

namespace Workflow.Storage.Running;

/// <summary>What the jobs on cases share.</summary>
internal sealed record Desk(
    Surroundings Surroundings,
    PublishedProcesses Processes,
    CaseCache Cache,
    CaseLoader Loader,
    ExpectedSerials Serials
);

/// <summary>A job on one case: load, decide, write.</summary>
internal abstract class CaseJob(Desk desk, CancellationToken cancellation) : WriterJob(cancellation)
{
    private string? _touched;

    protected Desk Desk => desk;

    internal override void Forget()
    {
        if (_touched is not null)
            desk.Cache.Forget(_touched);
    }

    /// <summary>Writes entries of one case and remembers how it then stands.</summary>
    protected void Write(Composition? composed, WriteSession session)
    {
        if (composed is null)
            return;
        _touched = composed.After.State.Number;
        new EntryWriter(session).Write(composed);
        desk.Cache.Keep(composed.After);
        foreach (var entry in composed.Entries)
        {
            Note(entry.Entry, session);
            if (!entry.Entry.Stamp.Facts.Serials.IsEmpty)
                desk.Serials.Taken(entry.Entry.Stamp.RecordedAt);
        }
    }

    // What a person must look at, and what nobody needs any more.
    private void Note(NewEntry entry, WriteSession session)
    {
        var (outside, day) = (desk.Surroundings, entry.Stamp.Calendar.DayOf(entry.Stamp.RecordedAt));
        CaughtUp.Note(entry, session);
        Unattended.Note(entry, post => HolderFacts.Of(outside, post, day, _ => default), session);
        new CorrectedDecisions(entry, session).Note();
        new OfficersAsParties(entry, id => outside.Register.Person(id, day), session).Note();
        SilenceElsewhere.Note(entry, session);
        SilenceWithheld.Note(entry, session);
        BackdatedActs.Note(entry, session);
        UnmappedEnds.Note(entry, session);
        DraftKeeping.After(entry, session);
    }
}

using System.Collections.Concurrent;

namespace Workflow.Storage.Databases;

/// <summary>
/// The jobs that wait for the writer, in two lanes: those of people, and those that rules ask for. A backlog of due clocks
/// takes all that people leave, and never keeps a person waiting for more than a short transaction.
/// </summary>
internal sealed class WaitingJobs
{
    // More jobs than this do not make a commit cheaper per job, but make the first of them wait longer.
    private const int LargestBatch = 256;

    // While people are about, so many jobs of rules ride along: enough to make the commit worth it, and over in a moment.
    private const int RulesBesidePeople = 64;

    // People keep a third of the turns at least, whatever the backlog; and so many turns stay with rules, whatever people do.
    private const int RulesPerPerson = 2;

    private readonly ConcurrentQueue<WriterJob> _people = new();
    private readonly ConcurrentQueue<WriterJob> _rules = new();
    private bool _peopleAbout;

    internal bool IsEmpty => _people.IsEmpty && _rules.IsEmpty;

    internal void Add(WriterJob job) => (job.IsByRule ? _rules : _people).Enqueue(job);

    /// <summary>Moves what waits into a batch that holds so many already, and returns how many it then holds. For the writer alone.</summary>
    internal int Into(Batch batch, int taken)
    {
        var people = Take(_people, batch, (_rules.IsEmpty ? LargestBatch : LargestBatch - RulesBesidePeople) - taken);
        var before = _peopleAbout;
        if (taken == 0)
            _peopleAbout = people > 0;
        var room = people > 0 || before ? Math.Max(RulesBesidePeople, RulesPerPerson * people) : LargestBatch;
        return taken + people + (taken == 0 ? Take(_rules, batch, Math.Min(room, LargestBatch - people)) : 0);
    }

    /// <summary>Takes one job; null when none waits.</summary>
    internal WriterJob? Next() => _people.TryDequeue(out var job) || _rules.TryDequeue(out job) ? job : null;

    private static int Take(ConcurrentQueue<WriterJob> lane, Batch batch, int most)
    {
        var taken = 0;
        for (; taken < most && lane.TryDequeue(out var job); taken++)
            batch.Add(job);
        return taken;
    }
}

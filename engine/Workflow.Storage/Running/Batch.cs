namespace Workflow.Storage.Running;

/// <summary>The jobs of one transaction.</summary>
internal sealed class Batch
{
    private readonly List<Job> _jobs = [];
    private readonly List<Job> _kept = [];

    internal int Count => _jobs.Count;

    internal void Add(Job job)
    {
        if (job.IsAbandoned) job.Abandon();
        else _jobs.Add(job);
    }

    /// <summary>Runs and commits all. When it throws, none was written and <see cref="Fail"/> must tell them.</summary>
    internal void Run(WriteSession session)
    {
        if (_jobs.Count == 0) return;
        session.Begin();
        foreach (var job in _jobs) Run(job, session);
        session.Commit();
        foreach (var job in _kept) job.Acknowledge();
        Clear();
    }

    internal void Fail(Exception reason)
    {
        // A job that failed alone was told already; telling it again changes nothing.
        foreach (var job in _jobs) job.Fail(reason);
        Clear();
    }

    private void Run(Job job, WriteSession session)
    {
        session.Mark();
        try
        {
            job.Run(session);
        }
        catch (Exception e)
        {
            session.Undo();
            job.Fail(e);
            return;
        }

        session.Keep();
        _kept.Add(job);
    }

    private void Clear()
    {
        _jobs.Clear();
        _kept.Clear();
    }
}

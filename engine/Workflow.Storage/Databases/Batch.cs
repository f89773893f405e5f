namespace Workflow.Storage.Databases;

/// <summary>
/// The jobs of one transaction. They are first run together without savepoints, which would copy each page they touch; when
/// one fails, all is rolled back and run again, each in a savepoint, so that it is undone alone.
/// </summary>
internal sealed class Batch
{
    private readonly List<WriterJob> _jobs = [];
    private readonly List<WriterJob> _kept = [];

    internal int Count => _jobs.Count;

    internal void Add(WriterJob job)
    {
        if (job.IsAbandoned)
            job.Abandon();
        else
            _jobs.Add(job);
    }

    /// <summary>Runs and commits all. When it throws, none was written and <see cref="Fail"/> must tell them.</summary>
    internal void Run(WriteSession session)
    {
        if (_jobs.Count == 0)
            return;
        if (!TryTogether(session))
            Apart(session);
        foreach (var job in _kept)
            job.Acknowledge();
        Clear();
    }

    internal void Fail(Exception reason)
    {
        // A job that failed alone was told already; telling it again changes nothing.
        foreach (var job in _jobs)
            job.Fail(reason);
        Clear();
    }

    private bool TryTogether(WriteSession session)
    {
        session.Begin();
        try
        {
            foreach (var job in _jobs)
                job.Run(session);
        }
        catch (Exception)
        {
            session.Rollback();
            foreach (var job in _jobs)
                job.Forget();
            return false;
        }

        session.Commit();
        _kept.AddRange(_jobs);
        return true;
    }

    private void Apart(WriteSession session)
    {
        session.Begin();
        foreach (var job in _jobs)
            Alone(job, session);
        session.Commit();
    }

    private void Alone(WriterJob job, WriteSession session)
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

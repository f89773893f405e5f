using System.Collections.Immutable;
using Workflow.Engine.Record.Refusals;
using Workflow.Host.Answers;
using Workflow.Host.Answers.Json;

namespace Workflow.Host.Jobs;

/// <summary>The jobs of this process, few at a time and few kept. They end with it: each can be asked for again, because none changes anything.</summary>
public sealed class RunningJobs(TimeProvider time, ILogger<RunningJobs> log) : IHostedService
{
    /// <summary>The most that run at once.</summary>
    public const int MostRunning = 2;

    /// <summary>The most that are kept with their results; the oldest that has ended goes first.</summary>
    public const int MostKept = 16;

    private readonly Lock _lock = new();
    private ImmutableArray<Job> _jobs = [];
    private long _last;

    /// <summary>Starts a job.</summary>
    /// <param name="kind">What it does.</param>
    /// <param name="owner">Who asked for it.</param>
    /// <param name="work">Does it, reports to the job, and returns what writes its result. It holds nothing of the request.</param>
    /// <exception cref="RequestRefusedException">The caller has one running, or as many run as may.</exception>
    public Job Start(string kind, string owner, Func<Job, CancellationToken, JobResult> work)
    {
        lock (_lock)
        {
            if (_jobs.FirstOrDefault(j => j.Owner == owner && j.Status == JobStatus.Running) is { } mine)
                throw JobRefusals.Running(mine.Id);
            if (_jobs.Count(j => j.Status == JobStatus.Running) >= MostRunning)
                throw JobRefusals.TooMany(MostRunning);
            if (_jobs.Length >= MostKept)
                _jobs = _jobs.Remove(_jobs.First(j => j.Status != JobStatus.Running));
            var job = new Job($"{++_last}-{Guid.NewGuid():N}", kind, owner, time.GetUtcNow());
            _jobs = _jobs.Add(job);
            job.Start(work, time.GetUtcNow, e => Fault(job, e));
            return job;
        }
    }

    /// <summary>Somebody's jobs, the oldest first.</summary>
    public ImmutableArray<Job> Of(string owner) => [.. _jobs.Where(j => j.Owner == owner)];

    /// <summary>A job of somebody's.</summary>
    /// <exception cref="RequestRefusedException">They have none with this id.</exception>
    public Job Find(string id, string owner) =>
        Of(owner).FirstOrDefault(j => j.Id == id) ?? throw JobRefusals.Unknown(Texts.Short(id), MostKept);

    /// <summary>Stops a job that runs, and forgets one that has ended.</summary>
    public void Delete(Job job)
    {
        if (job.Status == JobStatus.Running)
            job.Cancel();
        else
            lock (_lock)
                _jobs = _jobs.Remove(job);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Stops what runs and waits for it: the database is closed afterwards.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        var running = _jobs.Where(j => j.Status == JobStatus.Running).ToList();
        running.ForEach(j => j.Cancel());
        return Task.WhenAll(running.Select(j => j.Ended));
    }

    // What an auditor brought is told; what broke in the host is for its log.
    private Refusal Fault(Job job, Exception e)
    {
        if (JobRefusals.Brought(e) is { } brought)
            return brought;
        log.LogError(e, "Job {Job} failed.", job.Id);
        return JobRefusals.Broke;
    }
}

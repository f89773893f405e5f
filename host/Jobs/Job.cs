using Workflow.Engine.Record.Refusals;
using Workflow.Host.Answers;

namespace Workflow.Host.Jobs;

/// <summary>How a job stands.</summary>
public enum JobStatus
{
    Running,
    Done,
    Failed,
    Cancelled,
}

/// <summary>Writes what came of a job as an answer.</summary>
/// <param name="context">The request that asks for it.</param>
/// <param name="format">The format asked for; null for JSON.</param>
/// <exception cref="RequestRefusedException">The result has no such format.</exception>
public delegate IResult JobResult(HttpContext context, string? format);

/// <summary>Long work that somebody asked for: it goes on after the answer, in this process only.</summary>
public sealed class Job : IProgress<long>
{
    private readonly CancellationTokenSource _stop = new();
    private volatile JobStatus _status;
    private long _progress;

    internal Job(string id, string kind, string owner, DateTimeOffset at) => (Id, Kind, Owner, StartedAt) = (id, kind, owner, at);

    public string Id { get; }

    /// <summary>What it does: <c>readjudicate</c>, <c>whatif</c>, <c>verify</c>.</summary>
    public string Kind { get; }

    /// <summary>The person who asked for it; nobody else sees it.</summary>
    public string Owner { get; }

    public DateTimeOffset StartedAt { get; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public JobStatus Status => _status;

    /// <summary>How far it is, in what it goes through: commands, cases or entries.</summary>
    public long Progress => Interlocked.Read(ref _progress);

    /// <summary>Why it failed; null when it did not.</summary>
    public Refusal? Failure { get; private set; }

    /// <summary>Writes its result as an answer; null until it is done.</summary>
    public JobResult? Result { get; private set; }

    /// <summary>Ends when the job has.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    public void Report(long value) => Interlocked.Exchange(ref _progress, value);

    /// <summary>Asks it to stop; it does so between two cases.</summary>
    public void Cancel() => _stop.Cancel();

    internal void Start(Func<Job, CancellationToken, JobResult> work, Func<DateTimeOffset> now, Func<Exception, Refusal> fault) =>
        Ended = Task.Run(() =>
        {
            var (status, failure, result) = Try(work, fault);
            (Result, Failure, EndedAt) = (result, failure, now());
            // Last: whoever sees an end sees what came of it.
            _status = status;
        });

    private (JobStatus, Refusal?, JobResult?) Try(Func<Job, CancellationToken, JobResult> work, Func<Exception, Refusal> fault)
    {
        try
        {
            return (JobStatus.Done, null, work(this, _stop.Token));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return (JobStatus.Cancelled, null, null);
        }
        catch (Exception e)
        {
            return (JobStatus.Failed, fault(e), null);
        }
    }
}

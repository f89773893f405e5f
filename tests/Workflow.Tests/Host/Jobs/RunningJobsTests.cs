using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;
using Workflow.Host.Answers;
using Workflow.Host.Jobs;
using Workflow.Host.Wording;
using Workflow.Storage.Refusals;

namespace Workflow.Tests.Host.Jobs;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RunningJobsTests
{
    private readonly RunningJobs _jobs = new(
        new SetTime(new DateTimeOffset(2014, 5, 6, 1, 0, 0, TimeSpan.Zero)),
        NullLogger<RunningJobs>.Instance
    );

    [TearDown]
    public Task Stop() => _jobs.StopAsync(default);

    [Test]
    public void As_many_run_at_once_as_may()
    {
        for (var i = 0; i < RunningJobs.MostRunning; i++)
            _jobs.Start("verify", $"auditor {i}", Waiting);
        var refused = Assert.Throws<RequestRefusedException>(() => _jobs.Start("verify", "one more", Waiting))!;
        Assert.That((HostMessages.Status(refused.Refusal), refused.Refusal.Code), Is.EqualTo((503, "job.too_many")));
    }

    [Test]
    public async Task The_oldest_that_has_ended_is_forgotten_first()
    {
        for (var i = 0; i <= RunningJobs.MostKept; i++)
            await _jobs.Start("verify", "xu-min", (_, _) => (_, _) => Results.Ok()).Ended;
        Assert.That(
            _jobs.Of("xu-min").Select(j => j.Id.Split('-')[0]),
            Is.EqualTo(Enumerable.Range(2, RunningJobs.MostKept).Select(i => $"{i}"))
        );
    }

    [Test]
    public async Task A_fault_of_what_was_brought_is_told_and_one_of_the_host_is_not()
    {
        var brought = _jobs.Start(
            "verify",
            "xu-min",
            (_, _) => throw new InputRefusedException(new Message("input.receipt_empty", ("file", "x.seal")))
        );
        await brought.Ended;
        var broken = _jobs.Start("verify", "xu-min", (_, _) => throw new InvalidOperationException("/a/path"));
        await broken.Ended;
        Assert.That(
            (brought.Status, Words.In(Language.En).Tell(brought.Failure!).Sentence),
            Is.EqualTo(
                (JobStatus.Failed, "What was sent cannot be read: Expected a seal in the first line of 'x.seal', but the file is empty.")
            )
        );
        Assert.That(
            (broken.Status, Words.In(Language.Zh).Tell(broken.Failure!).Sentence),
            Is.EqualTo((JobStatus.Failed, "任务没有完成，系统出现故障；原因见系统日志。"))
        );
    }

    [Test]
    public async Task Those_that_run_are_stopped_with_the_host()
    {
        var job = _jobs.Start("whatif", "xu-min", Waiting);
        await _jobs.StopAsync(default);
        Assert.That(job.Status, Is.EqualTo(JobStatus.Cancelled));
    }

    private static JobResult Waiting(Job job, CancellationToken stop)
    {
        stop.WaitHandle.WaitOne();
        throw new OperationCanceledException(stop);
    }
}

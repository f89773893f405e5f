using Workflow.Engine.Record.Commands;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Readjudicating;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Reading;
using Workflow.Storage.Running;

namespace Workflow.Tests.Storage.Running;

public abstract partial class StoreContract
{
    private const string Slow = SlowRegister.Slow;

    [Test]
    public async Task Commands_of_many_threads_on_few_cases_are_answered_as_if_one_came_after_another()
    {
        const int Threads = 8;
        const int Each = 150;
        var cases = new List<string>();
        for (var i = 0; i < 3; i++)
            cases.Add((await _office.Write(null, SmallPermit.Lodge())).Case);
        var answers = (await OnThreads(Threads, thread => Remarks(cases, thread, Each))).SelectMany(a => a).ToList();
        var stored = cases.ToDictionary(c => c, c => new CaseReads(_office.Database).Timeline(c).Select(k => k.Entry).ToList());
        Assert.Multiple(() =>
        {
            Assert.That(stored.Values.Sum(s => s.Count), Is.EqualTo(cases.Count + Threads * Each));
            Assert.That(answers.Where(a => ((Comment)stored[a.Answer.Case][(int)a.Answer.Entry - 1].Command).Text != a.Said), Is.Empty);
            Assert.That(
                answers.Where(a => a.Answer.State.Entries != a.Answer.Entry || a.Answer.State.Comments.Length != a.Answer.Entry - 1),
                Is.Empty
            );
            AssertSound();
        });
    }

    [Test]
    public async Task Whole_cases_of_many_threads_leave_nothing_that_deciding_again_would_change()
    {
        var results = await OnThreads(
            8,
            async thread =>
            {
                for (var i = 0; i < 25; i++)
                {
                    var number = (await _office.Write(null, SmallPermit.Lodge(), $"{thread}/{i}/1", "h")).Case;
                    await _office.Write(number, SmallPermit.Receive(), $"{thread}/{i}/2", "h");
                    await _office.Write(number, SmallPermit.Grant(), $"{thread}/{i}/3", "h");
                }

                return true;
            }
        );
        Assert.Multiple(() =>
        {
            Assert.That(results, Has.All.True);
            Assert.That(
                new CaseReads(_office.Database).List(new CaseFilter(), null, 300).Select(h => h.Case).Order(),
                Is.EqualTo(Enumerable.Range(1, 200).Select(n => $"A-001-2026-{n:000000}"))
            );
            AssertSound();
        });
    }

    [Test]
    public async Task Of_those_who_finish_one_step_at_once_one_succeeds()
    {
        for (var round = 0; round < 20; round++)
        {
            var number = (await _office.Write(null, SmallPermit.Lodge())).Case;
            var answers = await OnThreads(6, i => _office.Runner.Submit(number, SmallPermit.Receive($"clerk-{i}")));
            Assert.That(answers.OfType<Written>().Count(), Is.EqualTo(1));
        }

        AssertSound();
    }

    [Test]
    public async Task A_command_decided_before_its_turn_is_decided_again_when_its_case_has_moved()
    {
        using var slow = new SlowRegister();
        var runner = Runner(slow, _office.Database);
        var number = ((Written)await runner.Submit(null, SmallPermit.Lodge())).Case;
        var first = slow.Begin(() => runner.Submit(number, SmallPermit.Receive(Slow)));
        var same = runner.Submit(number, SmallPermit.Receive());
        var remark = runner.Submit(number, SmallPermit.Remark("second"));
        slow.GoOn();
        var refused = (NotWritten)await same;
        Assert.Multiple(() =>
        {
            Assert.That(((Written)first.Result).Entry, Is.EqualTo(2));
            Assert.That((refused.Refusal.Code, ((Written)remark.Result).Entry), Is.EqualTo(("step.not_open", 3)));
            AssertSound();
        });
    }

    [Test]
    public async Task A_command_given_up_while_it_waits_is_not_written_and_leaves_no_gap()
    {
        using var slow = new SlowRegister();
        using var gone = new CancellationTokenSource();
        var runner = Runner(slow, _office.Database);
        await runner.Submit(null, SmallPermit.Lodge());
        var first = slow.Begin(() => runner.Submit(null, SmallPermit.Lodge(by: Slow)));
        var given = runner.Submit(null, SmallPermit.Lodge(), cancellation: gone.Token);
        var last = runner.Submit(null, SmallPermit.Lodge());
        await gone.CancelAsync();
        slow.GoOn();
        Assert.That(await Failure(given), Is.InstanceOf<OperationCanceledException>());
        Assert.That((((Written)await first).Case, ((Written)await last).Case), Is.EqualTo(("A-001-2026-000002", "A-001-2026-000003")));
        AssertSound();
    }

    [Test]
    public async Task Closing_waits_for_what_was_begun_and_refuses_what_comes_after()
    {
        using var slow = new SlowRegister();
        var database = Database.Open(_office.Database.Dialect);
        var runner = Runner(slow, database);
        await runner.Submit(null, SmallPermit.Lodge());
        var begun = slow.Begin(() => runner.Submit(null, SmallPermit.Lodge(by: Slow)));
        var waiting = runner.Submit(null, SmallPermit.Lodge());
        var closed = database.DisposeAsync().AsTask();
        var early = closed.IsCompleted;
        slow.GoOn();
        await closed;
        Assert.Multiple(() =>
        {
            Assert.That((early, begun.Result is Written, waiting.Result is Written), Is.EqualTo((false, true, true)));
            Assert.That(() => runner.Submit(null, SmallPermit.Lodge()), Throws.TypeOf<ObjectDisposedException>());
            AssertSound();
        });
    }

    [Test]
    public async Task A_machine_that_fails_is_told_to_the_caller_and_tried_afresh_by_the_next()
    {
        var (dialect, broken) = (_office.Database.Dialect, false);
        await using var database = Database.Open(
            dialect with
            {
                Connect = () => broken ? throw new IOException("The disk is gone.") : dialect.Connect(),
            }
        );
        var runner = new CaseRunner(database, new PublishedProcesses(database), SmallPermit.Around(_office.Time));
        broken = true;
        var failure = await Failure(runner.Submit(null, SmallPermit.Lodge()));
        var together = await OnThreads(4, _ => Failure(runner.Submit(null, SmallPermit.Lodge())));
        broken = false;
        var written = (Written)await runner.Submit(null, SmallPermit.Lodge());
        Assert.That(
            (failure!.Message, together.Count(f => f is IOException), written.Case),
            Is.EqualTo(("The disk is gone.", 4, "A-001-2026-000001"))
        );
    }

    private async Task<List<(string Said, Written Answer)>> Remarks(List<string> cases, int thread, int count)
    {
        var answers = new List<(string, Written)>();
        for (var i = 0; i < count; i++)
            answers.Add(($"{thread}/{i}", await _office.Write(cases[i % cases.Count], SmallPermit.Remark($"{thread}/{i}"))));
        return answers;
    }

    private CaseRunner Runner(SlowRegister slow, Database database) =>
        new(database, new PublishedProcesses(database), slow.Around(_office.Time));

    private void AssertSound()
    {
        Assert.That(new Verify(_office.Database).Run().Faults, Is.Empty);
        Assert.That(new Rebuild(_office.Database, _office.Processes).Compare(), Is.Empty);
        Assert.That(new Readjudicate(_office.Database, _office.Processes).Run().Differences, Is.Empty);
    }

    [Test]
    public async Task A_look_sees_what_is_on_disk_though_another_process_wrote_it()
    {
        var runner = _office.Runner;
        var number = (await _office.Write(null, SmallPermit.Lodge())).Case;
        var seen = runner.Look(number);
        Assert.That(runner.Look(number), Is.SameAs(seen), "a case that was used lately is not folded again");
        var other = new CaseRunner(_office.Database, new PublishedProcesses(_office.Database), SmallPermit.Around(_office.Time));
        await other.Submit(number, SmallPermit.Receive());
        Assert.Multiple(() =>
        {
            Assert.That(runner.Look(number)!.Entries, Is.EqualTo(2));
            Assert.That(runner.Look(number)!.Entries, Is.EqualTo(new CaseReads(_office.Database).State(number)!.Entries));
            Assert.That(runner.Look("no such case"), Is.Null);
        });
    }
}

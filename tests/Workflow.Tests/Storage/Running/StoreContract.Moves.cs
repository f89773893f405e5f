using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Storage.Reading;
using Workflow.Storage.Running;

namespace Workflow.Tests.Storage.Running;

public abstract partial class StoreContract
{
    [Test]
    public async Task Cases_moved_on_many_threads_at_once_go_on_under_the_target()
    {
        const int Threads = 8;
        var cases = await OnThreads(
            Threads,
            async _ =>
            {
                var own = new List<string>();
                for (var i = 0; i < 10; i++)
                    own.Add((await _office.Write((await _office.Write(null, SmallPermit.Lodge())).Case, SmallPermit.Receive())).Case);
                return own;
            }
        );
        await _office.Processes.Publish(SmallPermit.Next, null, TestOffice.Monday, default);
        var moved = await OnThreads(
            Threads,
            async thread =>
            {
                var answers = new List<(Written Moved, Written Granted)>();
                foreach (var number in cases[thread])
                    answers.Add(
                        (
                            await _office.Write(number, SmallPermit.Move()),
                            await _office.Write(
                                number,
                                new Request(SmallPermit.Clerk, new Complete { Step = "examine", Outcome = "grant" })
                            )
                        )
                    );
                return answers;
            }
        );
        Assert.Multiple(() =>
        {
            Assert.That(
                moved.SelectMany(m => m).Select(m => (m.Moved.State.Definition, m.Granted.State.Definition, m.Granted.State.Result)),
                Has.All.EqualTo((SmallPermit.Next.Digest, SmallPermit.Next.Digest, "granted"))
            );
            Assert.That(
                new CaseReads(_office.Database).List(new CaseFilter(), null, 100).Select(h => h.Definition),
                Has.Exactly(80).EqualTo(SmallPermit.Next.Digest)
            );
            AssertSound();
        });
    }

    [Test]
    public async Task Of_those_who_move_one_case_at_once_one_succeeds_and_an_unpublished_target_is_refused()
    {
        var number = (await _office.Write(null, SmallPermit.Lodge())).Case;
        Assert.That((await _office.Refused(number, SmallPermit.Move())).Code, Is.EqualTo("migrate.unknown_definition"));
        await _office.Processes.Publish(SmallPermit.Next, null, TestOffice.Monday, default);
        var answers = await OnThreads(6, _ => _office.Runner.Submit(number, SmallPermit.Move()));
        Assert.That(answers.OfType<Written>().Count(), Is.EqualTo(1));
        Assert.That(answers.OfType<NotWritten>().Select(n => n.Refusal.Code), Has.All.EqualTo("migrate.same_definition"));
        AssertSound();
    }
}

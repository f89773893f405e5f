using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Reading;
using Workflow.Storage.Running;
using Workflow.Storage.Sweeping;

namespace Workflow.Tests.Storage.Running;

public abstract partial class StoreContract
{
    [Test]
    public async Task A_repeated_request_gets_its_first_answer()
    {
        var first = await _office.Write(null, SmallPermit.Lodge(), "k1", "h1");
        await _office.Write(first.Case, SmallPermit.Receive());
        var again = await _office.Write(null, SmallPermit.Lodge(), "k1", "h1");
        Assert.Multiple(() =>
        {
            Assert.That((again.Case, again.Entry, again.IsRepeated), Is.EqualTo((first.Case, first.Entry, true)));
            Assert.That(Text(again.State), Is.EqualTo(Text(first.State)));
            Assert.That(again.Events.Select(LedgerJson.Write), Is.EqualTo(first.Events.Select(LedgerJson.Write)));
            Assert.That(new CaseReads(_office.Database).List(new CaseFilter(), null, 10), Has.Count.EqualTo(1));
        });
    }

    // The caller is gone while its transaction runs: what they hear of is a failure, what is on disk is the case.
    [Test]
    public async Task Told_that_it_failed_the_same_request_gets_its_first_answer()
    {
        using var gone = new CancellationTokenSource();
        var runner = new CaseRunner(_office.Database, _office.Processes, SmallPermit.Around(new LosesTheCaller(TestOffice.Monday, gone)));
        var written = Task.Run(() => runner.Submit(null, SmallPermit.Lodge(), "k1", "h1", null, gone.Token));
        await written.WaitAsync(gone.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        var lost = (Written)await written;
        Assert.That((gone.IsCancellationRequested, lost.IsRepeated), Is.EqualTo((true, false)));
        var again = await _office.Write(null, SmallPermit.Lodge(), "k1", "h1");
        Assert.Multiple(() =>
        {
            Assert.That((again.Case, again.Entry, again.IsRepeated), Is.EqualTo((lost.Case, lost.Entry, true)));
            Assert.That(again.Events.Select(LedgerJson.Write), Is.EqualTo(lost.Events.Select(LedgerJson.Write)));
            Assert.That(new CaseReads(_office.Database).List(new CaseFilter(), null, 10), Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task Another_request_under_a_used_key_is_refused()
    {
        await _office.Write(null, SmallPermit.Lodge(), "k1", "h1");
        var refusal = await _office.Refused(null, SmallPermit.Lodge("李四"), "k1", "h2");
        Assert.That(
            (refusal.Code, refusal.English.Sentence),
            Is.EqualTo(("request.key_reused", "The key 'k1' was first sent with another request."))
        );
    }

    [Test]
    public async Task A_key_belongs_to_its_actor()
    {
        var mine = await _office.Write(null, SmallPermit.Lodge(by: "clerk-1"), "k1", "h1");
        var yours = await _office.Write(null, SmallPermit.Lodge(by: "clerk-2"), "k1", "h1");
        Assert.That(yours.Case, Is.Not.EqualTo(mine.Case));
    }

    [Test]
    public async Task A_refused_request_is_decided_afresh()
    {
        var lodged = await _office.Write(null, SmallPermit.Lodge());
        await _office.Refused(lodged.Case, SmallPermit.Grant(), "k1", "h1");
        await _office.Write(lodged.Case, SmallPermit.Receive());
        var granted = await _office.Write(lodged.Case, SmallPermit.Grant(), "k1", "h1");
        Assert.That((granted.IsRepeated, granted.State.Result), Is.EqualTo((false, "granted")));
    }

    [Test]
    public async Task An_accepted_request_is_remembered_for_thirty_days()
    {
        await _office.Write(null, SmallPermit.Lodge(), "k1", "h1");
        var sweep = new Sweep(_office.Runner);
        var after30 = await sweep.ForgetRequests(TestOffice.Monday.AddDays(30), default);
        var after32 = await sweep.ForgetRequests(TestOffice.Monday.AddDays(32), default);
        Assert.That((after30, after32), Is.EqualTo((0, 1)));
    }

    // The moment is asked for inside the transaction.
    private sealed class LosesTheCaller(DateTimeOffset now, CancellationTokenSource caller) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            caller.Cancel();
            return now;
        }
    }
}

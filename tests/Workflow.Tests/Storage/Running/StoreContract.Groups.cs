using Workflow.Engine.Record.Commands;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Reading;
using Workflow.Storage.Running;

namespace Workflow.Tests.Storage.Running;

public abstract partial class StoreContract
{
    private const int Clients = 32;

    [Test]
    public async Task Thirty_two_clients_lose_nothing_and_leave_no_gap()
    {
        var shared = (await _office.Write(null, SmallPermit.Lodge())).Case;
        var answers = await OnThreads(
            Clients,
            async client =>
            {
                var own = await _office.Write(null, SmallPermit.Lodge($"client {client}"));
                var received = await _office.Write(own.Case, SmallPermit.Receive());
                return new[] { own, received, await _office.Write(shared, SmallPermit.Remark($"by {client}")) };
            }
        );
        var stored = Query<(string, long)>("select case_no, entry_no from entries").ToHashSet();
        Assert.Multiple(() =>
        {
            Assert.That(answers.SelectMany(a => a).All(a => stored.Contains((a.Case, a.Entry))));
            Assert.That(stored, Has.Count.EqualTo(1 + 3 * Clients));
            Assert.That(new Verify(_office.Database).Run().Faults, Is.Empty);
            Assert.That(
                answers.Select(a => a[0].Case).Order(),
                Is.EqualTo(Enumerable.Range(2, Clients).Select(n => $"A-001-2026-{n:000000}"))
            );
        });
    }

    [Test]
    public async Task Two_processes_on_one_case_take_turns()
    {
        await using var other = Database.Open(_office.Database.Dialect);
        var otherRunner = new CaseRunner(other, new PublishedProcesses(other), SmallPermit.Around(_office.Time));
        var number = (await _office.Write(null, SmallPermit.Lodge())).Case;
        await OnThreads(8, i => (i % 2 == 0 ? _office.Runner : otherRunner).Submit(number, SmallPermit.Remark($"{i}")));
        var entries = new CaseReads(_office.Database).Timeline(number);
        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(e => e.Entry.Number), Is.EqualTo(Enumerable.Range(1, 9)));
            Assert.That(new Verify(_office.Database).Run().Faults, Is.Empty);
        });
    }

    [Test]
    public async Task A_command_that_breaks_is_undone_alone()
    {
        var broken = (await _office.Write(null, SmallPermit.Lodge())).Case;
        Break(broken);
        var answers = await OnThreads(
            Clients,
            async client =>
            {
                if (client % 4 == 0)
                    return await Failure(_office.Runner.Submit(broken, SmallPermit.Remark("never"))) is not null;
                return await _office.Runner.Submit(null, SmallPermit.Lodge($"client {client}")) is Written;
            }
        );
        var numbers = new CaseReads(_office.Database).List(new CaseFilter(), null, 100).Select(h => h.Case).Order();
        Assert.Multiple(() =>
        {
            Assert.That(answers, Has.All.True);
            Assert.That(numbers, Is.EqualTo(Enumerable.Range(1, 1 + Clients * 3 / 4).Select(n => $"A-001-2026-{n:000000}")));
        });
    }

    [Test]
    public async Task A_refused_command_takes_no_number()
    {
        await _office.Refused(null, new(SmallPermit.Clerk, new Lodge { Process = "permit" }));
        Assert.That((await _office.Write(null, SmallPermit.Lodge())).Case, Is.EqualTo("A-001-2026-000001"));
    }

    [Test]
    public async Task Licences_are_numbered_without_gaps_by_many_clerks()
    {
        var granted = await OnThreads(
            Clients,
            async client =>
            {
                var number = (await _office.Write(null, SmallPermit.Lodge())).Case;
                await _office.Write(number, SmallPermit.Receive($"clerk-{client}"));
                if (client % 2 == 0)
                    await _office.Refused(number, SmallPermit.Receive());
                return (await _office.Write(number, SmallPermit.Grant($"clerk-{client}"))).State.Documents.Single().Issued.Number!;
            }
        );
        Assert.That(
            granted.Order(StringComparer.Ordinal),
            Is.EqualTo(Enumerable.Range(1, Clients).Select(n => $"许〔2026〕{n}号").Order(StringComparer.Ordinal))
        );
    }

    // A definition that is not there: what a restored backup with a lost table would look like.
    private void Break(string number)
    {
        Execute(
            "update entries set body = replace(body, @digest, 'gone') where case_no = @number",
            new { number, digest = SmallPermit.Published.Digest }
        );
        Execute("update heads set hash = 'changed' where case_no = @number", new { number });
    }

    private static async Task<Exception?> Failure(Task task)
    {
        try
        {
            await task;
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private static async Task<T[]> OnThreads<T>(int count, Func<int, Task<T>> work)
    {
        var start = new ManualResetEventSlim();
        var tasks = Enumerable
            .Range(0, count)
            .Select(i =>
                Task.Factory.StartNew(
                    () =>
                    {
                        start.Wait();
                        return work(i).GetAwaiter().GetResult();
                    },
                    TaskCreationOptions.LongRunning
                )
            )
            .ToArray();
        start.Set();
        return await Task.WhenAll(tasks);
    }
}

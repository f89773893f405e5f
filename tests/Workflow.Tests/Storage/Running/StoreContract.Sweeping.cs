using Dapper;
using Workflow.Storage.Alerts;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Sweeping;

namespace Workflow.Tests.Storage.Running;

public abstract partial class StoreContract
{
    // The receiving limit of 5 working days from Monday 2 March ends with Monday 9 March.
    private static readonly DateTimeOffset Overdue = new(2026, 3, 9, 16, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Two_sweepers_fire_each_clock_once()
    {
        for (var i = 0; i < 40; i++)
            await _office.Write(null, SmallPermit.Lodge());
        _office.Time.Now = Overdue;
        var reports = await OnThreads(2, _ => new Sweep(_office.Runner).Run(Overdue, 100, default));
        var rest = await new Sweep(_office.Runner).Run(Overdue, 100, default);
        Assert.Multiple(() =>
        {
            Assert.That(reports.Sum(r => r.Entries), Is.EqualTo(40));
            Assert.That(rest.Due, Is.Zero);
            Assert.That(Query<string>("select kind from outbox_rows where kind = 'clock.expired'"), Has.Count.EqualTo(40));
        });
    }

    [Test]
    public async Task A_person_who_comes_while_a_backlog_drains_is_served_before_its_end()
    {
        for (var i = 0; i < 600; i++)
            await _office.Write(null, SmallPermit.Lodge());
        _office.Time.Now = Overdue;
        var drained = new Sweep(_office.Runner).Run(Overdue, 600, default);
        var lodged = await _office.Write(null, SmallPermit.Lodge());
        Assert.That(drained.IsCompleted, Is.False);
        Assert.That((await drained).Entries, Is.EqualTo(600));
        Assert.That(
            Query<long>($"select count(*) from entries where rowid > (select rowid from entries where case_no = '{lodged.Case}')").Single(),
            Is.GreaterThan(200)
        );
    }

    [Test]
    public async Task Nothing_fires_a_moment_early()
    {
        await _office.Write(null, SmallPermit.Lodge());
        var early = await new Sweep(_office.Runner).Run(Overdue.AddTicks(-1), 10, default);
        Assert.That((early.Due, new Sweep(_office.Runner).OldestDue()), Is.EqualTo((0, (DateTimeOffset?)Overdue)));
    }

    [Test]
    public async Task A_case_that_fails_backs_off_and_stops_nobody()
    {
        var broken = (await _office.Write(null, SmallPermit.Lodge())).Case;
        await _office.Write(null, SmallPermit.Lodge());
        Break(broken);
        var sweep = new Sweep(_office.Runner);
        var first = await sweep.Run(Overdue, 10, default);
        var second = await sweep.Run(Overdue, 10, default);
        var third = await sweep.Run(Overdue.AddSeconds(1), 10, default);
        Assert.Multiple(() =>
        {
            Assert.That((first.Due, first.Entries, first.Failed), Is.EqualTo((2, 1, 1)));
            Assert.That(second.Due, Is.Zero);
            Assert.That((third.Due, third.Failed), Is.EqualTo((1, 1)));
        });
    }

    [Test]
    public async Task A_full_disk_is_no_fault_of_the_case_that_met_it()
    {
        await using var office = await TestOffice.Open(
            Fresh() with
            {
                IsOfMachine = e => e.Message.Contains("disk full", StringComparison.Ordinal),
            }
        );
        await office.Write(null, SmallPermit.Lodge());
        using var connection = office.Database.Connect();
        var full = new FullTable(connection, "entries");
        Assert.That(() => new Sweep(office.Runner).Run(Overdue, 10, default), Throws.InstanceOf<System.Data.Common.DbException>());
        Assert.That(connection.ExecuteScalar<long>("select count(*) from sweep_faults"), Is.Zero);
        full.Dispose();
        Assert.That((await new Sweep(office.Runner).Run(Overdue, 10, default)).Entries, Is.EqualTo(1));
    }

    [Test]
    public async Task A_case_that_keeps_failing_is_given_up_with_an_alert()
    {
        var broken = (await _office.Write(null, SmallPermit.Lodge())).Case;
        Break(broken);
        var (sweep, now, tries) = (new Sweep(_office.Runner), Overdue, 0);
        for (; (await sweep.Run(now, 10, default)).Failed == 1; now = now.AddDays(2))
            tries++;
        var alert = new AlertList(_office.Database).Open().Single();
        await new AlertList(_office.Database).Close(alert, null, now, default);
        Assert.Multiple(() =>
        {
            Assert.That((tries, alert.Kind, alert.Case), Is.EqualTo((17, "sweep.dead", broken)));
            Assert.That(sweep.Run(now, 10, default).Result.Failed, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_late_command_finds_what_was_due_settled_first()
    {
        var number = (await _office.Write(null, SmallPermit.Lodge())).Case;
        _office.Time.Now = Overdue;
        var received = await _office.Write(number, SmallPermit.Receive());
        Assert.Multiple(() =>
        {
            Assert.That(received.Entry, Is.EqualTo(3));
            Assert.That(new Rebuild(_office.Database, _office.Processes).Compare(), Is.Empty);
        });
    }
}

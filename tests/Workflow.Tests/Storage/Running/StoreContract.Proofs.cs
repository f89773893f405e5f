using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Proofs.Readjudicating;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Sweeping;
using Workflow.Storage.Vaults;

namespace Workflow.Tests.Storage.Running;

public abstract partial class StoreContract
{
    [Test]
    public async Task The_rows_are_what_the_ledger_entails_after_any_work()
    {
        await RandomWork(seed: 20260302);
        Assert.Multiple(() =>
        {
            Assert.That(new Rebuild(_office.Database, _office.Processes).Compare(), Is.Empty);
            Assert.That(new Verify(_office.Database).Run().Faults, Is.Empty);
            Assert.That(new Readjudicate(_office.Database, _office.Processes).Run().Differences, Is.Empty);
        });
    }

    [Test]
    public async Task Lost_and_changed_rows_are_rebuilt_from_the_ledger()
    {
        await RandomWork(seed: 7);
        foreach (var sql in Damages.Some())
            Execute(sql);
        var rebuild = new Rebuild(_office.Database, _office.Processes);
        var found = await rebuild.Replace();
        Assert.Multiple(() =>
        {
            Assert.That(
                found.Select(f => f.Table).Distinct().Order(),
                Is.EqualTo(new[] { "clock_rows", "heads", "inbox_rows", "outbox_rows", "serials" })
            );
            Assert.That(rebuild.Compare(), Is.Empty);
        });
    }

    [TestCase(
        "update entries set body = replace(body, '开餐馆', '开酒吧') where case_no = 'A-001-2026-000001' and entry_no = 1",
        "A-001-2026-000001/1 Expected the hash "
    )]
    [TestCase(
        "update entries set hash = 'x' where case_no = 'A-001-2026-000001' and entry_no = 2",
        "A-001-2026-000001/2 Expected the hash x "
    )]
    [TestCase(
        "delete from entries where case_no = 'A-001-2026-000001' and entry_no = 2",
        "A-001-2026-000001/2 Expected entry 2, but found 3."
    )]
    [TestCase(
        "delete from entries where case_no = 'A-001-2026-000001' and entry_no = 3",
        "A-001-2026-000001/2 Expected the head to name entry 2 "
    )]
    public async Task Tampering_is_found_and_named(string sql, string found)
    {
        var number = (await _office.Write(null, SmallPermit.Lodge())).Case;
        await _office.Write(number, SmallPermit.Receive());
        await _office.Write(number, SmallPermit.Grant());
        Execute(sql);
        var first = new Verify(_office.Database).Run().Faults[0];
        Assert.That($"{first.Case}/{first.Entry} {first.Words}", Does.StartWith(found));
    }

    [Test]
    public async Task A_file_is_stored_before_the_entry_that_names_it()
    {
        var number = (await _office.Write(null, SmallPermit.Lodge())).Case;
        var files = new FileStore(_office.Database);
        var content = new byte[700_000];
        new Random(3).NextBytes(content);
        var stored = await files.Store(new MemoryStream(content), "application/pdf", SmallPermit.Clerk, TestOffice.Monday, default);
        var orphans = files.Orphans(TestOffice.Monday.AddDays(1));
        var unknown = await _office.Refused(number, Attach(new string('0', 64), 1));
        await _office.Write(number, Attach(stored.Sha256, stored.Size));
        var copy = new MemoryStream();
        await files.Read(stored.Sha256, copy, default);
        Assert.Multiple(() =>
        {
            Assert.That(orphans, Is.EqualTo(new[] { stored }));
            Assert.That(unknown.Code, Is.EqualTo("file.not_stored"));
            Assert.That(copy.ToArray(), Is.EqualTo(content));
            Assert.That(files.Orphans(TestOffice.Monday.AddDays(1)), Is.Empty);
        });
    }

    [Test]
    public async Task What_may_not_be_attached_does_not_tell_whether_the_file_is_stored()
    {
        var number = (await _office.Write(null, SmallPermit.Lodge())).Case;
        var stored = await new FileStore(_office.Database).Store(
            new MemoryStream([1, 2, 3]),
            "application/pdf",
            SmallPermit.Clerk,
            TestOffice.Monday,
            default
        );
        var there = await _office.Refused(number, Attach(stored.Sha256, stored.Size, "nowhere"));
        var missing = await _office.Refused(number, Attach(new string('0', 64), stored.Size, "nowhere"));
        Assert.That((there.Code, missing), Is.EqualTo(("step.unknown", there)));
    }

    [Test]
    public async Task A_hash_opens_nobody_elses_upload()
    {
        var (number, other) = (
            (await _office.Write(null, SmallPermit.Lodge())).Case,
            (await _office.Write(null, SmallPermit.Lodge())).Case
        );
        var stored = await new FileStore(_office.Database).Store(
            new MemoryStream([1, 2, 3]),
            "application/pdf",
            SmallPermit.Clerk,
            TestOffice.Monday,
            default
        );
        Assert.That(
            (await _office.Refused(number, Attach(stored.Sha256, 3) with { Actor = new PersonActor(SmallPermit.Head) })).Code,
            Is.EqualTo("file.not_stored")
        );
        Assert.That((await _office.Refused(number, Attach(stored.Sha256, 4))).Code, Is.EqualTo("file.other_size"));
        await _office.Write(number, Attach(stored.Sha256, 3));
        await _office.Write(number, Attach(stored.Sha256, 3) with { Actor = new PersonActor(SmallPermit.Head) });
        Assert.That(
            (await _office.Refused(other, Attach(stored.Sha256, 3) with { Actor = new PersonActor(SmallPermit.Head) })).Code,
            Is.EqualTo("file.not_stored"),
            "it belongs to the first case alone"
        );
    }

    [Test]
    public async Task An_officer_whom_a_party_merely_names_attaches_what_the_office_may()
    {
        var lodged = SmallPermit.Lodge();
        var named = ((Lodge)lodged.Command) with
        {
            Parties = [new PartyEntry("applicant", "applicant-1", "张三"), new PartyEntry("applicant", SmallPermit.Head, "李四")],
        };
        var number = (await _office.Write(null, new Request("applicant-1", named))).Case;
        var stored = await new FileStore(_office.Database).Store(
            new MemoryStream([1, 2, 3]),
            "application/pdf",
            SmallPermit.Clerk,
            TestOffice.Monday,
            default
        );
        await _office.Write(number, Attach(stored.Sha256, 3));
        await _office.Write(number, Attach(stored.Sha256, 3) with { Actor = new PersonActor(SmallPermit.Head) });
        Assert.That(
            (await _office.Refused(number, Attach(stored.Sha256, 3) with { Actor = new PersonActor("applicant-1") })).Code,
            Is.EqualTo("file.not_stored")
        );
    }

    private static readonly string[] Damages =
    [
        "delete from clock_rows where case_no = (select min(case_no) from clock_rows)",
        "update inbox_rows set role = 'boss'",
        "insert into inbox_rows select 'nobody', step, entitlement, organisation, role, person, claimed_by, opened_on, yellow_from, due_on, paused, sort_on, is_overdue, is_floor from inbox_rows limit 1",
        "update heads set stage = 'Closed', hash = 'x'",
        "delete from outbox_rows where entry_no = 1",
        "update serials set next = next + 5",
    ];

    private static Request Attach(string sha256, long size, string? step = null) =>
        new(SmallPermit.Clerk, new Attach(sha256, "plan.pdf", size, Step: step));

    private async Task RandomWork(int seed)
    {
        var (random, numbers, sweep) = (new Random(seed), new List<string>(), new Sweep(_office.Runner));
        for (var i = 0; i < 200; i++)
        {
            _office.Time.Now += TimeSpan.FromHours(random.Next(8));
            if (numbers.Count == 0 || random.Next(5) == 0)
                numbers.Add((await _office.Write(null, SmallPermit.Lodge())).Case);
            var number = numbers[random.Next(numbers.Count)];
            await _office.Runner.Submit(
                number,
                random.Next(3) switch
                {
                    0 => SmallPermit.Receive(),
                    1 => SmallPermit.Grant(),
                    _ => SmallPermit.Remark($"{i}"),
                }
            );
            if (random.Next(10) == 0)
                await sweep.Run(_office.Time.Now, 5, default);
        }
    }
}

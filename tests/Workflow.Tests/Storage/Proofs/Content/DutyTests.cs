using Dapper;
using Workflow.Engine.Deciding;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Reading;
using Workflow.Storage.Sweeping;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Storage.Proofs.Content;

/// <summary>What is to be done by itself: rows that say it was done, or keep it from being done, are faults; what failed and says so is none.</summary>
public sealed class DutyTests
{
    private const string Alert = """
        insert into alerts (id, kind, case_no, raised_at, message)
        values (@id, @kind, 'A-001-2026-000001', '2026-03-02T01:00:00.0000000Z', '{"code":"alert.quoted","values":{}}')
        """;

    [Test]
    public async Task What_a_receiver_does_not_take_is_no_fault_of_the_ledger()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        office.Execute("update outbox_rows set sent_at = recorded_at");
        office.Office.Time.Now += TimeSpan.FromDays(3);
        var later = (await office.Office.Write(null, SmallPermit.Lodge("王五"))).Case;
        office.Execute("update outbox_rows set sent_at = recorded_at where case_no = @later", new { later });
        office.Execute("update outbox_rows set sent_at = null where case_no = @First", new { SealedOffice.First });
        office.Execute(
            "update outbox_rows set tries = 900, last_error = '500', next_try = @next where case_no = @First and entry_no = 1",
            new { SealedOffice.First, next = "2026-03-05T01:01:00.0000000Z" }
        );
        var report = new Verify(office.Office.Database).Run();
        Assert.Multiple(() =>
        {
            Assert.That(report.Faults.Select(f => f.Words), Is.Empty);
            Assert.That(
                report.Failures.Select(f => (f.Case, f.Entry, f.Words)),
                Is.EqualTo(new[] { (SealedOffice.First, 1L, "Message 0 was not taken by its receiver in 900 tries; it is sent again.") })
            );
        });
    }

    [TestCase(
        "update outbox_rows set tries = 0, last_error = null where case_no = @First",
        "Expected message 0 to be sent, since later ones were"
    )]
    [TestCase(
        "update outbox_rows set tries = 3, last_error = null where case_no = @First",
        "Expected message 0 to be sent, since later ones were"
    )]
    [TestCase(
        "update outbox_rows set tries = 1, last_error = 'x', next_try = '9999-01-01T00:00:00.0000000Z' where case_no = @First",
        "a row keeps it back until 9999-01-01"
    )]
    public async Task A_message_that_nothing_explains_is_a_fault(string sql, string words)
    {
        await using var office = await SealedOffice.WithTwoSeals();
        office.Execute("update outbox_rows set sent_at = recorded_at where case_no <> @First", new { SealedOffice.First });
        office.Office.Time.Now += TimeSpan.FromDays(3);
        await office.Office.Write(null, SmallPermit.Lodge("王五"));
        office.Execute("update outbox_rows set sent_at = recorded_at where case_no not in (@First)", new { SealedOffice.First });
        office.Execute(sql, new { SealedOffice.First });
        Assert.That(string.Join('\n', new Verify(office.Office.Database).Run().Faults.Select(f => f.Words)), Does.Contain(words));
    }

    [Test]
    public async Task A_case_that_was_given_up_with_an_alert_is_no_fault_of_the_ledger()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        office.Execute(
            "insert into sweep_faults (case_no, tries, next_try, dead, error) values (@First, 17, '2026-03-03T00:00:00.0000000Z', 1, '{}')",
            new { SealedOffice.First }
        );
        office.Execute(Alert, new { id = $"sweep.dead {SealedOffice.First}", kind = "sweep.dead" });
        var report = new Verify(office.Office.Database).Run();
        Assert.Multiple(() =>
        {
            Assert.That(report.Faults.Select(f => f.Words), Is.Empty);
            Assert.That(
                report.Failures.Select(f => f.Words),
                Is.EqualTo(new[] { "What falls due in this case was given up after 17 tries; an alert says so." })
            );
        });
    }

    [TestCase("update pending_rows set done_at = '2026-03-02T01:00:00.0000000Z'", "but it opened no case")]
    [TestCase("update pending_rows set done_at = '2014-01-01T00:00:00.0000000Z'", "to run after the entry that caused it")]
    [TestCase("update pending_rows set dead = 1, tries = 17", "Expected an alert of the command for another case (place")]
    [TestCase("update pending_rows set next_try = '9999-01-01T00:00:00.0000000Z'", "a row keeps it back until 9999-01-01")]
    [TestCase("update pending_rows set next_try = '2026-02-01T00:00:00.0000000Z'", "to have run at 2026-02-01")]
    public async Task A_case_that_was_to_be_opened_and_was_not_is_named_whatever_its_row_says(string sql, string words)
    {
        await using var office = await Calling();
        await office.Lodge();
        Assert.That(new Verify(office.Database).Run().Faults, Is.Empty);
        Execute(office, sql);
        Assert.That(new Verify(office.Database).Run().Faults.Single().Words, Does.Contain(words));
    }

    [Test]
    public async Task A_result_that_never_came_to_the_case_that_waits_is_named_whatever_its_row_says()
    {
        await using var office = await Calling();
        var parent = await office.Lodge();
        await Swept(office);
        var child = new CaseReads(office.Database).State(parent)!.Called.Single().Case!;
        await office.Runner.Submit(child, new Request("clerk", Done("measure", "passed")));
        Execute(office, "update pending_rows set done_at = '2026-03-02T01:00:00.0000000Z' where done_at is null");
        Assert.That(new Verify(office.Database).Run().Faults.Single().Words, Does.EndWith($"but no entry of case {parent} comes of it."));
        Execute(
            office,
            $"update pending_rows set done_at = null where case_no = '{child}' and target = '{parent}' and command like '%complete%'"
        );
        await Swept(office);
        office.IsSound();
    }

    private static async Task Swept(OfficeOnDisk office)
    {
        for (var i = 0; i < 3; i++)
            await new Sweep(office.Runner).Run(OfficeOnDisk.Monday, 10, default);
    }

    private static void Execute(OfficeOnDisk office, string sql)
    {
        using var connection = office.Database.Connect();
        connection.Execute(sql);
    }

    private static Task<OfficeOnDisk> Calling() =>
        OfficeOnDisk.Open(
            SmallOffice.Process("  - {call: survey, title: 测绘, process: survey, outcomes: {passed: 合格, failed: 不合格}}"),
            SmallOffice
                .Process(
                    "  - {step: measure, title: 测量, by: hall.clerk, outcomes: {passed: {title: 合格, end: passed}, failed: {title: 不合格, end: failed}}}"
                )
                .Replaced("process: sample", "process: survey")
                .Replaced("P-1", "P-2")
        );
}

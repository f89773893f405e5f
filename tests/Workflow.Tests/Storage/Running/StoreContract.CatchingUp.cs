using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Alerts;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Reading;
using Workflow.Storage.Sweeping;

namespace Workflow.Tests.Storage.Running;

public abstract partial class StoreContract
{
    // As the small permit, but five working days of silence accept, and thirty days after the decision the file is closed.
    private static readonly PublishedProcess Silent = PublishedProcess.Of(WithSilence(SmallPermit.Published.Definition));

    [Test]
    public async Task What_a_rule_did_later_than_its_legal_day_is_on_a_persons_list()
    {
        var number = await LodgeSilent();
        var report = await new Sweep(_office.Runner).Run(Overdue.AddDays(7), 10, default);
        var alert = new AlertList(_office.Database).Open().Single();
        Assert.Multiple(() =>
        {
            Assert.That(report.Entries, Is.EqualTo(1));
            Assert.That(
                (alert.Kind, alert.Case, alert.Clock, alert.DueOn, alert.RecordedOn),
                Is.EqualTo(("sweep.caught-up", number, "receive", new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 17)))
            );
            Assert.That(alert.Words, Is.EqualTo("'receive' ended on 2026-03-09 with 'accept', which was not recorded until 2026-03-17."));
            Assert.That(new CaseReads(_office.Database).State(number)!.Moments["accepted"].Day, Is.EqualTo(new DateOnly(2026, 3, 9)));
        });
        await new AlertList(_office.Database).Close(alert, "admin", Overdue.AddDays(8), default);
        Assert.That(new AlertList(_office.Database).Open(), Is.Empty);
    }

    [Test]
    public async Task What_a_command_found_due_from_long_ago_is_on_the_list_too()
    {
        var number = await LodgeSilent();
        _office.Time.Now = Overdue.AddDays(7);
        await _office.Write(number, SmallPermit.Remark("迟到"));
        Assert.That(new AlertList(_office.Database).Open().Single().Id, Is.EqualTo($"sweep.caught-up {number} receive"));
    }

    [Test]
    public async Task What_was_recorded_in_time_is_on_nobodys_list()
    {
        await LodgeSilent();
        await new Sweep(_office.Runner).Run(Overdue, 10, default);
        Assert.That(new AlertList(_office.Database).Open(), Is.Empty);
    }

    // 30 days from 03-02: 04-01; the sweep of the first instant of 04-02 closes the file.
    [Test]
    public async Task The_sweep_closes_a_concluded_case_when_its_after_care_ends()
    {
        var number = await LodgeSilent();
        await _office.Write(number, SmallPermit.Receive());
        await _office.Write(number, SmallPermit.Grant());
        var heads = new CaseReads(_office.Database);
        var concluded = heads.Head(number)!;
        await new Sweep(_office.Runner).Run(new DateTimeOffset(2026, 4, 1, 16, 0, 0, TimeSpan.Zero), 10, default);
        Assert.Multiple(() =>
        {
            Assert.That(
                (concluded.Stage, concluded.Result, concluded.DueOn),
                Is.EqualTo((CaseStage.Concluded, "granted", (DateOnly?)new DateOnly(2026, 4, 1)))
            );
            Assert.That(heads.Head(number)!.Stage, Is.EqualTo(CaseStage.Closed));
            Assert.That(new Rebuild(_office.Database, _office.Processes).Compare(), Is.Empty);
        });
    }

    [Test]
    public async Task Lost_viewers_are_rebuilt_from_the_ledger()
    {
        var lodged = await _office.Write(null, SmallPermit.Lodge());
        Execute("delete from viewer_rows");
        var found = await new Rebuild(_office.Database, _office.Processes).Replace();
        Assert.That(found.Select(f => f.Table).Distinct(), Is.EqualTo(new[] { "viewer_rows" }));
        Assert.That(
            new CaseReads(_office.Database).List(new CaseFilter(Viewers: [Recipient.Party("applicant-1")]), null, 10).Single().Case,
            Is.EqualTo(lodged.Case)
        );
    }

    private async Task<string> LodgeSilent()
    {
        await _office.Processes.Publish(Silent, null, TestOffice.Monday, default);
        var lodge = SmallPermit.Lodge();
        return (await _office.Write(null, lodge with { Command = (Lodge)lodge.Command with { Process = Silent.Definition.Id } })).Case;
    }

    private static ProcessDefinition WithSilence(ProcessDefinition permit)
    {
        var receive = (StepNode)permit.Steps[0];
        var thirtyDays = receive.Limit! with
        {
            Id = "appeal",
            OnExpiry = "done",
            Limits = [new LimitRule { Period = new Period(30, PeriodUnit.Days) }],
        };
        return permit with
        {
            Id = "silent-permit",
            Steps = [receive with { Limit = receive.Limit with { OnExpiry = "accept" } }, permit.Steps[1]],
            After =
            [
                new WaitNode
                {
                    Id = "appeal",
                    Title = "复议期间",
                    Limit = thirtyDays,
                    Outcomes = [new OutcomeRule { Id = "done", Title = "届满" }],
                },
            ],
        };
    }
}

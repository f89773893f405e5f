using System.Collections.Immutable;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;

namespace Workflow.Tests.Engine.Deciding.Steps;

/// <summary>The kinds of step that the three processes do not need.</summary>
public sealed class KindsTests
{
    private const string Rows = "form: {neighbours: {title: 相邻人, type: rows, columns: {name: {title: 姓名, type: text}}}}";

    [Test]
    public void A_step_for_each_row_is_done_when_every_row_is()
    {
        var (door, number) = Lodge(
            SmallOffice.Process(
                """
                  - {step: hear, title: 听取意见, by: hall.officer, for-each: form.neighbours, outcomes: {agree: {title: 同意}, object: {title: 反对}}}
                  - choice: result
                    cases: [{when: hear = object, end: refused}, {otherwise: true, end: granted}]
                """,
                Rows
            ),
            Neighbours(2)
        );
        Do(door, number, "first-officer", new Complete { Step = "hear[1]", Outcome = "object" });
        Assert.That(door.State(number)!.Stage, Is.EqualTo(CaseStage.Open));
        Do(door, number, "second-officer", new Complete { Step = "hear[2]", Outcome = "agree" });
        Assert.That(door.State(number)!.Result, Is.EqualTo("refused"));
    }

    [Test]
    public void A_table_without_rows_asks_nobody()
    {
        var (door, number) = Lodge(
            SmallOffice.Process(
                """
                  - {step: hear, title: 听取意见, by: hall.officer, for-each: form.neighbours, outcomes: {agree: {title: 同意}, object: {title: 反对}}}
                  - {step: decide, title: 决定, by: hall.leader, end: granted}
                """,
                Rows
            ),
            Neighbours(0)
        );
        Assert.That(door.State(number)!.Steps["decide"].Status, Is.EqualTo(StepStatus.Open));
    }

    [Test]
    public void Lots_are_drawn_from_the_rows_and_anybody_can_repeat_the_draw()
    {
        var (door, number) = Lodge(
            SmallOffice.Process(
                "  - {draw: experts, title: 抽取专家, by: hall.officer, from: form.neighbours, count: 3, end: drawn}",
                Rows
            ),
            Neighbours(9)
        );
        Do(door, number, "first-officer", new SealLots("experts"));
        Do(door, number, "first-officer", new Complete { Step = "experts", Outcome = "done" });
        var drawn = door.Entries(number).SelectMany(e => e.Events).OfType<LotsDrawn>().Single();
        Assert.That(drawn.Drawn, Has.Length.EqualTo(3).And.Unique);
        Assert.That(drawn.Drawn, Is.EqualTo(Drawing.Rows(drawn.Seed, 9, 3)));
    }

    [Test]
    public void Every_row_is_drawn_about_as_often_as_any_other()
    {
        var hits = new int[6];
        for (var seed = 0; seed < 6_000; seed++)
            foreach (var row in Drawing.Rows($"{seed:x64}", 6, 2))
                hits[row - 1]++;
        // 12,000 draws over 6 rows: 2,000 each; six standard deviations are about 220.
        Assert.That(hits, Is.All.InRange(1_780, 2_220));
    }

    [Test]
    public void An_outside_system_reports_what_is_waited_for()
    {
        var (door, number) = Lodge(
            SmallOffice.Process(
                "  - {wait: payment, title: 缴费, system: bank, limit: {for: 5 days, on-expiry: unpaid, basis: internal}, outcomes: {paid: {title: 已缴, end: paid}, unpaid: {title: 未缴, end: unpaid}}}"
            )
        );
        Assert.That(
            door.Submit(
                number,
                new Request("clerk", new Complete { Step = "payment", Outcome = "paid" }),
                SmallOffice.Monday
            ).Refusal!.Code,
            Is.EqualTo("step.not_yours")
        );
        Do(door, number, "bank", new Complete { Step = "payment", Outcome = "paid" });
        Assert.That(door.State(number)!.Result, Is.EqualTo("paid"));
    }

    [Test]
    public void A_wait_ends_by_its_rule_on_the_instant_after_its_last_day()
    {
        var (door, number) = Lodge(
            SmallOffice.Process(
                "  - {wait: payment, title: 缴费, system: bank, limit: {for: 5 days, on-expiry: unpaid, basis: internal}, outcomes: {paid: {title: 已缴, end: paid}, unpaid: {title: 未缴, end: unpaid}}}"
            )
        );
        door.Advance(DateTimeOffset.Parse("2026-03-07T23:59:59+08:00"));
        Assert.That(door.State(number)!.Stage, Is.EqualTo(CaseStage.Open));
        door.Advance(DateTimeOffset.Parse("2026-03-08T00:00:00+08:00"));
        Assert.That(door.State(number)!.Result, Is.EqualTo("unpaid"));
        Assert.That(door.State(number)!.Steps["payment"].Completed!.On, Is.EqualTo(new DateOnly(2026, 3, 7)));
    }

    [Test]
    public void Two_branches_of_three_suffice_and_the_third_is_closed()
    {
        var (door, number) = Lodge(
            SmallOffice.Process(
                """
                  - parallel: opinions
                    title: 征求意见
                    join: 2
                    branches:
                      a: [{step: a, title: 甲, by: hall.clerk}]
                      b: [{step: b, title: 乙, by: hall.officer}]
                      c: [{step: c, title: 丙, by: hall.leader}]
                  - {step: decide, title: 决定, by: hall.leader, end: granted}
                """
            )
        );
        Do(door, number, "clerk", new Complete { Step = "a", Outcome = "done" });
        Do(door, number, "first-officer", new Complete { Step = "b", Outcome = "done" });
        Assert.That(door.State(number)!.Steps["c"].Status, Is.EqualTo(StepStatus.Withdrawn));
        Assert.That(door.State(number)!.Steps["decide"].Status, Is.EqualTo(StepStatus.Open));
    }

    [Test]
    public void Leaving_a_block_closes_its_open_work_and_goes_on_after_it()
    {
        var (door, number) = Lodge(
            SmallOffice.Process(
                """
                  - parallel: checks
                    title: 核查
                    join: all
                    branches:
                      a: [{step: a, title: 甲, by: hall.clerk, outcomes: {ok: {title: 可}, stop: {title: 不必再查, leave: checks}}}]
                      b: [{step: b, title: 乙, by: hall.officer}]
                  - {step: decide, title: 决定, by: hall.leader, end: granted}
                """
            )
        );
        Do(door, number, "clerk", new Complete { Step = "a", Outcome = "stop" });
        Assert.That(door.State(number)!.Steps["b"].Status, Is.EqualTo(StepStatus.Withdrawn));
        Do(door, number, "head", new Complete { Step = "decide", Outcome = "done" });
        Assert.That(door.State(number)!.Result, Is.EqualTo("granted"));
    }

    [Test]
    public void A_period_that_may_not_be_shorter_opens_on_the_day_after_its_last()
    {
        var (door, number) = Lodge(
            SmallOffice.Process("  - {step: notice, title: 公示, by: hall.officer, limit: {at-least: 30 days, basis: internal}, end: done}")
        );
        var early = door.Submit(
            number,
            new Request("first-officer", new Complete { Step = "notice", Outcome = "done" }),
            DateTimeOffset.Parse("2026-04-01T10:00:00+08:00")
        );
        Assert.That(
            early.Refusal!.English,
            Is.EqualTo(new Said("'公示' lasts at least through 2026-04-01; the day is 2026-04-01.", "The period may not be shortened."))
        );
        Assert.That(
            early.Refusal!.Chinese,
            Is.EqualTo(new Said("“公示”至少须持续到 2026-04-01，办理日为 2026-04-01。", "该期限不得缩短。"))
        );
        Do(door, number, "first-officer", new Complete { Step = "notice", Outcome = "done" }, "2026-04-02T09:00:00+08:00");
    }

    [Test]
    public void The_head_decides_after_the_others_and_says_why_when_against_them()
    {
        var (door, number) = Lodge(
            SmallOffice.Process(
                """
                  - joint: review
                    title: 集体讨论
                    participants: [hall.clerk, hall.officer]
                    decide: {by: hall.leader, against-majority: reasons}
                    limit: {for: 5 working days, basis: internal}
                    outcomes: {pass: {title: 通过, end: passed}, reject: {title: 不通过, end: rejected}}
                """
            )
        );
        Assert.That(Refused(door, number, "clerk", new Complete { Step = "review", Outcome = "pass" }), Is.EqualTo("step.joint"));
        Do(door, number, "clerk", new Answer { Step = "review", Choice = "reject" });
        Assert.That(Refused(door, number, "head", new Complete { Step = "review", Outcome = "pass" }), Is.EqualTo("step.joint"));
        Do(door, number, "first-officer", new Answer { Step = "review", Choice = "reject" });
        Assert.That(Refused(door, number, "head", new Complete { Step = "review", Outcome = "pass" }), Is.EqualTo("step.reasons_missing"));
        Do(
            door,
            number,
            "head",
            new Complete
            {
                Step = "review",
                Outcome = "pass",
                Reasons = "符合上位规划",
            }
        );
        Assert.That(door.State(number)!.Result, Is.EqualTo("passed"));
    }

    private static string? Refused(Simulation door, string number, string by, CaseCommand command) =>
        door.Submit(number, new Request(by, command), SmallOffice.Monday).Refusal?.Code;

    private static (Simulation Door, string Number) Lodge(string process, RowsValue? rows = null)
    {
        var door = SmallOffice.Open(process);
        var form = ImmutableSortedDictionary<string, FieldValue>.Empty;
        var answer = door.Submit(
            null,
            new Request(
                "clerk",
                new Lodge
                {
                    Process = "sample",
                    Parties = [new PartyEntry("applicant", "somebody", "某公司")],
                    Form = rows is null ? form : form.Add("neighbours", rows),
                }
            ),
            SmallOffice.Monday
        );
        Assert.That(answer.Refusal, Is.Null);
        return (door, answer.Case!);
    }

    private static RowsValue Neighbours(int count) =>
        new([
            .. Enumerable
                .Range(1, count)
                .Select(i => ImmutableSortedDictionary<string, FieldValue>.Empty.Add("name", new TextValue($"邻居{i}"))),
        ]);

    private static void Do(Simulation door, string number, string by, CaseCommand command, string? at = null) =>
        Assert.That(
            door.Submit(number, new Request(by, command), at is null ? SmallOffice.Monday : DateTimeOffset.Parse(at)).Refusal,
            Is.Null
        );
}

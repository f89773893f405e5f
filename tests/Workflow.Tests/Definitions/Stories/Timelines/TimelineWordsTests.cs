using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Stories.Timelines;

/// <summary>What a timeline calls things: a reminder is no end, a straight way back runs nothing again between, an act taken back is no return, an end has its title.</summary>
public sealed class TimelineWordsTests
{
    private const string Steps = """
          - {step: draft, title: 拟稿, by: hall.officer, limit: {for: 5 working days, escalate: [{to: hall.leader, before: 2 working days}, {to: hall.leader, after: 1 working days}], basis: internal}}
          - {step: read, title: 审阅, by: hall.officer}
          - {step: decide, title: 决定, by: hall.leader, outcomes: {grant: {title: 准予, end: granted}}}
        """;

    // 5 working days from 03-02 end on 03-09, two before is 03-05, one after 03-10.
    [Test]
    public void A_reminder_before_the_end_is_called_one_and_the_end_an_end()
    {
        var told = Told("- {on: 2026-03-11}");
        Assert.That(told, Does.Contain("时限“拟稿时限”提醒").And.Contain("时限“拟稿时限”届满"));
        Assert.That(told[..told.IndexOf("2026-03-09", StringComparison.Ordinal)], Does.Not.Contain("届满"));
        Assert.That(told, Does.Contain("时限“拟稿时限”超期提醒"));
    }

    [Test]
    public void A_straight_way_back_says_so_and_a_return_that_runs_again_too()
    {
        const string read =
            "- {on: 2026-03-03, by: first-officer, complete: draft}\n- {on: 2026-03-03, by: first-officer, complete: read}\n";
        Assert.That(
            Told(read + "- {on: 2026-03-04, by: head, return: decide, to: draft, reasons: 补数据, then: straight-back}"),
            Does.Contain("直接送回〔拟稿〕，“补数据”").And.Not.Contain("重新办理")
        );
        Assert.That(
            Told(read + "- {on: 2026-03-04, by: head, return: decide, to: draft, reasons: 补数据}"),
            Does.Contain("退回〔拟稿〕，其后各环节重新办理，“补数据”").And.Contain("撤下〔决定〕（退回）")
        );
    }

    [Test]
    public void An_act_taken_back_is_no_return_and_its_clock_runs_on()
    {
        var told = Told("- {on: 2026-03-03, by: first-officer, complete: draft}\n- {on: 2026-03-03, by: first-officer, take-back: draft}");
        Assert.That(told, Does.Contain("撤下〔审阅〕（拿回）").And.Contain("继续计时").And.Not.Contain("退回").And.Not.Contain("重新计时"));
    }

    [Test]
    public void An_end_is_told_by_its_title() =>
        Assert.That(
            Told(
                "- {on: 2026-03-03, by: first-officer, complete: draft}\n- {on: 2026-03-03, by: first-officer, complete: read}\n- {on: 2026-03-04, by: head, complete: decide, outcome: grant}"
            ),
            Does.Contain("办结：准予许可").And.Contain("结果：准予许可").And.Not.Contain("granted")
        );

    private static string Told(string moves)
    {
        var process = SmallOffice.Process(Steps, "ends: {granted: {zh: 准予许可, en: Granted}}");
        return TimelineText.Write(
            TimelineTeller.Tell(
                "样例",
                SmallOffice.Play(process, $"- {{on: 2026-03-02, lodge: {{applicant: builder}}}}\n{moves}"),
                SmallOffice.World(process),
                Language.Zh
            )
        );
    }
}

using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Migration;

/// <summary>A running case is moved to the next edition of its process: authorised, with a mapping, and no clock begins anew.</summary>
public sealed class MigratingTests
{
    private const string Before = """
          - {step: receive, title: 收件, by: hall.clerk, outcomes: {done: {title: 收件, marks: [accepted]}}}
          - {step: draft, title: 拟稿, by: hall.officer, limit: {for: 10 working days, basis: internal}}
          - {step: decide, title: 决定, by: hall.leader, outcomes: {grant: {title: 准予, marks: [decided], end: granted}}}
        """;

    [TestCase(15, "2026-03-23")]
    [TestCase(20, "2026-03-30")]
    [TestCase(30, "2026-04-14")]
    public void A_statutory_clock_counts_from_the_day_it_started_under_the_new_length(int workingDays, string due)
    {
        var it = Moved(Before, Clock(workingDays));
        Assert.That((it.State.Clocks["decision"].StartDay, it.State.Clocks["decision"].DueOn), Is.EqualTo((Day("2026-03-02"), Day(due))));
        Assert.That(
            it.Events.OfType<ClockMoved>().Where(m => m.Clock.Id == "decision").Select(m => (m.Cause, m.Was)),
            Is.EqualTo(workingDays == 20 ? [] : new[] { (ClockCause.Migration, Day("2026-03-30")) })
        );
        it.Does("first-officer", Done("draft")).Does("head", Done("decide", "grant")).Ended("granted");
    }

    // 20 working days from 2026-03-02 end on 03-30; the pause from 03-04 to 03-09 leaves out 03-05, 03-06 and 03-09, and 5 more are granted: 15 + 5 + 3 from 03-02 end on 04-02.
    [Test]
    public void Pauses_and_extensions_stand()
    {
        var (it, next) = Between(Before, Before, Clock(20), Clock(15));
        it.Does("clerk", Done("receive"))
            .Does("first-officer", new ExtendClock("decision", new Period(5, PeriodUnit.WorkingDays), "案情复杂"));
        it.On("2026-03-04")
            .Does("first-officer", new PauseClock("decision", "听证", "听证通知书", Day("2026-03-09")))
            .On("2026-03-10")
            .Does("head", To(next));
        var clock = it.State.Clocks["decision"];
        Assert.That((clock.Pauses.Length, clock.Extensions.Length, clock.DueOn), Is.EqualTo((1, 1, Day("2026-04-02"))));
    }

    [Test]
    public void An_open_step_follows_its_mapping_and_without_one_the_case_stays()
    {
        var next = Before.Replaced("step: draft", "step: prepare");
        var (it, to) = Received(Before, next);
        it.Refused("head", To(to), "migrate.step_gone").Does("head", Mapped(to, "draft", "prepare")).Waits("prepare officer");
        Assert.That(
            (it.State.Clocks.Keys, it.State.Clocks["prepare"].DueOn),
            Is.EqualTo((new[] { "decision", "prepare" }, Day("2026-03-16")))
        );
        it.Does("second-officer", Done("prepare")).Waits("decide leader").Does("head", Done("decide", "grant")).Ended("granted");
    }

    [Test]
    public void A_step_added_ahead_opens_in_its_turn_and_one_added_behind_does_not_apply()
    {
        var next = $"  - {{step: register, title: 登记, by: hall.clerk}}\n{Before}".Replaced(
            "  - {step: decide",
            "  - {step: law, title: 法审, by: hall.lawyer, mandatory: true}\n  - {step: decide"
        );
        var it = Moved(next, Clock(20));
        Assert.That(it.State.Steps["register"].Status, Is.EqualTo(StepStatus.Skipped));
        it.Does("first-officer", Done("draft")).Waits("law lawyer").Does("legal-adviser", Done("law")).Waits("decide leader");
    }

    [Test]
    public void A_mandatory_step_is_never_passed_by_a_move()
    {
        var next = Before.Replaced("  - {step: draft", "  - {step: law, title: 法审, by: hall.lawyer, mandatory: true}\n  - {step: draft");
        var (it, to) = Received(Before, next);
        it.Refused("head", To(to), "migrate.mandatory");
        it.Does("first-officer", new Return("draft", "receive", "补充"))
            .Does("head", To(to))
            .Does("clerk", Done("receive"))
            .Waits("law lawyer");
    }

    [Test]
    public void What_the_law_gives_is_not_cut_off_and_the_office_s_own_limit_only_by_name()
    {
        var (it, to) = Received(Before, Before, Clock(20), Clock(20).Replaced("decision:", "other:"));
        it.Refused("head", To(to), "migrate.clock_gone");
        it.Refused(
            "head",
            new MigrateCase
            {
                To = to,
                Document = "批复",
                Reasons = "新规",
                Map = new MigrationMap { Ends = ["decision"] },
            },
            "migrate.clock_statutory"
        );
        it.Does(
            "head",
            new MigrateCase
            {
                To = to,
                Document = "批复",
                Reasons = "新规",
                Map = new MigrationMap { Clocks = Pairs("decision", "other") },
            }
        );
        Assert.That(
            (it.State.Clocks.Keys.First(k => k != "draft"), it.State.Clocks["other"].StartDay),
            Is.EqualTo(("other", Day("2026-03-02")))
        );

        var (own, bare) = Received(Before, Before.Replaced(", limit: {for: 10 working days, basis: internal}", ""));
        own.Refused("head", To(bare), "migrate.clock_gone")
            .Does(
                "head",
                new MigrateCase
                {
                    To = bare,
                    Document = "批复",
                    Reasons = "新规",
                    Map = new MigrationMap { Ends = ["draft"] },
                }
            );
        Assert.That(own.State.Clocks["draft"].Status, Is.EqualTo(ClockStatus.Stopped));
        own.Does("first-officer", Done("draft")).Waits("decide leader");
    }

    // The form said so when the clock started; it was corrected since, and the condition of the clock's limit no longer holds.
    [Test]
    public void A_running_clock_keeps_the_condition_that_held_when_it_started()
    {
        static string Conditional(int workingDays) =>
            "form: {kind: {title: 类别, type: choice, of: [急, 缓]}}\n"
            + $"clocks: {{decision: {{title: 期限, limits: [{{when: form.kind = '急', for: {workingDays} working days}}], from: accepted, until: decided, basis: internal}}}}";
        var (it, to) = Between(Before, Before, Conditional(10), Conditional(12));
        it.Does("clerk", new CorrectForm(Kind("急"), "申请书", "补填"))
            .Does("clerk", Done("receive"))
            .Does("clerk", new CorrectForm(Kind("缓"), "申请书", "填错"))
            .On("2026-03-10")
            .Does("head", To(to));
        Assert.That(it.State.Clocks["decision"].DueOn, Is.EqualTo(Day("2026-03-18")));
    }

    [Test]
    public void A_clock_that_counts_in_another_unit_is_another_clock()
    {
        var (it, to) = Received(
            Before,
            Before,
            Clock(20),
            Clock(20).Replaced("20 working days", "30 days").Replaced("{by: 5 working days", "{by: 5 days")
        );
        it.Refused("head", To(to), "migrate.clock_kind");
    }

    [Test]
    public void A_clock_that_the_target_adds_starts_on_the_day_it_counts_from()
    {
        var more = Clock(20)
            .Replaced("clocks:", "clocks:\n  report: {title: 报告, for: 10 working days, from: accepted, until: decided, basis: internal}");
        var (it, to) = Received(Before, Before, Clock(20), more);
        it.Does("head", To(to));
        Assert.That(
            (it.State.Clocks["report"].StartDay, it.State.Clocks["report"].DueOn),
            Is.EqualTo((Day("2026-03-02"), Day("2026-03-16")))
        );
    }

    [Test]
    public void Nothing_takes_effect_by_silence_through_a_move()
    {
        var silent = Before.Replaced(
            "by: hall.leader,",
            "by: hall.leader, limit: {for: 3 working days, from: accepted, basis: 行政许可法(2019) 第四十二条第一款, on-expiry: grant},"
        );
        var (it, to) = Received(Before, silent);
        it.Does("first-officer", Done("draft")).Refused("head", To(to), "migrate.clock_past");
        Assert.That(it.State.Stage, Is.EqualTo(CaseStage.Open));
    }

    [Test]
    public void Only_the_head_moves_a_case_with_a_document_and_reasons_to_another_published_edition()
    {
        var (it, to) = Received(Before, Before, Clock(20), Clock(15));
        it.Refused("first-officer", To(to), "case.not_yours")
            .Refused("head", To(to) with { Document = " " }, "case.document_missing")
            .Refused("head", To(to) with { Reasons = "" }, "step.reasons_missing")
            .Refused("head", To(new string('0', 64)), "migrate.unknown_definition")
            .Refused("head", To(it.State.Definition), "migrate.same_definition")
            .Refused("head", Mapped(to, "drafft", "draft"), "migrate.map_unknown")
            .Refused("head", Mapped(to, "draft", "drafft"), "migrate.map_unknown")
            .Refused("head", Mapped(to, "draft", "decide"), "migrate.map_twice");
        var (early, later) = Between(Before, Before, Clock(20), Clock(15));
        early.Refused("head", To(later), "migrate.not_in_force");
    }

    [Test]
    public void Everything_decided_is_decided_the_same_again_and_folds_to_the_same()
    {
        var next = Before.Replaced("step: draft", "step: prepare");
        var (it, to) = Received(Before, next, Clock(20), Clock(15));
        it.Does("head", Mapped(to, "draft", "prepare"))
            .Does("first-officer", new Return("prepare", "receive", "补充"))
            .Does("clerk", Done("receive"));
        it.DecidedTheSameAgain();
        Assert.That((it.State.Steps["prepare"].Instance, it.State.Clocks["decision"].StartDay), Is.EqualTo((2, Day("2026-03-02"))));
    }

    private static ImmutableSortedDictionary<string, FieldValue> Kind(string kind) =>
        ImmutableSortedDictionary<string, FieldValue>.Empty.Add("kind", new TextValue(kind));

    private static OfficeCase Moved(string next, string nextForm)
    {
        var (it, to) = Received(Before, next, Clock(20), nextForm);
        return it.Does("head", To(to));
    }

    private static (OfficeCase Case, string Next) Received(string before, string next, string? form = null, string? nextForm = null)
    {
        var (it, to) = Between(before, next, form ?? Clock(20), nextForm ?? form ?? Clock(20));
        return (it.Does("clerk", Done("receive")).On("2026-03-10"), to);
    }

    private static string Clock(int workingDays) =>
        $"clocks:\n  decision: {{title: 决定期限, for: {workingDays} working days, from: accepted, until: decided, not-counted: [听证], extend: [{{by: 5 working days, approver: hall.officer}}], basis: 行政许可法(2019) 第四十二条第一款}}";

    private static MigrateCase To(string digest) =>
        new()
        {
            To = digest,
            Document = "批复3号",
            Reasons = "新法施行",
        };

    private static MigrateCase Mapped(string digest, string from, string to) =>
        To(digest) with
        {
            Map = new MigrationMap { Steps = Pairs(from, to) },
        };

    private static ImmutableSortedDictionary<string, string> Pairs(string from, string to) =>
        ImmutableSortedDictionary<string, string>.Empty.Add(from, to);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

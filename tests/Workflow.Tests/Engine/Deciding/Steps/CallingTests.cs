using System.Collections.Immutable;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Engine.Deciding.Steps;

/// <summary>A step that opens another process as a case of its own.</summary>
public sealed class CallingTests
{
    private const string Parent = """
        process: project
        title: 项目
        in-force: 2020-01-01..
        item: {code: P-1, type: 行政许可, lead: hall}
        offices: {hall: 大厅}
        parties: {applicant: 申请人}
        form: {name: {title: 名称, type: text}}
        steps:
          - call: measuring
            title: 测绘
            process: survey
            with: {site: form.name}
            outcomes:
              passed: {title: 合格}
              failed: {title: 不合格}
          - choice: result
            cases:
              - {when: measuring = passed, end: granted}
              - {otherwise: true, end: refused}
        """;

    private const string Child = """
        process: survey
        title: 测绘
        in-force: 2020-01-01..
        item: {code: P-2, type: 行政确认, lead: hall}
        offices: {hall: 大厅}
        parties: {applicant: 申请人}
        form: {site: {title: 地点, type: text, required: true}}
        steps:
          - step: measure
            title: 测量
            by: hall.clerk
            outcomes:
              passed: {title: 合格, end: passed}
              failed: {title: 不合格, end: failed}
        """;

    [TestCase("passed", "granted")]
    [TestCase("failed", "refused")]
    public void The_called_cases_result_is_the_outcome_of_the_step_that_waits(string measured, string result)
    {
        var door = SmallOffice.Open(Parent, Child);
        var parent = Lodge(door);
        var child = door.Cases.Single(c => c != parent);
        Assert.That(door.State(child)!.Form["site"], Is.EqualTo(new TextValue("一号地块")));
        Assert.That(door.State(parent)!.Stage, Is.EqualTo(CaseStage.Open));
        var answer = door.Submit(
            child,
            new Request("clerk", new Complete { Step = "measure", Outcome = measured }),
            SmallOffice.Monday.AddDays(1)
        );
        Assert.That(answer.Refusal, Is.Null);
        Assert.That(door.State(parent)!.Result, Is.EqualTo(result));
        Assert.That(door.State(parent)!.Steps["measuring"].Completed!.By, Is.EqualTo(new RuleActor("survey")));
        Assert.That(door.Undelivered, Is.Empty);
    }

    // Definitions may come without lint, which refuses processes that call one another.
    [Test]
    public void Calls_that_never_end_are_refused_nine_levels_down_and_the_refusal_names_the_chain()
    {
        static string Calling(string id, string item, string other) =>
            $"""
                process: {id}
                title: {id}
                in-force: 2020-01-01..
                item: {"{"}code: {item}, type: 行政许可, lead: hall{"}"}
                offices: {"{"}hall: 大厅{"}"}
                parties: {"{"}applicant: 申请人{"}"}
                steps:
                  - {"{"}call: again, title: 又一件, process: {other}, outcomes: {"{"}done: {"{"}title: 办结, end: finished{"}"}{"}"}{"}"}
                """;
        var door = SmallOffice.Open(Calling("one", "P-1", "two"), Calling("two", "P-2", "one"));
        var lodge = new Lodge { Process = "one", Parties = [new PartyEntry("applicant", "builder", "建设单位")] };
        door.Submit(null, new Request("builder", lodge), SmallOffice.Monday);
        Assert.That(door.Cases, Has.Length.EqualTo(9));
        var refusal = door.Undelivered.Single().Refusal;
        Assert.That(refusal.Code, Is.EqualTo("call.too_deep"));
        Assert.That(
            refusal.Chinese.Sentence,
            Is.EqualTo(
                "案件由P-1-2026-000001、P-2-2026-000001、P-1-2026-000002、P-2-2026-000002、P-1-2026-000003、P-2-2026-000003、"
                    + "P-1-2026-000004、P-2-2026-000004和P-1-2026-000005逐级启动，再启动“two”就超过8级，不能启动。"
            )
        );
    }

    [Test]
    public void Nobody_but_the_called_case_finishes_the_step()
    {
        var door = SmallOffice.Open(Parent, Child);
        var answer = door.Submit(
            Lodge(door),
            new Request("clerk", new Complete { Step = "measuring", Outcome = "passed" }),
            SmallOffice.Monday.AddDays(1)
        );
        Assert.That(answer.Refusal!.Code, Is.EqualTo("step.waits_for_case"));
    }

    private static readonly string Beside = Parent
        .Replaced(
            "  - call: measuring",
            "  - {step: receive, title: 收件, by: hall.clerk}\n  - parallel: both\n    branches:\n      own: [{step: own, title: 自审, by: hall.officer}]\n      other:\n  - call: measuring"
        )
        .Replaced(
            "  - call: measuring\n    title: 测绘\n    process: survey\n    with: {site: form.name}\n    outcomes:\n      passed: {title: 合格}\n      failed: {title: 不合格}\n",
            "        - {call: measuring, title: 测绘, process: survey, with: {site: form.name}, outcomes: {passed: 合格, failed: 不合格}}\n"
        );

    private static readonly string Withdrawable = Child + "\nany-time:\n  - {step: withdrawal, title: 撤回, by: applicant, end: withdrawn}";

    [Test]
    public void A_call_that_a_return_put_aside_is_not_answered_by_the_case_it_had_called()
    {
        var (door, parent, first) = Called(Beside);
        Does(door, parent, "first-officer", new Return("own", "receive", "重来"));
        Assert.That(door.State(first)!.Result, Is.EqualTo("terminated"), "nothing waits for it any more");
        Does(door, parent, "clerk", new Complete { Step = "receive", Outcome = "done" });
        var second = door.Cases[^1];
        Does(door, second, "clerk", new Complete { Step = "measure", Outcome = "failed" });
        Assert.That(
            door.State(parent)!.Called,
            Is.EqualTo(new[] { new CalledCase("measuring", 1, first, true), new CalledCase("measuring", 2, second, true) })
        );
        Assert.That((door.State(parent)!.Steps["measuring"].Outcome, door.Undelivered.Count), Is.EqualTo(("failed", 0)));
    }

    [Test]
    public void The_end_of_an_earlier_run_completes_no_other()
    {
        var (door, parent, _) = Called(Beside);
        Does(door, parent, "first-officer", new Return("own", "receive", "重来"));
        Does(door, parent, "clerk", new Complete { Step = "receive", Outcome = "done" });
        var answer = door.Submit(
            parent,
            new Request("rule survey", new Complete { Step = "measuring", Outcome = "passed" }),
            SmallOffice.Monday.AddDays(1)
        );
        Assert.That((answer.Refusal!.Code, door.State(parent)!.Steps["measuring"].Status), Is.EqualTo(("call.unknown", StepStatus.Open)));
    }

    [Test]
    public void An_end_that_the_call_does_not_name_is_the_heads_to_decide()
    {
        var (door, parent, child) = Called(Parent, Withdrawable);
        Does(door, child, "citizen", new Complete { Step = "withdrawal", Outcome = "done" });
        Assert.That(door.Rows(parent).Select(r => $"{r.Step} {r.Role}"), Is.EqualTo(new[] { "measuring leader" }));
        Assert.That(door.Entries(parent)[^1].Events.OfType<CallEnded>().Single().Use, Is.EqualTo(CallUse.Unmapped));
        Does(door, parent, "head", new Complete { Step = "measuring", Outcome = "failed" });
        Assert.That(door.State(parent)!.Result, Is.EqualTo("refused"));
    }

    [Test]
    public void An_outcome_named_otherwise_takes_every_other_end()
    {
        var (door, parent, child) = Called(
            Parent.Replaced("      failed: {title: 不合格}", "      failed: {title: 不合格}\n      otherwise: {title: 其他}"),
            Withdrawable
        );
        Does(door, child, "citizen", new Complete { Step = "withdrawal", Outcome = "done" });
        Assert.That(door.State(parent)!.Steps["measuring"].Outcome, Is.EqualTo("otherwise"));
    }

    [Test]
    public void A_case_is_concluded_only_when_those_it_called_are()
    {
        var (door, parent, child) = Called(
            Beside.Replaced("branches:", "join: any\n    branches:").Replaced("when: measuring = passed", "when: own = done")
        );
        Does(door, parent, "first-officer", new Complete { Step = "own", Outcome = "done" });
        Assert.That(door.Entries(parent).SelectMany(e => e.Events).OfType<ConclusionAwaited>().Single().Cases, Is.EqualTo(new[] { child }));
        Assert.That((door.State(child)!.Result, door.State(parent)!.Result), Is.EqualTo(("terminated", "granted")));
        var ends = new[] { child, parent }.Select(c => door.Entries(c).Single(e => e.Events.Any(x => x is CaseConcluded))).ToList();
        Assert.That(
            (ends[0].Number, ends[1].Command.GetType().Name),
            Is.EqualTo((ends[0].Number, nameof(Complete))),
            "the called case's end concludes the calling one"
        );
    }

    [Test]
    public void A_case_that_is_terminated_takes_those_it_called_with_it()
    {
        var (door, parent, child) = Called(Parent);
        Does(door, parent, "head", new Terminate("申请人死亡"));
        Assert.That((door.State(child)!.Result, door.State(parent)!.Result), Is.EqualTo(("terminated", "terminated")));
    }

    [Test]
    public void Who_tries_to_act_at_a_call_is_told_which_case_it_waits_for()
    {
        var (door, parent, child) = Called(Parent);
        var answer = door.Submit(parent, new Request("head", new Return("measuring", "measuring", "重来")), SmallOffice.Monday.AddDays(1));
        Assert.That(answer.Refusal!.English.Sentence, Is.EqualTo($"'测绘' waits for {child} to end; nobody acts there."));
        Assert.That(answer.Refusal!.Chinese.Sentence, Is.EqualTo($"“测绘”等待{child}办结，无人可以办理。"));
    }

    private static (Simulation Door, string Parent, string Child) Called(string parent, string child = Child)
    {
        var door = SmallOffice.Open(parent, child);
        var number = Lodge(door);
        if (door.State(number)!.Steps.ContainsKey("receive"))
            Does(door, number, "clerk", new Complete { Step = "receive", Outcome = "done" });
        return (door, number, door.Cases.Single(c => c != number));
    }

    private static void Does(Simulation door, string number, string by, CaseCommand command) =>
        Assert.That(door.Submit(number, new Request(by, command), SmallOffice.Monday.AddDays(1)).Refusal?.English.Sentence, Is.Null);

    private static string Lodge(Simulation door) =>
        door.Submit(
            null,
            new Request(
                "clerk",
                new Lodge
                {
                    Process = "project",
                    Parties = [new PartyEntry("applicant", "citizen", "某公司")],
                    Form = ImmutableSortedDictionary<string, FieldValue>.Empty.Add("name", new TextValue("一号地块")),
                }
            ),
            SmallOffice.Monday
        ).Case!;
}

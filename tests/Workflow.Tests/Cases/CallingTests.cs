using System.Collections.Immutable;
using Workflow.Definitions.Scenarios;
using Workflow.Engine.Cases;
using Workflow.Engine.Expressions;
using Workflow.Tests.Support;

namespace Workflow.Tests.Cases;

/// <summary>A step that opens another process as a case of its own.</summary>
public sealed class CallingTests
{
    private const string Parent =
        """
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

    private const string Child =
        """
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
        var answer = door.Submit(child, new Request("clerk", new Complete { Step = "measure", Outcome = measured }), SmallOffice.Monday.AddDays(1));
        Assert.That(answer.Refusal, Is.Null);
        Assert.That(door.State(parent)!.Result, Is.EqualTo(result));
        Assert.That(door.State(parent)!.Steps["measuring"].Completed!.By, Is.EqualTo("rule survey"));
        Assert.That(door.Undelivered, Is.Empty);
    }

    [Test]
    public void Nobody_but_the_called_case_finishes_the_step()
    {
        var door = SmallOffice.Open(Parent, Child);
        var answer = door.Submit(Lodge(door), new Request("clerk", new Complete { Step = "measuring", Outcome = "passed" }), SmallOffice.Monday.AddDays(1));
        Assert.That(answer.Refusal!.Code, Is.EqualTo("step.not_yours"));
    }

    private static string Lodge(Simulation door) => door.Submit(null, new Request("clerk", new Lodge
    {
        Process = "project",
        Parties = [new PartyEntry("applicant", "somebody", "某公司")],
        Form = ImmutableSortedDictionary<string, FieldValue>.Empty.Add("name", new TextValue("一号地块")),
    }), SmallOffice.Monday).Case!;
}

using System.Text;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Engine.Processes;
using Workflow.Mining.Conforming;
using Workflow.Mining.Maps;

namespace Workflow.Tests.Mining.Conforming;

/// <summary>A step that is done again at any time does what lies in it anew, as the engine does.</summary>
public sealed class ModelWalkTests
{
    private static readonly ProcessDefinition Definition = Read(
        TestLog.Process
            + """

              - step: check
                title: 抽查
                by: review.officer
                outcomes:
                  fine: {title: 无问题}
                  faulty:
                    title: 有问题
                    steps:
                      - {step: mend, title: 整改, by: desk.clerk}
                      - step: recheck
                        title: 复查
                        by: review.officer
                        outcomes:
                          good: {title: 合格}
                          bad: {title: 不合格, back: {to: mend, at-most: 1, otherwise: good}}
            """
    );

    [TestCase("in check-faulty mend good check-faulty mend good look measure refused", TestName = "What lies inside is done again")]
    [TestCase("in check-faulty mend good check-fine look measure refused", TestName = "Or is not, by another outcome")]
    [TestCase(
        "in check-faulty mend bad mend good check-faulty mend bad mend good look measure refused",
        TestName = "A way back inside may be taken as often again"
    )]
    public void A_step_repeated_at_any_time_does_what_lies_in_it_anew(string activities)
    {
        var verdict = Judge(activities);
        Assert.That((verdict.Fits, verdict.IsExact), Is.EqualTo((true, true)), string.Join(", ", verdict.Deviations));
    }

    [TestCase("in check-faulty mend mend good look measure refused", "Repeated mend")]
    [TestCase("in check-faulty mend good mend look measure refused", "Repeated mend")]
    [TestCase("in check-fine mend look measure refused", "OutOfOrder mend")]
    [TestCase("in check-faulty mend bad mend bad mend good look measure refused", "Repeated mend,Repeated recheck")]
    public void What_lies_in_it_is_not_done_again_by_itself(string activities, string expected) =>
        Assert.That(Judge(activities).Deviations.Select(d => $"{d.Kind} {d.What}").Order(), Is.EqualTo(expected.Split(',')));

    private static CaseVerdict Judge(string activities)
    {
        var problems = new Problems();
        var text = TestLog.Map.Replaced(
            "  publish: publish",
            """
              publish: publish
              check-fine: {step: check, outcome: fine}
              check-faulty: {step: check, outcome: faulty}
              mend: mend
              good: {step: recheck, outcome: good}
              bad: {step: recheck, outcome: bad}
            """
        );
        var map = LogMapReader.Read("map.yaml", Encoding.UTF8.GetBytes(text), [Definition], problems);
        Assert.That(problems.All.Select(p => p.English), Is.Empty);
        return new CaseJudge(Definition, map!.Single(), TestLog.Weekdays).Judge(TestLog.Trace(activities, ("ended", "2020-06-25")), 1);
    }

    private static ProcessDefinition Read(string text)
    {
        var reading = DefinitionReader.Read("small.yaml", text, DefinitionLibrary.Empty);
        return reading.Definition ?? throw new InvalidOperationException(string.Join('\n', reading.Problems.Select(p => p.English)));
    }
}

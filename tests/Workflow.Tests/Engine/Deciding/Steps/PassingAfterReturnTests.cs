using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Steps;

/// <summary>Sent back, a step that a rule had passed in somebody's name waits for a person, who hears the reasons.</summary>
public sealed class PassingAfterReturnTests
{
    private const string Steps = """
          - {step: review, title: 复核, by: hall.lawyer}
          - {step: approve, title: 审批, by: hall.lawyer, same-person: {passes: agree}, outcomes: {agree: {title: 同意}, against: {title: 不同意, end: done}}}
          - step: decide
            title: 签发
            by: hall.leader
            outcomes:
              ok: {title: 签发, end: done}
              again: {title: 退审批人, back: {to: approve, at-most: 3, otherwise: ok}}
        ends: {done: 办结}
        """;

    private static OfficeCase Passed() => Lodged(Steps).Does("legal-adviser", Done("review")).Waits("decide leader");

    [TestCase(ReturnMode.ReRun)]
    [TestCase(ReturnMode.StraightBack)]
    public void A_returned_step_waits_for_a_person(ReturnMode then) =>
        Passed()
            .Does("head", new Return("decide", "approve", "请说明", then))
            .Waits("approve lawyer")
            .Does("legal-adviser", Done("approve", "agree"))
            .Waits("decide leader");

    [Test]
    public void So_it_does_where_an_outcome_leads_back() => Passed().Does("head", Done("decide", "again")).Waits("approve lawyer");

    [Test]
    public void Where_the_step_before_is_done_again_the_rule_passes_again() =>
        Passed()
            .Does("head", new Return("decide", "review", "请重做", ReturnMode.ReRun))
            .Waits("review lawyer")
            .Does("legal-adviser", Done("review"))
            .Waits("decide leader");
}

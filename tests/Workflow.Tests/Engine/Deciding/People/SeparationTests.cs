using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.People;

/// <summary>Whoever acted in the one step does not act in the other, whichever way round and in whichever run.</summary>
public sealed class SeparationTests
{
    private const string InARow = """
          - {step: draft, title: 拟稿, by: hall.officer}
          - {step: check, title: 复核, by: hall.officer, not-by: draft}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    private const string Beside = """
          - parallel: both
            title: 并行
            branches:
              a: [{step: draft, title: 拟稿, by: hall.officer}]
              b: [{step: check, title: 复核, by: hall.officer, not-by: draft}]
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    private const string Reviewed = """
          - {joint: review, title: 会审, participants: [hall.clerk, hall.officer], limit: {for: 5 working days, on-expiry: fail, basis: internal}, decide: {pass: any, otherwise: fail}, outcomes: {pass: 通过, fail: 不通过} }
          - {step: check, title: 复核, by: hall.officer, not-by: review}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    [Test]
    public void Whoever_checked_the_first_run_does_not_draft_the_second() =>
        Lodged(InARow)
            .Does("first-officer", Done("draft"))
            .Does("second-officer", Done("check"))
            .Does("head", new Return("decide", "draft", "重拟"))
            .Refused("second-officer", Done("draft"), "step.separation")
            .Refused("second-officer", new Claim("draft"), "step.separation")
            .Refused("head", new Transfer("draft", "second-officer", "休假"), "step.separation")
            .Refused("first-officer", new Entrust("draft", "second-officer"), "step.separation")
            .Does("first-officer", Done("draft"))
            .Refused("first-officer", Done("check"), "step.separation")
            .Does("second-officer", Done("check"));

    [Test]
    public void Nor_does_whoever_checked_answer_in_the_review_that_runs_again() =>
        Lodged(Reviewed)
            .Does("clerk", Votes("review", "pass"))
            .Does("second-officer", Done("check"))
            .Does("head", new Return("decide", "review", "重审"))
            .Refused("second-officer", Votes("review", "pass"), "step.separation")
            .Does("first-officer", Votes("review", "pass"));

    [Test]
    public void A_signer_who_drafted_since_they_were_asked_does_not_sign() =>
        Lodged(Beside)
            .Does("first-officer", new AddSigner("check", "second-officer", SignerPlace.Before))
            .Does("second-officer", Done("draft"))
            .Refused("second-officer", new Reply("check", "同意"), "step.separation")
            .Does("first-officer", new RemoveSigner("check", "second-officer", "已拟稿"))
            .Does("first-officer", Done("check"));

    [Test]
    public void Whoever_signed_does_not_draft_any_more() =>
        Lodged(Beside)
            .Does("first-officer", new AddSigner("check", "second-officer", SignerPlace.Before))
            .Does("second-officer", new Reply("check", "同意"))
            .Refused("second-officer", Done("draft"), "step.separation");

    [Test]
    public void Nor_does_whoever_came_to_an_outcome_that_waits_for_signatures() =>
        Lodged(Beside)
            .Does("first-officer", new AddSigner("check", "legal-adviser", SignerPlace.After))
            .Does("first-officer", Done("check"))
            .Refused("first-officer", Done("draft"), "step.separation");

    [Test]
    public void A_deputy_carries_the_parting_of_whom_they_stand_in_for() =>
        Lodged(Beside, "2026-07-01")
            .Does("legal-adviser", "second-officer", Done("check"))
            .Refused("second-officer", Done("draft"), "step.separation")
            .Refused("legal-adviser", "second-officer", Done("draft"), "step.separation");
}

using Workflow.Definitions.Lint;
using Workflow.Definitions.Lint.Rules.Issuing;
using Workflow.Definitions.Lint.Rules.Silence;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Lint.Rules;

public sealed class MaterialRuleTests
{
    [Test]
    public void A_permit_that_may_ask_for_supplements_again_and_again_is_an_error() =>
        Drafts.Finds(
            Supplements.Twice,
            "Expected 'supplement' of 'accept' at most once, but it may be taken again and again.",
            """
            steps:
              - step: accept
                by: window.clerk
                outcomes:
                  accept: 受理
                  «supplement: {title: 补正, steps: [{step: hand-in, by: applicant}], back: {to: accept}}
            """
        );

    [Test]
    public void One_supplement_notice_passes_and_other_items_may_have_more()
    {
        Drafts.Passes(Supplements.Twice, Supplement("at-most: 1, "));
        Assert.That(
            Linter
                .Lint(
                    Drafts.Read(
                        $"process: p\ntitle: 样例\nin-force: 2024-01-01..\nitem: {"{"}code: A-1, type: 行政给付, lead: window{"}"}\noffices: {"{"}window: 窗口{"}"}\nparties: {"{"}applicant: 申请人{"}"}\n{Supplement("")}\n"
                    )
                )
                .Select(p => p.Code),
            Does.Not.Contain(Supplements.Twice.Code)
        );
    }

    [Test]
    public void A_promise_longer_than_the_office_promises_to_take_is_a_warning() =>
        Drafts.Finds(
            Promises.TooLong,
            "Expected the promise of 'lease' to last at most 5 working days, but it may last 6 working days.",
            """
            materials:
              note: 申请表
              lease: {title: 租赁合同, «promise: 6 working days}
            clocks:
              handling: {for: 20 working days, promise: 5 working days, from: accepted, until: decided, basis: internal}
            steps:
              - {step: accept, by: window.clerk, checks: materials, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [Test]
    public void A_promise_as_long_passes() =>
        Drafts.Passes(
            Promises.TooLong,
            """
            materials: {note: 申请表, lease: {title: 租赁合同, promise: 5 working days}}
            clocks:
              handling: {for: 20 working days, promise: 5 working days, from: accepted, until: decided, basis: internal}
            steps:
              - {step: accept, by: window.clerk, checks: materials, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [Test]
    public void Where_everything_may_be_promised_there_is_nothing_to_accept() =>
        Drafts.Finds(
            Promises.Everything,
            "Expected a material that has to be there, but every one may be promised.",
            """
            «materials: {lease: {title: 租赁合同, promise: 5 working days}, photo: {title: 照片, required: false}}
            steps:
              - {step: accept, by: window.clerk, checks: materials}
            """
        );

    [Test]
    public void One_material_that_has_to_be_there_is_enough() =>
        Drafts.Passes(
            Promises.Everything,
            """
            materials: {note: 申请表, lease: {title: 租赁合同, promise: 5 working days}}
            steps:
              - {step: accept, by: window.clerk, checks: materials}
            """
        );

    [Test]
    public void A_decision_on_a_promise_needs_after_care() =>
        Drafts.Finds(
            Promises.Forgotten,
            "Expected after-care in which the promise of 'proof' is checked, but the case is closed with its decision.",
            """
            materials: {note: 申请表, proof: {title: 资金证明, «promise: {for: 60 days, kind: 告知承诺}}}
            steps:
              - {step: accept, by: window.clerk, checks: materials}
            """
        );

    [Test]
    public void With_after_care_it_passes() =>
        Drafts.Passes(
            Promises.Forgotten,
            """
            materials: {note: 申请表, proof: {title: 资金证明, promise: {for: 60 days, kind: 告知承诺}}}
            steps:
              - {step: accept, by: window.clerk, checks: materials}
            after:
              - {step: look, by: bureau.officer, limit: 60 working days}
            """
        );

    [TestCase(
        "proof: {title: 证明, promise: {for: 5 days, on-expiry: accept}}",
        "p.yaml:8:66 error material.on_expiry Expected a step under 'any-time' to open when the promise of 'proof' ends, but 'accept' is not one. What follows from a broken promise is found by a person."
    )]
    [TestCase(
        "proof: {title: 证明, shared: 市库, promise: 5 days}",
        "p.yaml:8:55 error material.promise_of_share Expected a promise only for what the applicant hands in, but 'proof' is shared by 市库."
    )]
    [TestCase(
        "proof: {title: 证明, promise: {for: 5 days, kind: 口头}}",
        "p.yaml:8:72 error value.word Expected what the promise allows: 容缺受理, 告知承诺, but found '口头'."
    )]
    [TestCase("proof: {title: 证明, promise: {}}", "p.yaml:8:52 error file.missing_key Expected 'for' in the promise, but it is missing.")]
    public void What_is_wrong_with_a_material_is_told_with_its_place(string material, string expected)
    {
        var reading = Drafts.Read(
            $"process: p\ntitle: 样例\nin-force: 2024-01-01..\nitem: {"{"}code: A-1, type: 行政许可, lead: window{"}"}\noffices: {"{"}window: 窗口{"}"}\nparties: {"{"}applicant: 申请人{"}"}\n\nmaterials: {"{"}note: 申请表, {material}{"}"}\nsteps:\n  - {"{"}step: accept, by: window.clerk, checks: materials{"}"}\n"
        );
        Assert.That(reading.Problems.Select(p => p.English), Is.EqualTo(new[] { expected }));
    }

    private static string Supplement(string bound) =>
        $"""
            steps:
              - step: accept
                by: window.clerk
                outcomes:
                  accept: 受理
                  supplement: {"{"}title: 补正, {bound}steps: [{"{"}step: hand-in, by: applicant{"}"}], back: accept{"}"}
            """;
}

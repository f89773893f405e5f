using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Tests.Engine.Deciding.Steps;

/// <summary>A step at which nobody may act says what it waits for.</summary>
public sealed class NobodyNamedTests
{
    private const string Form = "form: {where: {title: 承办机构, type: office}}";

    [Test]
    public void A_step_whose_office_nobody_named_says_so()
    {
        var refusal = Asked("  - {step: sign, title: 签署, by: form.where.officer, end: granted}", Form);
        Assert.That(refusal.Code, Is.EqualTo("step.no_office"));
        Assert.That(
            refusal.English.Sentence,
            Is.EqualTo("'签署' goes to the office named in '承办机构', which is empty, so nobody may act there.")
        );
        Assert.That(refusal.Chinese.Sentence, Is.EqualTo("“签署”由“承办机构”一栏填写的机构办理，该栏空着，无人可以办理。"));
    }

    [Test]
    public void So_does_a_joint_review_of_such_offices() =>
        Assert.That(
            Asked(
                new Answer
                {
                    Step = "sign",
                    Choice = "pass",
                    Opinion = "同意",
                },
                "  - {joint: sign, title: 会签, participants: [form.where.officer, form.where.clerk], decide: {pass: all, otherwise: fail}, "
                    + "outcomes: {pass: {title: 是, end: granted}, fail: {title: 否, end: refused}}}",
                Form
            ).Code,
            Is.EqualTo("step.no_office")
        );

    [Test]
    public void A_step_that_waits_for_a_day_still_says_that() =>
        Assert.That(
            Asked(
                "  - {wait: sign, title: 公示, limit: {for: 5 days, basis: internal, on-expiry: done}, outcomes: {done: {end: granted}}}"
            ).Code,
            Is.EqualTo("step.waits_for_day")
        );

    private static Refusal Asked(string step, string form = "") => Asked(new Complete { Step = "sign", Outcome = "done" }, step, form);

    private static Refusal Asked(CaseCommand command, string step, string form) =>
        OfficeCase.Lodged(step, form: form).Would("first-officer", command)!;
}

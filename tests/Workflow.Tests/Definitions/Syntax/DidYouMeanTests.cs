using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Syntax;

public sealed class DidYouMeanTests
{
    private const string Step =
        "  - {step: licence, by: aic.officer, outcomes: {grant: {title: 准予}, refuse: {title: 不予, marks: decided}}}\n";

    [TestCase("  - {step: a, by: aic.officer, titel: 标题}", "file.unknown_key", "Did you mean 'title'?")]
    [TestCase("  - {stpe: a, by: aic.officer}", "step.kind", "Did you mean 'step'?")]
    [TestCase("  - {by: aic.officer, step: a}", "step.kind", "Write 'step' first.")]
    [TestCase("  - {step: a, by: aci.officer}", "office.unknown", "Did you mean 'aic.officer'?")]
    [TestCase("  - {step: a, by: aplicant}", "who.unknown", "Did you mean 'applicant'?")]
    [TestCase("  - {step: a, by: aic}", "who.unknown", "Write the role too, as in aic.officer.")]
    [TestCase("  - {step: a, by: aic.oficer}", "role.unusual", "Did you mean 'officer'?")]
    [TestCase("  - {step: a, by: aic.officer, issues: license}", "document.unknown", "Did you mean 'licence'?")]
    [TestCase("  - {step: a, by: aic.officer, not-by: licnece}", "step.undeclared", "Did you mean 'licence'?")]
    [TestCase("  - {step: a, by: aic.officer, limit: {for: 1 day, from: decidded}}", "moment.unknown", "Did you mean 'decided'?")]
    [TestCase("  - {step: a, by: aic.officer, limit: {for: 1 day, on-expiry: doen}}", "outcome.unknown", "Did you mean 'done'?")]
    [TestCase("  - {step: a, by: aic.officer, when: licence = garnt}", "expression.unknown_option", "Did you mean 'grant'?")]
    [TestCase("  - {step: a, by: aic.officer, when: licnece = grant}", "expression.unknown_name", "Did you mean 'licence'?")]
    [TestCase("  - {step: a, by: aic.officer, when: form.aera > 3}", "expression.unknown_name", "Did you mean 'form.area'?")]
    [TestCase("  - {step: a, by: aic.officer, when: not decidde}", "expression.unknown_name", "Did you mean 'decided'?")]
    [TestCase("  - {step: a, by: aic.officer, when: form.kind = 租凭}", "expression.unknown_option", "Did you mean '租赁'?")]
    [TestCase("  - {step: a, by: aic.officer, needs: [licence.nubmer]}", "expression.unknown_name", "Did you mean 'licence.number'?")]
    [TestCase("  - {step: a, by: aic.officer, for-each: form.row}", "field.not_table", "Did you mean 'form.rows'?")]
    [TestCase("  - {step: a, by: aic.officer, remedies: fre}", "value.word", "Did you mean 'free'?")]
    [TestCase("  - {step: a, by: aic.officer, back: licnece}", "step.undeclared", "Did you mean 'licence'?")]
    [TestCase(
        "  - {joint: a, participants: [aic.officer, window.clerk], decide: {done: al, otherwise: done}}",
        "joint.threshold",
        "Did you mean 'all'?"
    )]
    [TestCase(
        "  - {joint: a, participants: [aic.officer, window.clerk], decide: {doen: all, otherwise: done}}",
        "outcome.unknown",
        "Did you mean 'done'?"
    )]
    [TestCase(
        "  - {joint: a, participants: [aic.officer, window.clerk], veto: aic.oficer}",
        "joint.unknown_participant",
        "Did you mean 'aic.officer'?"
    )]
    [TestCase("  - {step: a, by: aic.officer, limit: {for: 5 wroking days}}", "value.period", "Did you mean '5 working days'?")]
    [TestCase(
        "  - {step: a, by: aic.officer, limit: {for: twenty days}}",
        "value.period",
        "Write digits and a unit, such as '20 working days'."
    )]
    [TestCase("  - {use: servce}", "fragment.unknown", "Did you mean 'service'?")]
    [TestCase("  - {use: service, with: {windwo: window}}", "argument.unknown", "Did you mean 'window'?")]
    [TestCase("  - {step: a, by: aic.officer, asks: {d: {title: 天, type: dtae}}}", "value.word", "Did you mean 'date'?")]
    [TestCase("  - {step: a, by: aic.officer, asks: {heard: date}, marks: {m: haerd}}", "moment.day_field", "Did you mean 'heard'?")]
    public void A_slip_is_answered_with_the_word_that_was_meant(string step, string code, string hint)
    {
        var service = Readings.Files().Single(f => f.Name == "fragments/service.yaml");
        var reading = Readings.Read(Readings.Process(Step + step), service);
        Assert.That(
            reading.Problems.Select(p => (p.Code, p.In(Language.En).WayOut)),
            Does.Contain((code, (string?)hint)),
            string.Join('\n', reading.Problems)
        );
    }
}

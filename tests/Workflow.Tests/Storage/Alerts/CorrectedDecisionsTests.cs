using System.Collections.Immutable;
using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Storage.Alerts;
using Workflow.Storage.Running;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Storage.Alerts;

/// <summary>A form that is corrected after somebody has decided on it is looked at by a person.</summary>
public sealed class CorrectedDecisionsTests
{
    private const string Steps = """
          - {step: check, title: 审查, by: hall.clerk}
          - {step: sign, title: 签署, by: hall.leader, outcomes: {agree: {title: 同意}, disagree: {title: 不同意, reasons: required, end: refused}}}
          - {step: file, title: 归档, by: hall.clerk, end: granted}
        """;

    [Test]
    public async Task After_a_decision_it_is_told_and_before_it_nobody_need_look()
    {
        await using var office = await OfficeOnDisk.Open(
            SmallOffice.Process(Steps, "form: {amount: {title: 金额, type: number}}") + "\nends: {granted: 准予, refused: 不准予}"
        );
        var number = await office.Lodge();
        await Do(office, number, "clerk", Corrected(5_000));
        await Do(office, number, "clerk", Done("check"));
        await Do(office, number, "clerk", Corrected(6_000));
        Assert.That(Told(office), Is.Empty);
        await Do(office, number, "head", Done("sign", "agree"));
        await Do(office, number, "clerk", Corrected(9_999_999));
        Assert.That(
            Told(office),
            Is.EqualTo(
                new[]
                {
                    "The application form was corrected after '签署' had been decided: 金额; review whether the decision still stands.",
                }
            )
        );
        office.IsSound();
    }

    // The second decision comes before the first by its id.
    [Test]
    public async Task Of_several_decisions_the_latest_is_told()
    {
        await using var office = await OfficeOnDisk.Open(
            SmallOffice.Process(
                """
                  - {step: sign, title: 签署, by: hall.leader, outcomes: {agree: {title: 同意}, disagree: {title: 不同意, reasons: required, end: refused}}}
                  - {step: approve, title: 批准, by: hall.leader, outcomes: {agree: {title: 同意}, disagree: {title: 不同意, reasons: required, end: refused}}}
                  - {step: file, title: 归档, by: hall.clerk, end: granted}
                """,
                "form: {amount: {title: 金额, type: number}}"
            ) + "\nends: {granted: 准予, refused: 不准予}"
        );
        var number = await office.Lodge();
        await Do(office, number, "head", Done("sign", "agree"));
        await Do(office, number, "head", Done("approve", "agree"));
        await Do(office, number, "clerk", Corrected(9_999_999));
        Assert.That(
            Told(office),
            Is.EqualTo(
                new[]
                {
                    "The application form was corrected after '批准' had been decided: 金额; review whether the decision still stands.",
                }
            )
        );
    }

    private static CorrectForm Corrected(decimal amount) =>
        new(ImmutableSortedDictionary<string, FieldValue>.Empty.Add("amount", new NumberValue(amount)), "更正申请", "填写有误");

    private static async Task Do(OfficeOnDisk office, string number, string by, CaseCommand command) =>
        Assert.That(await office.Runner.Submit(number, new Request(by, command)), Is.InstanceOf<Written>());

    private static List<string> Told(OfficeOnDisk office) =>
        [
            .. new AlertList(office.Database)
                .Open()
                .Where(a => a.Kind == AlertKinds.CorrectedDecision)
                .Select(a => a.Message.English.Sentence),
        ];
}

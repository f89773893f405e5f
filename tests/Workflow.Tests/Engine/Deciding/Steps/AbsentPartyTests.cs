using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;

namespace Workflow.Tests.Engine.Deciding.Steps;

/// <summary>A party that was not named cannot be heard, so a case in which it must be heard is not lodged without it.</summary>
public sealed class AbsentPartyTests
{
    private const string Penalty = """
        process: penalty
        title: 处罚
        in-force: 2020-01-01..
        item: {code: P-1, type: 行政处罚, lead: hall}
        offices: {hall: 大厅}
        parties: {reporter: 举报人, respondent: 当事人}
        steps:
          - {step: statement, title: 陈述申辩, by: respondent, mandatory: true}
          - {step: decide, title: 决定, by: hall.clerk, end: decided}
        """;

    private static readonly PartyEntry Reporter = new("reporter", "citizen", "某人");

    [Test]
    public void Who_must_be_heard_is_named_when_the_case_is_lodged() =>
        Assert.That(Lodged(Penalty), Is.EqualTo("The case does not name the respondent."));

    [Test]
    public void So_it_is_where_they_answer_in_a_joint_review() =>
        Assert.That(
            Lodged(
                Penalty.Replaced(
                    "{step: statement, title: 陈述申辩, by: respondent, mandatory: true}",
                    "{joint: talk, mandatory: true, participants: [{by: respondent}, {by: hall.clerk}], limit: {for: 5 days, on-expiry: stop, basis: internal}, decide: {ok: all, otherwise: stop}, outcomes: {ok: {title: 可}, stop: {title: 否}}}"
                )
            ),
            Is.EqualTo("The case does not name the respondent.")
        );

    [Test]
    public void Named_they_have_the_step() => Assert.That(Lodged(Penalty, new PartyEntry("respondent", "stranger", "某店")), Is.Null);

    [Test]
    public void Without_the_word_the_step_does_not_apply() => Assert.That(Lodged(Penalty.Replaced(", mandatory: true", "")), Is.Null);

    private static string? Lodged(string process, params PartyEntry[] others) =>
        SmallOffice
            .Open(process)
            .Submit(null, new Request("clerk", new Lodge { Process = "penalty", Parties = [Reporter, .. others] }), SmallOffice.Monday)
            .Refusal?.English.Sentence;
}

using Workflow.Engine.Processes;

namespace Workflow.Tests.Engine.Processes;

/// <summary>The names that entries store are written and read by one type each.</summary>
public sealed class StoredKeysTests
{
    [TestCase("handling", "handling", null, 1)]
    [TestCase("handling#2", "handling", null, 2)]
    [TestCase("acceptance#12", "acceptance", null, 12)]
    [TestCase("review/planning.officer", "review", "planning.officer", 1)]
    [TestCase("review/planning.officer#2", "review", "planning.officer", 2)]
    [TestCase("opinions.review/applicant#3", "opinions.review", "applicant", 3)]
    [TestCase("consult[2]#3", "consult[2]", null, 3)]
    public void A_clock_says_step_participant_and_run(string text, string step, string? participant, int run)
    {
        Assert.That(ClockKey.Parse(text), Is.EqualTo(new ClockKey(step, participant, run)));
        Assert.That($"{ClockKey.Parse(text)}", Is.EqualTo(text));
    }

    [TestCase("review.reject", "review", "reject")]
    [TestCase("opinions.review.reject", "opinions.review", "reject")]
    [TestCase("consult[2].back", "consult[2]", "back")]
    public void An_outcome_says_step_and_outcome(string text, string step, string outcome)
    {
        Assert.That(OutcomeKey.Parse(text), Is.EqualTo(new OutcomeKey(step, outcome)));
        Assert.That($"{OutcomeKey.Parse(text)}", Is.EqualTo(text));
    }

    [TestCase("planning.officer", "planning", "officer")]
    [TestCase("local-tax.leader", "local-tax", "leader")]
    public void A_post_says_office_and_role(string text, string office, string role)
    {
        Assert.That(OfficeRole.Parse(text), Is.EqualTo(new OfficeRole(office, role)));
        Assert.That($"{OfficeRole.Parse(text)}", Is.EqualTo(text));
    }

    [TestCase("applicant")]
    [TestCase(".reject")]
    [TestCase("review.")]
    [TestCase("")]
    public void What_names_one_thing_is_no_pair(string text)
    {
        Assert.That(OutcomeKey.Parse(text), Is.Null);
        Assert.That(OfficeRole.Parse(text), Is.Null);
    }
}

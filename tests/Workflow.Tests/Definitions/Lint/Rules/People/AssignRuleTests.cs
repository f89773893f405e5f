using System.Text;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Lint.Rules.People;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Engine.Periods;

namespace Workflow.Tests.Definitions.Lint.Rules.People;

public sealed class AssignRuleTests
{
    [Test]
    public void A_partys_task_cannot_be_given_out() =>
        Drafts.Finds(
            Assignments.Party,
            "Expected the post of an office to give 'apply' to, but applicant is a party.",
            """
            steps:
              - {step: apply, by: applicant, «assign: round-robin}
            """
        );

    [Test]
    public void Nor_can_a_partys_answer_in_a_joint_review() =>
        Drafts.Finds(
            Assignments.Party,
            "Expected the post of an office whose answer at 'review' is given out, but applicant is a party.",
            """
            steps:
              - joint: review
                participants: [{by: bureau.officer, assign: least-loaded}, «{by: applicant, assign: round-robin}]
                decide: {pass: all, otherwise: fail}
                outcomes: {pass: {title: 通过}, fail: {title: 不通过, end: refused}}
            """
        );

    [Test]
    public void Nor_can_what_somebody_opens() =>
        Drafts.Finds(
            Assignments.AnyTime,
            "Expected a step that opens in its turn, but 'look' opens when somebody opens it.",
            """
            steps: [{step: review, by: bureau.officer}]
            any-time:
              - {step: look, by: bureau.officer, «if-nobody: alert}
            """
        );

    [Test]
    public void The_post_itself_is_no_help_where_it_has_nobody() =>
        Drafts.Finds(
            Assignments.Itself,
            "Expected another post than bureau.officer for 'review', but it is the same.",
            """
            steps:
              - {step: review, by: bureau.officer, «if-nobody: bureau.officer}
            """
        );

    [Test]
    public void What_only_the_person_can_enter_never_passes() =>
        Drafts.Finds(
            Assignments.NeverPasses,
            "Expected an outcome that needs nothing to be entered, but done asks for 'size' at 'check'.",
            """
            steps:
              - {step: draft, by: bureau.officer}
              - {step: check, by: bureau.officer, «same-person: {passes: done}, asks: {size: {title: 面积, type: number, required: true}}}
            """
        );

    [Test]
    public void All_three_pass_at_an_offices_step() =>
        Drafts.Passes(
            Assignments.NeverPasses,
            """
            steps:
              - {step: draft, by: bureau.officer, assign: least-loaded}
              - {step: check, by: bureau.officer, assign: round-robin, if-nobody: bureau.leader, same-person: {passes: done}}
            """
        );

    [TestCase("assign: lest-loaded", "value.word", "Expected how one person is found: least-loaded, round-robin, but found 'lest-loaded'.")]
    [TestCase(
        "if-nobody: bureau.nobody.at.all",
        "who.unknown",
        "Expected office.role, a party or STEP.field.role, but found 'bureau.nobody.at.all'."
    )]
    [TestCase("same-person: never", "assign.same_person", "Expected acts-again, or passes with an outcome, but found 'never'.")]
    [TestCase("same-person: {passes: agree}", "outcome.unknown", "Expected an outcome of 'draft', but found 'agree'.")]
    public void What_is_written_otherwise_is_told_with_its_place(string words, string code, string sentence)
    {
        var text = SmallOffice.Process(
            $"  - {{step: draft, title: 拟稿, by: hall.officer, {words.Replace("bureau", "hall", StringComparison.Ordinal)}}}"
        );
        var problem = DefinitionLibrary
            .Of([("p.yaml", Encoding.UTF8.GetBytes(text))])
            .Readings[0]
            .Problems.Single(p => p.Severity == Severity.Error);
        Assert.That(
            (problem.Code, problem.In(Language.En).Sentence),
            Is.EqualTo((code, sentence.Replace("bureau", "hall", StringComparison.Ordinal)))
        );
    }

    [TestCase("officers: 3", "'check' needs 3 people in hall.officer; the register has 2.")]
    [TestCase("qualified: 律师", "'check' needs somebody in hall.officer; the register has nobody.")]
    [TestCase("not-by: both", "'check' needs somebody in hall.officer; the register has nobody.")]
    public void With_the_register_a_step_that_leaves_nobody_is_a_warning(string rest, string sentence) =>
        Assert.That(Checked(rest).Select(p => p.In(Language.En).Sentence), Is.EqualTo(new[] { sentence }));

    [TestCase("officers: 2")]
    [TestCase("not-by: first")]
    public void Whoever_is_left_suffices(string rest) => Assert.That(Checked(rest), Is.Empty);

    [Test]
    public void Our_own_definitions_leave_somebody_for_each_step()
    {
        var problems = new Problems();
        var register = RegisterReader.ReadFolder(Repository.Definitions, problems)!;
        Assert.That(
            DefinitionLibrary.Load(Repository.Definitions).Readings.SelectMany(r => PostHolders.Check(r, register)).Select(p => p.English),
            Is.Empty
        );
    }

    [TestCase("  - {step: check, title: 丙, «by: hall.registrar}")]
    [TestCase("  - {step: check, title: 丙, by: hall.officer, «if-nobody: hall.registrar}")]
    [TestCase("  - {step: check, title: 丙, by: hall.officer, limit: {for: 5 working days, basis: internal, «escalate: [hall.registrar]}}")]
    [TestCase(
        "  - {step: check, title: 丙, by: hall.officer, limit: {for: 5 working days, basis: internal, «extend: {by: 5 working days, approver: hall.registrar}}}"
    )]
    [TestCase(
        "  - {joint: check, title: 丙, «participants: [hall.officer, hall.registrar], decide: {pass: all, otherwise: fail}, outcomes: {pass: 同意, fail: 不同意}}"
    )]
    [TestCase(
        "  - {joint: check, title: 丙, participants: [hall.officer, hall.leader], «decide: {by: hall.registrar}, outcomes: {pass: 同意, fail: 不同意}}"
    )]
    public void Every_post_that_a_process_counts_on_has_a_holder(string step)
    {
        var marked = SmallOffice.Process(step).Split('\n');
        var line = Array.FindIndex(marked, l => l.Contains('«', StringComparison.Ordinal));
        var text = string.Join('\n', marked).Replace("«", "", StringComparison.Ordinal);
        var found = PostHolders
            .Check(Reading(text), SmallOffice.World(text).Register)
            .Select(p => $"{p.At.Line}:{p.At.Column} {p.In(Language.En).Sentence}");
        Assert.That(
            found,
            Is.EqualTo(
                new[]
                {
                    $"{line + 1}:{marked[line].IndexOf('«', StringComparison.Ordinal) + 1} Expected somebody to hold hall.registrar while the process is in force, but the register names nobody.",
                }
            )
        );
    }

    [Test]
    public void Who_held_a_post_only_before_the_process_began_holds_none_of_it()
    {
        var text = SmallOffice.Process("  - {step: check, title: 丙, by: hall.officer}");
        var office = SmallOffice.World(text).Register;
        var gone = office.People.Select(p =>
            p with
            {
                Posts = [.. p.Posts.Select(x => x with { Days = new PeriodInForce(new DateOnly(2000, 1, 1), new DateOnly(2009, 12, 31)) })],
            }
        );
        var register = new Register(office.Organisations, gone, office.Items);
        Assert.That(PostHolders.Check(Reading(text), register).Select(p => p.Code), Is.All.EqualTo("post.vacant").And.Not.Empty);
    }

    private static IEnumerable<Problem> Checked(string rest) =>
        PostHolders.Check(Reading(Threefold(rest)), SmallOffice.World(Threefold(rest)).Register);

    private static string Threefold(string rest) =>
        SmallOffice.Process(
            $$"""
              - {step: first, title: 甲, by: hall.officer}
              - {step: both, title: 乙, by: hall.officer, officers: 2}
              - {step: check, title: 丙, by: hall.officer, {{rest}}}
            """
        );

    private static DefinitionReading Reading(string text) => DefinitionLibrary.Of([("p.yaml", Encoding.UTF8.GetBytes(text))]).Readings[0];
}

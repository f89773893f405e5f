using Workflow.Definitions.Lint.Rules.Issuing;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Lint.Rules.Issuing;

public sealed class TerminationRuleTests
{
    private const string Decides = """
        documents:
          refusal: {title: 不予许可决定书, states: [reasons, remedies]}
          stopped: {title: 终止办理决定书, states: [reasons, remedies]}
        steps:
          - {step: decide, by: bureau.officer, mandatory: true, outcomes: {refuse: {title: 不予许可, reasons: required, remedies: free, issues: refusal}}}
          - {step: deliver, by: window.clerk, mandatory: true, outcomes: {done: {title: 已送达, serves: all, end: refused}}}
        """;

    private const string Named = "terminate: {issues: stopped, remedies: free, grounds: {gone: 申请人死亡或者终止}}";

    private const string Filed =
        "after: [{step: file, by: bureau.officer, limit: {for: 15 working days, escalate: [bureau.leader], basis: internal}}]";

    private const string Served = "after: [{step: serve, by: window.clerk, when: terminated, serves: all}]";

    [Test]
    public void A_process_that_names_no_ground_of_a_termination_is_a_warning() =>
        Drafts.Finds(
            Terminations.Unnamed,
            "Expected 'p' to name paper, grounds and remedies of a termination, but it names none.",
            $"«process: p\n{Decides}\n{Filed}"
        );

    [TestCase("parties: {}")]
    [TestCase("item: {code: A-1, type: 行政处罚, lead: bureau}")]
    public void Where_nobody_has_applied_nothing_is_missing(string line) =>
        Drafts.Passes(Terminations.Unnamed, $"{line}\n{Decides}\n{Filed}");

    [Test]
    public void Nor_where_no_file_waits_for_a_remedy() => Drafts.Passes(Terminations.Unnamed, Decides);

    [Test]
    public void A_process_without_remedies_is_silent() =>
        Drafts.Passes(Terminations.Unnamed, "steps:\n  - {step: note, by: bureau.officer, end: noted}\n" + Filed);

    [Test]
    public void A_termination_that_is_told_on_paper_and_served_passes()
    {
        var draft = $"{Decides}\n{Named}\n{Served}";
        Drafts.Passes(Terminations.Unnamed, draft);
        Drafts.Passes(Terminations.Unstated, draft);
        Drafts.Passes(Terminations.Unserved, draft);
    }

    [Test]
    public void A_paper_that_states_no_remedies_is_an_error() =>
        Drafts.Finds(
            Terminations.Unstated,
            "Expected 'stopped', by which the case is terminated, to state reasons and remedies, but it does not.",
            $"{Decides.Replace("stopped: {title: 终止办理决定书, states: [reasons, remedies]}", "stopped: {title: 终止办理决定书, states: reasons}", StringComparison.Ordinal)}\nterminate: {"{"}«issues: stopped, remedies: free, grounds: {"{"}gone: 申请人死亡或者终止{"}}"}\n{Served}"
        );

    [Test]
    public void A_paper_that_the_after_care_does_not_serve_is_an_error() =>
        Drafts.Finds(
            Terminations.Unserved,
            "Expected a step under 'after' that serves 'stopped', by which the case is terminated, but there is none.",
            $"{Decides}\nterminate: {"{"}«issues: stopped, remedies: free, grounds: {"{"}gone: 申请人死亡或者终止{"}}"}\nafter: [{"{"}step: file, by: bureau.officer{"}"}]"
        );

    // What the block says is read where it stands.
    [TestCase(
        "terminate: {issues: nothing, remedies: free, grounds: {gone: 灭失}}",
        "Expected a document declared under 'documents', but found 'nothing'."
    )]
    [TestCase("terminate: {issues: stopped, grounds: {gone: 灭失}}", "Expected 'remedies' in the termination, but it is missing.")]
    [TestCase("terminate: {issues: stopped, remedies: free}", "Expected 'grounds' in the termination, but it is missing.")]
    [TestCase(
        "terminate: {issues: stopped, remedies: free, grounds: {gone: {title: 灭失, end: refused}}}",
        "Expected a key of a ground, but found 'end'."
    )]
    public void A_slip_in_the_block_is_told(string block, string sentence) =>
        Assert.That(Drafts.Read($"{Head}\n{Decides}\n{block}").Problems.Select(p => p.In(Language.En).Sentence), Does.Contain(sentence));

    private const string Head = """
        process: p
        title: 样例
        item: {code: A-1, type: 行政许可, lead: bureau}
        in-force: 2024-01-01..
        offices: {bureau: 主管局, window: 窗口}
        parties: {applicant: 申请人}
        """;
}

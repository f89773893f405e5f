using Workflow.Definitions.Lint.Rules.Issuing;

namespace Workflow.Tests.Definitions.Lint.Rules.Issuing;

/// <summary>What a paper has to say, so that it holds.</summary>
public sealed class PaperRuleTests
{
    private const string Refusing = """
        documents: {refusal: {title: 不予许可决定书, states: [reasons, remedies]}}
        steps:
          - step: decide
            by: bureau.officer
            outcomes:
              grant: 准予
              refuse: {reasons: required, remedies: free, «issues: refusal}
        """;

    [Test]
    public void A_refusal_that_names_no_organ_is_a_warning() =>
        Drafts.Finds(
            PaperTerms.Unnamed,
            "Expected 'refusal' of 'bureau' to name the organ of reconsideration, but nothing says which it is.",
            "remedies: {court: 示范区人民法院}\n" + Refusing
        );

    [Test]
    public void A_refusal_that_names_no_court_is_a_warning() =>
        Drafts.Finds(
            PaperTerms.Unnamed,
            "Expected 'refusal' of 'bureau' to name the court, but nothing says which it is.",
            "remedies: {reconsideration: 示范市人民政府}\n" + Refusing
        );

    [Test]
    public void A_refusal_that_names_both_passes() =>
        Drafts.Passes(
            PaperTerms.Unnamed,
            ("remedies: {reconsideration: 示范市人民政府, court: 示范区人民法院}\n" + Refusing).Replaced("«", "")
        );

    [Test]
    public void A_refusal_of_a_department_that_names_the_government_alone_is_a_warning_where_the_party_could_choose() =>
        Drafts.Finds(
            PaperTerms.OneOrgan,
            "Expected 'refusal' of 'bureau' to name the government and the superior department to choose from on 2020-01-01, but it names '示范市人民政府' alone.",
            Remedied("2020-01-01..", "reconsideration: 示范市人民政府")
        );

    [TestCase("2020-01-01..", "reconsideration: 示范市人民政府或者示范省主管厅")]
    [TestCase("2020-01-01..", "reconsideration: 示范省主管厅或者示范市人民政府")]
    [TestCase("2020-01-01..", "reconsideration: 示范省主管厅")] // where only the superior department may be asked
    [TestCase(
        "2020-01-01..",
        "reconsideration: 示范市人民政府, before: {day: 2024-01-01, reconsideration: 示范市人民政府或者示范省主管厅}"
    )]
    [TestCase("2024-01-01..", "reconsideration: 示范市人民政府")]
    public void A_refusal_that_names_whom_the_party_could_choose_passes(string inForce, string organs) =>
        Drafts.Passes(PaperTerms.OneOrgan, Remedied(inForce, organs).Replaced("«", ""));

    private static string Remedied(string inForce, string organs) =>
        $"in-force: {inForce}\nremedies: {{court: 示范区人民法院, {organs}}}\n" + Refusing;

    [Test]
    public void A_refusal_without_a_law_of_its_own_is_a_warning() =>
        Drafts.Finds(
            PaperTerms.NoBasis,
            "Expected 'refusal' to rest on a law of its own after 'refuse' of 'decide', but none is written.",
            Refusing.Replaced("«", "").Replaced("{refusal:", "{«refusal:")
        );

    [TestCase("basis: internal")]
    [TestCase("basis: 行政许可法(2019) 第三十八条第二款")]
    public void A_refusal_with_a_basis_passes(string basis) => Drafts.Passes(PaperTerms.NoBasis, Refusing.Replaced("«", $"{basis}, "));

    [TestCase("建设工程消防设计审查验收管理暂行规定(2023) 第三十一条第一款", "was not compared with its text")]
    [TestCase("建设工程消防设计审查验收管理暂行规定(2023) 第三十一条第二款", "is not in the file of the law")]
    public void A_paper_that_cites_what_nobody_has_read_is_an_error(string basis, string why)
    {
        var message = $"Expected 'refusal' to cite what somebody has read, but {basis} {why}.";
        Drafts.Finds(
            UnreadLaw.Rule,
            message,
            Refusing.Replaced("«", "").Replaced("states: [reasons, remedies]", $"states: [reasons, remedies], basis: «{basis}")
        );
        Drafts.Finds(UnreadLaw.Rule, message, Refusing.Replaced("«issues: refusal", $"issues: refusal, basis: «{basis}"));
    }

    [TestCase("basis: internal")]
    [TestCase("basis: 行政许可法(2019) 第三十八条第二款")]
    [TestCase("basis: 某市条例(2020) 第四条")]
    public void A_paper_that_cites_what_was_read_or_has_no_file_passes(string basis) =>
        Drafts.Passes(UnreadLaw.Rule, Refusing.Replaced("«", $"{basis}, "));

    [Test]
    public void An_extension_that_tells_no_new_day_is_a_warning() =>
        Drafts.Finds(
            PaperTerms.Extension,
            "Expected 'later' to state why 'handling' is extended and until when, but it does not.",
            Extended("reasons", "«")
        );

    [Test]
    public void An_extension_with_reasons_and_day_passes() => Drafts.Passes(PaperTerms.Extension, Extended("[reasons, due]", ""));

    [Test]
    public void A_paper_with_a_day_that_nothing_sets_is_a_warning() =>
        Drafts.Finds(
            PaperTerms.NoDay,
            "Expected 'done' of 'accept' to start a period whose last day 'notice' states, but none starts.",
            Noticed("marks: received, «issues: notice")
        );

    [Test]
    public void A_paper_with_the_day_of_a_clock_passes() => Drafts.Passes(PaperTerms.NoDay, Noticed("marks: accepted, issues: notice"));

    [Test]
    public void A_placeholder_with_a_slip_is_an_error_and_names_what_was_meant() =>
        Drafts.Finds(
            TemplateNames.Slip,
            "Expected '<form.reach>' in the template of 'permit', but found '<form.reech>', which would go out as it is written.",
            Templated("兹准予<party>在<form.reech>采砂")
        );

    [Test]
    public void A_placeholder_that_no_paper_knows_is_an_error() =>
        Drafts.Finds(
            TemplateNames.Unknown,
            "Expected placeholders that papers know in the template of 'permit', but found '<applicant>', which would go out as it is written.",
            Templated("兹准予<applicant>采砂")
        );

    [TestCase("<office><title><number><party><matter><case><conclusion><reasons><remedies><basis><day>")]
    [TestCase("<form.reach>，<decide.until>，<due.decide>")]
    public void Placeholders_that_papers_know_pass(string template) =>
        Drafts.Passes(TemplateNames.Unknown, Templated(template).Replace("«", "", StringComparison.Ordinal));

    private static string Templated(string template) =>
        $$$"""
            form: {reach: {title: 河段, type: text}}
            documents: {permit: {title: 许可证, «template: "{{{template}}}"}}
            steps: [{step: decide, by: bureau.officer, limit: {for: 5 working days, basis: internal}, asks: {until: {title: 截止, type: date}}, issues: permit}]
            """;

    private static string Extended(string states, string mark) =>
        $$$"""
            documents: {later: {title: 延期告知书, states: {{{states}}}}}
            clocks:
              handling: {for: 20 working days, from: accepted, until: decided, {{{mark}}}extend: {by: 10 working days, approver: bureau.leader, issues: later}, basis: internal}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """;

    private static string Noticed(string accept) =>
        $$$"""
            documents: {notice: {title: 受理通知书, states: due}}
            clocks:
              handling: {for: 20 working days, from: accepted, until: decided, basis: internal}
            steps:
              - {step: accept, by: window.clerk, {{{accept}}}}
              - {step: examine, by: bureau.officer, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """;
}

using Workflow.Definitions.Lint.Rules;

namespace Workflow.Tests.Definitions.Lint.Rules;

/// <summary>Who gives some titles in English gives all: a process half in English is no use to who reads only that.</summary>
public sealed class TitleRuleTests
{
    [Test]
    public void A_step_without_english_beside_others_that_have_it_is_a_warning() =>
        Drafts.Finds(
            HalfTranslated.Rule,
            "Expected an English title beside '受理', as others in the file have one.",
            """
            offices: {bureau: {zh: 主管局, en: Bureau}}
            parties: {applicant: {zh: 申请人, en: applicant}}
            steps:
              - «{step: accept, title: 受理, by: bureau.officer}
              - {step: decide, title: {zh: 决定, en: Decision}, by: bureau.officer, outcomes: {grant: {title: {zh: 准予, en: Granted}, end: granted}}}
            """
        );

    [Test]
    public void A_ground_without_english_is_a_warning_unless_its_law_gives_it() =>
        Drafts.Finds(
            HalfTranslated.Rule,
            "Expected an English title beside '整改', as others in the file have one.",
            """
            offices: {bureau: {zh: 主管局, en: Bureau}}
            parties: {applicant: {zh: 申请人, en: applicant}}
            clocks:
              handling: {title: {zh: 办理期限, en: Limit}, for: 20 working days, from: accepted, until: decided, «not-counted: [听证, 整改], basis: 行政许可法(2019) 第四十二条第一款}
            steps:
              - {step: accept, title: {zh: 受理, en: Acceptance}, by: bureau.officer, marks: accepted}
              - {step: decide, title: {zh: 决定, en: Decision}, by: bureau.officer, marks: decided, outcomes: {grant: {title: {zh: 准予, en: Granted}, end: granted}}}
            """
        );

    [TestCase("{step: decide, title: 决定, by: bureau.officer, outcomes: {grant: {title: 准予, end: granted}}}")]
    [TestCase("{step: decide, by: bureau.officer, end: granted}")]
    public void A_file_without_any_english_is_silent_whatever_its_head_says(string step) =>
        Drafts.Passes(
            HalfTranslated.Rule,
            $"title: {{zh: 样例, en: Sample}}\nends: {{granted: {{zh: 准予, en: Granted}}}}\nsteps:\n  - {step}\n"
        );

    [Test]
    public void A_title_in_latin_letters_and_a_step_without_any_need_no_english() =>
        Drafts.Passes(
            HalfTranslated.Rule,
            """
            offices: {bureau: {zh: 主管局, en: Bureau}}
            parties: {applicant: {zh: 申请人, en: applicant}}
            steps:
              - {step: gis, title: GIS, by: bureau.officer}
              - {step: decide, by: bureau.officer, end: granted}
            """
        );
}

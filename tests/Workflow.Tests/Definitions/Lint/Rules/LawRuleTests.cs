using Workflow.Definitions.Lint.Rules.Clocks;
using Workflow.Definitions.Lint.Rules.Issuing;
using Workflow.Definitions.Lint.Rules.Silence;

namespace Workflow.Tests.Definitions.Lint.Rules;

public sealed class LawRuleTests
{
    [Test]
    public void A_permit_by_silence_under_an_internal_rule_is_an_error() =>
        Drafts.Finds(
            SilentConsent.Decision,
            "Expected a law behind 'grant' of 'decide' by silence, but its basis is internal and it issues 'licence'.",
            """
            documents: {licence: {title: 许可证, number: entered}}
            steps:
              - step: decide
                by: bureau.officer
                limit: {for: 5 working days, «on-expiry: grant}
                outcomes:
                  grant: {title: 准予, issues: licence}
                  other: 其他
            """
        );

    [Test]
    public void Acceptance_by_silence_under_an_internal_rule_is_an_error_where_it_starts_a_period_of_law() =>
        Drafts.Finds(
            SilentConsent.Decision,
            "Expected a law behind 'accept' of 'acceptance' by silence, but its basis is internal and it starts the period 'handling' of 行政许可法.",
            """
            clocks:
              handling: {for: 20 working days, from: accepted, until: decided, basis: 行政许可法(2019) 第四十二条第一款}
            steps:
              - step: acceptance
                by: window.clerk
                limit: {for: 5 working days, «on-expiry: accept}
                outcomes:
                  accept: {title: 受理, marks: accepted}
                  wait: 暂缓
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [Test]
    public void Acceptance_by_silence_under_its_article_passes() =>
        Drafts.Passes(
            SilentConsent.Decision,
            """
            clocks:
              handling: {for: 20 working days, from: accepted, until: decided, basis: 行政许可法(2019) 第四十二条第一款}
            steps:
              - step: acceptance
                by: window.clerk
                limit: {for: 5 working days, on-expiry: accept, basis: 行政许可法(2019) 第三十二条第一款第四项}
                outcomes:
                  accept: {title: 受理, marks: accepted}
                  wait: 暂缓
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [Test]
    public void An_opinion_by_silence_is_a_warning() =>
        Drafts.Finds(
            SilentConsent.Opinion,
            "Expected a person to give 'agree' at 'consult', but an internal rule gives it by silence.",
            """
            steps:
              - step: consult
                by: other.officer
                limit: {for: 5 working days, «on-expiry: agree}
                outcomes: {agree: 同意, object: 有异议}
            """
        );

    [Test]
    public void Silence_that_is_no_opinion_passes() =>
        Drafts.Passes(
            SilentConsent.Opinion,
            """
            steps:
              - step: consult
                by: other.officer
                limit: {for: 5 working days, on-expiry: silent}
                outcomes: {agree: 同意, silent: 未回复}
            """
        );

    [Test]
    public void A_partys_silence_that_ends_the_case_is_an_error() =>
        Drafts.Finds(
            SilentAbandonment.ByItself,
            "Expected a person to find what the silence at 'supplement' means, but 'lapse' ends the case by itself.",
            """
            steps:
              - step: supplement
                by: applicant
                limit: {for: 10 working days, «on-expiry: lapse, basis: 行政复议法(2023) 第三十一条}
                outcomes:
                  done: 已补正
                  lapse: {title: 逾期, end: abandoned}
            """
        );

    [Test]
    public void A_persons_finding_after_the_silence_passes() =>
        Drafts.Passes(
            SilentAbandonment.ByItself,
            """
            steps:
              - step: supplement
                by: applicant
                limit: {for: 10 working days, on-expiry: lapse, basis: internal}
                outcomes:
                  done: 已补正
                  lapse: {title: 逾期, steps: [{step: finding, by: window.clerk}], end: abandoned}
            """
        );

    [Test]
    public void A_partys_silence_that_another_law_deems_the_end_is_a_warning() =>
        Drafts.Finds(
            SilentAbandonment.ByLaw,
            "Expected a person to find what the silence at 'supplement' means, but 'lapse' ends the case by itself.",
            """
            steps:
              - step: supplement
                by: applicant
                limit: {for: 10 working days, «on-expiry: lapse, basis: 湖南省行政程序规定(2022) 第六十五条}
                outcomes:
                  done: 已补正
                  lapse: {title: 逾期, end: abandoned}
            """
        );

    [Test]
    public void A_partys_silence_that_lets_the_case_go_on_passes() =>
        Drafts.Passes(
            SilentAbandonment.ByLaw,
            """
            steps:
              - step: reply
                by: applicant
                limit: {for: 10 working days, on-expiry: none-given, basis: 行政复议法(2023) 第四十八条}
                outcomes: {done: 已答复, none-given: 未答复}
            """
        );

    [Test]
    public void An_edition_that_is_not_in_force_is_an_error() =>
        Drafts.Finds(
            Editions.NotInForce,
            "Expected 行政复议法(2017) to be in force throughout 2024-01-01.., but it is in force 2018-01-01..2023-12-31.",
            """
            clocks:
              handling: {for: 60 days, from: accepted, until: decided, basis: «行政复议法(2017) 第三十一条}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [Test]
    public void An_edition_that_ends_before_the_definition_is_an_error() =>
        Drafts.Finds(
            Editions.NotInForce,
            "Expected 行政许可法(2003) to be in force throughout 2015-01-01.., but it is in force 2004-07-01..2019-04-22.",
            """
            in-force: 2015-01-01..
            «basis: 行政许可法(2003) 第四十二条
            steps: [{step: decide, by: bureau.officer}]
            """
        );

    [Test]
    public void An_edition_in_force_throughout_passes() =>
        Drafts.Passes(
            Editions.NotInForce,
            """
            in-force: 2015-01-01..2019-04-22
            basis: 中华人民共和国行政许可法(2003) 第四十二条
            steps: [{step: decide, by: bureau.officer}]
            """
        );

    [Test]
    public void A_year_without_an_edition_is_an_error() =>
        Drafts.Finds(
            Editions.UnknownEdition,
            "Expected an edition of 行政处罚法, but there is none of 2020.",
            """
            «basis: 行政处罚法(2020) 第六十条
            steps: [{step: decide, by: bureau.officer}]
            """
        );

    [Test]
    public void A_year_with_an_edition_passes() =>
        Drafts.Passes(
            Editions.UnknownEdition,
            """
            basis: 行政处罚法(2021) 第六十条
            steps: [{step: decide, by: bureau.officer}]
            """
        );

    [Test]
    public void Days_that_nobody_compared_with_the_text_are_told_as_such() =>
        Drafts.Finds(
            Editions.NotInForce,
            "Expected 代表法(1992) to be in force throughout 2024-01-01.., but it is in force 1992-04-03..2009-08-26 "
                + "(days that nobody has compared with its text).",
            """
            «basis: 代表法(1992) 第三条
            steps: [{step: decide, by: bureau.officer}]
            """
        );

    [TestCase("行政许可法(2019)", "第九百条", 83)]
    [TestCase("行政许可法(2003)", "第八十四条第一款", 83)]
    [TestCase("行政诉讼法(2017)", "第一百零四条", 103)]
    [TestCase("民法典(2020)", "第一千二百六十一条", 1260)]
    public void An_article_beyond_the_last_is_an_error(string edition, string article, int articles) =>
        Drafts.Finds(
            Editions.UnknownArticle,
            $"Expected an article of {edition}, which has {articles}, but there is no {article}.",
            $"""
            «basis: {edition} {article}
            steps: [{"{"}step: decide, by: bureau.officer{"}"}]
            """
        );

    [TestCase("clocks:\n  c: {for: 5 days, from: accepted, until: decided, basis: «行政许可法(2019) 第九百条}")]
    [TestCase("documents: {licence: {title: 证, basis: «行政许可法(2019) 第九百条}}")]
    [TestCase(
        "clocks:\n  c: {limits: [{for: 5 days, basis: 行政许可法(2019) 第九百条}], from: accepted, until: decided, basis: «internal}"
    )]
    public void It_is_found_wherever_it_is_cited(string cited) =>
        Drafts.Finds(
            Editions.UnknownArticle,
            "Expected an article of 行政许可法(2019), which has 83, but there is no 第九百条.",
            $$"""
            {{cited}}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [TestCase("行政许可法(2019) 第八十三条")]
    [TestCase("民法典(2020) 第一千二百六十条")]
    [TestCase("市场监督管理行政处罚听证办法(2021) 第九百条")]
    [TestCase("税收征收管理法实施细则(2016)")]
    public void The_last_article_and_a_law_whose_articles_nobody_counted_pass(string basis) =>
        Drafts.Passes(Editions.UnknownArticle, $"basis: {basis}\nsteps: [{"{"}step: decide, by: bureau.officer{"}"}]");

    [Test]
    public void A_law_that_lint_does_not_know_is_a_warning() =>
        Drafts.Finds(
            Editions.UnknownLaw,
            "Expected a law whose editions are known, but 某市办法 is not among them.",
            """
            «basis: 某市办法(2020) 第三条
            steps: [{step: decide, by: bureau.officer}]
            """
        );

    [Test]
    public void A_law_that_is_nearly_a_known_one_is_told_its_name() =>
        Assert.That(
            Drafts.English("basis: 行政许可发(2019) 第三条\nsteps: [{step: decide, by: bureau.officer}]"),
            Has.Some.Contains(
                "basis.unknown_law Expected a law whose editions are known, but 行政许可发 is not among them. Did you mean '行政许可法'?"
            )
        );

    [Test]
    public void An_internal_rule_needs_no_edition() =>
        Drafts.Passes(
            Editions.UnknownLaw,
            """
            basis: internal
            steps: [{step: decide, by: bureau.officer}]
            """
        );

    [Test]
    public void An_internal_period_called_statutory_is_an_error() =>
        Drafts.Finds(
            StatutoryLabel.Rule,
            "Expected a law behind '法定办理期限', but the basis of 'handling' is internal.",
            """
            clocks:
              handling: {«title: 法定办理期限, for: 20 working days, from: accepted, until: decided, basis: internal}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [Test]
    public void A_period_of_law_may_be_called_statutory() =>
        Drafts.Passes(
            StatutoryLabel.Rule,
            """
            clocks:
              handling: {title: 法定办理期限, for: 20 working days, from: accepted, until: decided, basis: 行政许可法(2019) 第四十二条第一款}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [Test]
    public void Consent_by_silence_under_an_article_that_says_it_is_none_is_an_error() =>
        Drafts.Finds(
            SilenceByLaw.Against,
            "Expected 'agree' of 'opinion' by silence to stand in 政府信息公开条例(2019) 第三十二条, but there silence means something else.",
            """
            steps:
              - step: opinion
                by: applicant
                limit: {for: 15 working days, «on-expiry: agree, basis: 政府信息公开条例(2019) 第三十二条}
                outcomes: {agree: 同意公开, object: 不同意公开}
            """
        );

    [Test]
    public void So_it_is_where_one_of_several_is_silent() =>
        Drafts.Finds(
            SilenceByLaw.Against,
            "Expected 'agree' of 'review' by silence to stand in 政府信息公开条例(2019) 第三十二条, but there silence means something else.",
            """
            steps:
              - joint: review
                participants: [bureau.officer, {by: other.officer, limit: {for: 15 working days, «on-expiry: agree, basis: 政府信息公开条例(2019) 第三十二条}}]
                decide: {agree: all, otherwise: object}
                outcomes: {agree: 同意公开, object: 不同意公开}
            """
        );

    [Test]
    public void Silence_that_an_article_deems_consent_passes() =>
        Drafts.Passes(
            SilenceByLaw.Against,
            """
            steps:
              - step: opinion
                by: other.officer
                limit: {for: 15 working days, on-expiry: agree, basis: 政府信息公开条例(2019) 第三十四条}
                outcomes: {agree: 同意公开, object: 不同意公开}
            """
        );

    [TestCase("«as-of: start, on-expiry: accept", "行政复议法(2023) 第三十条第三款", 5)]
    [TestCase("«on-expiry: accept, as-of: due", "行政许可法(2019) 第三十二条第一款第四项", 5)]
    [TestCase("«on-expiry: accept", "行政许可法(2019) 第三十二条第一款第四项", 5)]
    public void Acceptance_by_silence_as_of_another_day_than_the_articles_is_an_error(string expiry, string basis, int days) =>
        Drafts.Finds(
            SilenceByLaw.OtherDay,
            $"Expected 'accept' of 'acceptance' by silence to take effect on the day set by {basis}, but it takes effect on another.",
            $$"""
            steps:
              - step: acceptance
                by: window.clerk
                limit: {for: {{days}} working days, {{expiry}}, basis: {{basis}}}
                outcomes: {accept: 受理, wait: 暂缓}
            """
        );

    [TestCase("on-expiry: accept", "行政复议法(2023) 第三十条第三款")]
    [TestCase("on-expiry: accept, as-of: start", "行政许可法(2019) 第三十二条第一款第四项")]
    [TestCase("on-expiry: wait", "行政许可法(2019) 第三十二条第一款第四项")]
    public void The_day_of_the_article_passes(string expiry, string basis) =>
        Drafts.Passes(
            SilenceByLaw.OtherDay,
            $$"""
            steps:
              - step: acceptance
                by: window.clerk
                limit: {for: 5 working days, {{expiry}}, basis: {{basis}}}
                outcomes: {accept: 受理, wait: 暂缓}
            """
        );

    [Test]
    public void A_paper_whose_edition_has_lapsed_is_an_error() =>
        Drafts.Finds(
            LapsedBases.Rule,
            "Expected a basis in force on 2024-01-01, but 建设工程消防设计审查验收管理暂行规定(2020) is in force 2020-06-01..2023-10-29, "
                + "and none beside it covers that day.",
            """
            documents: {opinion: {title: 消防验收意见书, basis: «建设工程消防设计审查验收管理暂行规定(2020) 第三十条第一款}}
            steps: [{step: decide, by: bureau.officer, issues: opinion}]
            """
        );

    [Test]
    public void A_limit_whose_edition_lapses_on_the_way_is_an_error() =>
        Drafts.Finds(
            LapsedBases.Rule,
            "Expected a basis in force on 2023-10-30, but 建设工程消防设计审查验收管理暂行规定(2020) is in force 2020-06-01..2023-10-29, "
                + "and none beside it covers that day.",
            """
            in-force: 2020-01-01..
            clocks:
              fire:
                limits: [{when: accepted >= 2020-06-01, for: 15 days, basis: 建设工程消防设计审查验收管理暂行规定(2020) 第三十条第一款}]
                from: accepted
                until: decided
                basis: «internal
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [TestCase(", {for: 15 days, basis: 建设工程消防设计审查验收管理暂行规定(2023) 第三十一条第一款}")]
    [TestCase(", {for: 15 days, basis: internal}")]
    public void A_limit_beside_it_covers_the_days_after(string beside) =>
        Drafts.Passes(
            LapsedBases.Rule,
            $$"""
            in-force: 2020-01-01..
            clocks:
              fire:
                limits: [{when: accepted < 2023-10-30, for: 15 days, basis: 建设工程消防设计审查验收管理暂行规定(2020) 第三十条第一款}{{beside}}]
                from: accepted
                until: decided
                basis: internal
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """
        );

    [TestCase("accepted < 2023-10-30", "other")]
    [TestCase("accepted <= 2023-12-31", "opinion")]
    public void A_paper_passes_whose_step_ends_with_its_edition_or_that_has_one_beside_it(string when, string title) =>
        Drafts.Passes(
            LapsedBases.Rule,
            $$"""
            in-force: 2020-06-01..
            documents:
              old: {title: opinion, basis: 建设工程消防设计审查验收管理暂行规定(2020) 第三十条第一款}
              new: {title: {{title}}, basis: 建设工程消防设计审查验收管理暂行规定(2023) 第三十一条第一款}
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: earlier, by: bureau.officer, when: {{when}}, issues: old}
              - {step: later, by: bureau.officer, when: accepted >= 2023-10-30, issues: new}
            """
        );
}

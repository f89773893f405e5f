using System.Collections.Immutable;
using Workflow.Definitions.Wording;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;

namespace Workflow.Tests.Engine.Deciding.Documents;

/// <summary>What makes a paper hold: whose it is, on what it rests, what it says, and that it is not issued without it.</summary>
public sealed class PaperTests
{
    private const string Head = """
        materials: {plan: 平面图, deed: {title: 产权证, valid: required}}
        documents:
          notice: {title: 受理通知书, number: none, states: due, basis: 行政许可法(2019) 第三十二条第一款第五项}
          supplement: {title: 补正告知书, number: <mark>补〔<year>〕<serial>号, states: [missing, due]}
          no-power: {title: 不予受理决定书, number: none, states: [reasons, remedies], fields: competent}
          extension: {title: 延期告知书, number: none, states: [reasons, due]}
          told: {title: 告知书, number: none, template: "<accept.competent>|<material.plan>|<due.handling>|<conclusion>"}
        clocks:
          handling: {title: 办理期限, for: 20 working days, from: accepted, until: decided, extend: {by: 10 working days, approver: hall.leader, issues: extension}, basis: 行政许可法(2019) 第四十二条第一款}
        """;

    private const string Steps = """
          - step: accept
            title: 受理
            by: hall.clerk
            checks: materials
            limit: {for: 5 working days, basis: 行政许可法(2019) 第三十二条第一款第四项}
            outcomes:
              accept: {title: 受理, materials: complete, marks: accepted, issues: notice}
              supplement:
                title: 补正
                at-most: 1
                issues: supplement
                steps: [{step: more, title: 提交补正材料, by: applicant, limit: {for: 10 days, roll: next-working-day, basis: internal}}]
                back: accept
              no-power: {title: 不予受理, remedies: free, asks: {competent: {title: 有权机关, type: text}}, issues: no-power, end: no-power}
          - {step: decide, title: 决定, by: hall.officer, marks: decided, outcomes: {grant: {title: 准予, issues: told}, refuse: 不予}}
        """;

    private static readonly DateOnly Today = new(2026, 3, 2);

    // 行政许可法 32(4): all that is missing, told once. Ten days from 03-02 end on 03-12.
    [Test]
    public void A_supplement_notice_lists_what_is_missing_and_its_last_day_on_its_own_basis()
    {
        var text = Case()
            .Does("clerk", Accept("supplement") with { Materials = [], Reasons = "申请书未签字。" })
            .State.Documents[0]
            .Issued.Text;
        Assert.That(
            text,
            Does.Contain(
                "需要补正的材料：\n1. 平面图（未提交）\n2. 产权证（未提交）\n其他需要补正的内容：申请书未签字。\n提交补正材料至2026年3月12日届满。\n依据：行政许可法(2019) 第三十二条第一款第四项\n"
            )
        );
    }

    [Test]
    public void The_last_day_on_the_paper_is_that_of_the_clock_that_then_runs()
    {
        var state = Case().Does("clerk", Accept("supplement") with { Materials = [] }).State;
        Assert.That(state.Clocks["more"].DueOn, Is.EqualTo(new DateOnly(2026, 3, 12)));
    }

    // 12-22..25 (4) | 28..31 (8) | 01-01 off by the regulation | 01-04..08 (13) | 11..15 (18) | 18 19; no notice for 2027 is known.
    [Test]
    public void A_last_day_that_a_notice_may_still_move_is_said_to_be_provisional()
    {
        var door = SmallOffice.Play(
            SmallOffice.Process(
                """
                  - {step: accept, title: 受理, by: hall.clerk, marks: accepted, issues: [notice, told]}
                  - {step: decide, title: 决定, by: hall.officer, marks: decided, end: decided}
                """,
                """
                documents: {notice: {title: 受理通知书, number: none, states: due}, told: {title: 告知书, number: none, template: "<due.handling>"}}
                clocks: {handling: {title: 办理期限, for: 20 working days, from: accepted, until: decided, basis: internal}}
                """
            ),
            """
            - {on: 2026-12-21, lodge: {applicant: builder}}
            - {on: 2026-12-21, by: clerk, complete: accept, expect: {due: {handling: 2027-01-19} } }
            """
        );
        var papers = door.State(door.Cases[0])!.Documents;
        Assert.That(papers[0].Issued.Text, Does.Contain("办理期限至2027年1月19日（暂定，以国务院办公厅的放假通知为准）届满。"));
        Assert.That(papers[1].Issued.Text, Is.EqualTo("2027年1月19日（暂定，以国务院办公厅的放假通知为准）"));
    }

    [Test]
    public void A_supplement_notice_that_asks_for_nothing_is_not_issued() =>
        Refuses(
            Accept("supplement") with
            {
                Materials = ["plan", "deed"],
                ValidUntil = Valid(),
            },
            "document.lacks",
            "'补正告知书' does not say what has to be supplemented and is not issued."
        );

    [Test]
    public void A_decision_without_reasons_is_not_issued() =>
        Refuses(
            Accept("no-power") with
            {
                Fields = Competent(),
            },
            "document.lacks",
            "'不予受理决定书' does not say why it was decided so and is not issued."
        );

    [Test]
    public void A_decision_that_does_not_name_the_organ_to_go_to_is_not_issued() =>
        Refuses(
            Accept("no-power") with
            {
                Reasons = "不属于本机关职权。",
            },
            "document.lacks",
            "'不予受理决定书' does not say '有权机关' and is not issued."
        );

    [Test]
    public void What_is_entered_stands_on_the_paper()
    {
        var text = Case()
            .Does("clerk", Accept("no-power") with { Reasons = "不属于本机关职权。", Fields = Competent() })
            .State.Documents[0]
            .Issued.Text;
        Assert.That(text, Does.Contain("结论：不予受理\n有权机关：自然资源局\n理由：不属于本机关职权。\n"));
    }

    [Test]
    public void Accepting_with_a_material_missing_is_refused() =>
        Refuses(
            Accept("accept") with
            {
                Materials = ["plan"],
            },
            "material.incomplete",
            "'受理' needs all materials; still missing: 产权证."
        );

    // 20 working days from 03-02: 03-30.
    [Test]
    public void A_notice_of_acceptance_states_the_last_day_and_its_own_basis()
    {
        var text = Accepted().State.Documents[0].Issued.Text;
        Assert.That(text, Does.Contain("办理期限至2026年3月30日届满。\n依据：行政许可法(2019) 第三十二条第一款第五项\n"));
    }

    [Test]
    public void A_template_reaches_materials_clocks_fields_and_the_conclusion()
    {
        var text = Accepted().Does("first-officer", new Complete { Step = "decide", Outcome = "grant" }).State.Documents[1].Issued.Text;
        Assert.That(text, Is.EqualTo("|已收到|2026年3月30日|结论：准予\n"));
    }

    [Test]
    public void An_extension_states_its_new_day_and_rests_on_the_article_of_the_clock()
    {
        var text = Accepted()
            .Does("head", new ExtendClock("handling", new(10, PeriodUnit.WorkingDays), "需现场核查。"))
            .State.Documents[1]
            .Issued.Text;
        Assert.That(text, Does.Contain("理由：需现场核查。\n办理期限至2026年4月14日届满。\n依据：行政许可法(2019) 第四十二条第一款\n"));
    }

    [Test]
    public void Each_organ_signs_and_numbers_its_own_papers_and_names_where_to_turn_against_it()
    {
        var story = ShippedStories
            .Readings.SelectMany(r => r.Scenarios)
            .Single(s => s is { Process: "three-certificates", Title: "只有一证不予登记" });
        var (door, _) = ShippedStories.Played(story);
        var refusal = door.State(door.Cases[0])!.Documents.Single(d => d.Issued.Document == "refusal").Issued;
        Assert.That(
            refusal.Text,
            Does.StartWith("示范市质量技术监督局\n")
                .And.Contain("向示范市人民政府或者示范省质量技术监督局申请行政复议")
                .And.Contain("自知道作出具体行政行为之日起三个月内向示范市示范区人民法院提起行政诉讼")
        );
        Assert.That(refusal.Number, Is.EqualTo("质监不登字〔2014〕1号"));
    }

    // 行政许可法 38(2) is about permits: a refused registration of a code does not rest on it.
    [TestCase("执照不予登记，不再办理其余两证，仍一次送达", "\n依据：行政许可法(2003) 第三十八条第二款\n\n示范市工商行政管理局\n")]
    [TestCase("只有一证不予登记", "提起行政诉讼。\n\n示范市质量技术监督局\n")]
    public void A_paper_rests_on_its_own_law_and_not_on_that_of_the_procedure(string title, string end)
    {
        var text = Shipped("three-certificates", title, "refusal").Text;
        Assert.That(text, Does.Contain(end).And.Not.Contain("第二十六条"));
    }

    [Test]
    public void A_receipt_says_which_papers_went_to_whom_when_how_and_who_signed()
    {
        var text = Shipped("three-certificates", "三证齐发，一次发放", "delivery-receipt").Text;
        Assert.That(
            text,
            Does.Contain(
                    "送达文书：《收件凭证》收字〔2014〕1号\n送达文书：《受理通知书》受字〔2014〕1号\n"
                        + "送达文书：《营业执照》310115000000001\n送达文书：《组织机构代码证》M000100Y4\n送达文书：《税务登记证（国税）》国税字1\n"
                        + "送达文书：《税务登记证（地税）》税字310115000000001\n受送达人：陈杰\n送达日期：2014年5月9日\n送达方式：直接送达\n签收人："
                )
                .And.Not.Contain("送达文书：《送达回证》")
        );
    }

    [Test]
    public void The_receipt_for_an_application_lists_what_was_handed_in_and_promised()
    {
        const string Papers = """
            materials: {application: 申请书, lease: {title: 租赁合同, promise: {for: 5 working days}}, map: {title: 图纸, required: false}}
            documents: {receipt: {title: 收件凭证, number: none, states: materials}}
            """;
        var received = new Complete
        {
            Step = "receive",
            Outcome = "done",
            Materials = ["application"],
            Promised = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("lease", "承诺书"),
        };
        var it = OfficeCase.Lodged(
            "  - {step: receive, title: 收件, by: hall.clerk, checks: materials, issues: receipt}\n  - {step: check, title: 核查, by: hall.officer}",
            form: Papers
        );
        Assert.That(
            it.Does("clerk", received).State.Documents.Single().Issued.Text,
            Does.Contain("\n收到的材料：\n1. 申请书\n2. 租赁合同（承诺补交）\n").And.Not.Contain("图纸")
        );
    }

    [Test]
    public void A_refusal_says_what_was_found_when_by_whom_and_under_which_articles() =>
        Assert.That(
            Shipped("venue-fire-check", "选择现场检查：十个工作日内检查，审查人不得作决定", "refusal").Text,
            Does.Contain(
                    "申请日期：2026年4月20日\n受理日期：2026年4月20日\n现场检查（2026年5月8日，乔志、方宇）：不符合消防安全要求。疏散通道被占用。\n"
                )
                .And.Contain("依据：消防法(2021) 第十五条第三款；行政许可法(2019) 第三十八条第二款\n")
        );

    [Test]
    public void A_revocation_says_what_is_revoked_on_what_findings_and_with_which_rights()
    {
        const string revoked = "承诺不实，逾期未改正，撤销许可";
        Assert.That(
            Shipped("venue-fire-check", revoked, "revocation-notice").Text,
            Does.Contain("拟撤销《消防安全检查意见书》消安检字〔2026〕1号（示范市星光影院）")
                .And.Contain("承诺核查（2026年3月16日，方宇、乔志）：不符合承诺。自动喷水灭火系统未投用。\n")
                .And.Contain("有权陈述和申辩，请不迟于2026-04-30提出")
        );
        Assert.That(
            Shipped("venue-fire-check", revoked, "revocation-decision").Text,
            Does.Contain("决定撤销《消防安全检查意见书》消安检字〔2026〕1号").And.Contain("复查（2026年4月20日").And.Contain("可以自知道")
        );
    }

    [Test]
    public void An_order_to_mend_tells_the_remedies() =>
        Assert.That(
            Shipped("venue-fire-check", "承诺不实，逾期未改正，撤销许可", "rectification-order").Text,
            Does.Contain("向示范市人民政府申请行政复议，或者").And.Contain("依据：消防法(2021) 第五十八条第二款\n")
        );

    [Test]
    public void What_an_office_finds_stands_on_its_own_paper_and_the_record_of_all_decides_nothing()
    {
        const string unmended = "整改逾期，由住建部门认定未整改";
        Assert.That(
            Shipped("joint-acceptance", unmended, "nonconformity").Text,
            Does.StartWith("示范市人民防空办公室\n验收不符合通知书\n人防验字〔2020〕1号\n")
                .And.Contain("依据：人民防空法(2009) 第二十三条第一款\n")
        );
        Assert.That(
            Shipped("joint-acceptance", unmended, "not-passed-record").Text,
            Does.Contain("只记录各部门的结论，不另作决定")
                .And.Contain("作出人防工程结论（2020年8月13日，任静）：人防工程不符合。人防门密闭性不足，逾期未整改。\n")
                .And.Not.Contain("如不服本决定")
        );
    }

    [TestCase("整改逾期，由住建部门认定未整改", "nonconformity", "向示范市人民政府或者示范省人民防空办公室申请行政复议")]
    [TestCase(
        "特殊建设工程单独出具消防验收意见，期限按法定日数",
        "fire-refusal-2020",
        "向示范市人民政府或者示范省住房和城乡建设厅申请行政复议"
    )]
    [TestCase("工程类别必填；2023年10月30日起消防验收意见引用现行规定", "fire-refusal", "向示范市人民政府申请行政复议")]
    public void A_paper_sends_the_party_where_the_law_of_its_day_does(string title, string paper, string organs) =>
        Assert.That(Shipped("joint-acceptance", title, paper).Text, Does.Contain(organs));

    [Test]
    public void What_silence_decided_cites_the_article_of_the_silence() =>
        Assert.That(
            Shipped(
                "three-certificates",
                "补正告知书未在五个工作日内送达，自收到申请材料之日起即为受理，通知书引用视为受理的条款",
                "acceptance-notice"
            ).Text,
            Does.Contain("第三十二条第一款第四项").And.Not.Contain("第五项")
        );

    [Test]
    public void A_list_of_rectifications_holds_the_words_of_each_office()
    {
        var text = Shipped("joint-acceptance", RectifiedOnce(), "rectification-list").Text;
        Assert.That(text, Does.Contain("示范市消防验收中心·经办人（").And.Contain("：整改。").And.Contain("：通过。"));
    }

    private static string RectifiedOnce() =>
        ShippedStories
            .Readings.SelectMany(r => r.Scenarios)
            .First(s =>
                s.Process == "joint-acceptance"
                && ShippedStories.Played(s).Door is { Cases: [var number] } door
                && door.State(number)!.Documents.Count(d => d.Issued.Document == "rectification-list") == 1
            )
            .Title;

    private static DocumentIssued Shipped(string process, string title, string document)
    {
        var story = ShippedStories.Readings.SelectMany(r => r.Scenarios).Single(s => s.Process == process && s.Title == title);
        var (door, _) = ShippedStories.Played(story);
        return door.State(door.Cases[0])!.Documents.Single(d => d.Issued.Document == document).Issued;
    }

    [TestCase("2026-03-01", "field.invalid")]
    [TestCase("2026-03-02", null)]
    public void A_day_that_lies_ahead_is_not_past(string day, string? code)
    {
        var visit = new Complete
        {
            Step = "visit",
            Outcome = "done",
            Fields = ImmutableSortedDictionary<string, FieldValue>.Empty.Add("on", new DateValue(Shelf.Day(day))),
        };
        var refusal = OfficeCase
            .Lodged(
                "  - {step: visit, title: 约定, by: hall.officer, asks: {on: {title: 检查日, type: date, required: true, ahead: true}}}"
            )
            .Would("first-officer", visit);
        Assert.That(refusal?.Code, Is.EqualTo(code));
    }

    [Test]
    public void The_window_issues_in_the_name_of_the_organ_and_names_the_months_of_its_day()
    {
        var story = ShippedStories
            .Readings.SelectMany(r => r.Scenarios)
            .Single(s => s is { Process: "three-certificates", Title: "不受理的告知书同样送达，救济期间届满前不归档" });
        var (door, _) = ShippedStories.Played(story);
        var notice = door.State(door.Cases[0])!.Documents.Single(d => d.Issued.Document == "not-required-notice");
        Assert.That(notice.Issued.Text, Does.StartWith("示范市工商行政管理局\n").And.Contain("自知道作出具体行政行为之日起三个月内"));
        Assert.That(notice.Served!.On, Is.EqualTo(new DateOnly(2014, 6, 5)));
    }

    [Test]
    public void What_is_to_be_done_the_same_day_ends_that_day()
    {
        var state = OfficeCase.Lodged("  - {step: a, title: 登记, by: hall.officer, limit: {for: same day, basis: internal}}").State;
        Assert.That(state.Clocks["a"].DueOn, Is.EqualTo(Today));
    }

    [Test]
    public void A_clock_rests_on_the_law_of_the_limit_that_holds()
    {
        var state = OfficeCase
            .Lodged(
                """
                  - step: a
                    title: 登记
                    by: hall.officer
                    limit:
                      limits:
                        - {when: form.size > 5, for: 1 working day, basis: internal}
                        - {for: 20 working days, basis: 行政许可法(2019) 第四十二条第一款}
                """,
                form: "form: {size: {title: 数, type: number}}"
            )
            .State;
        Assert.That(state.Clocks["a"].Basis?.ToString(), Is.EqualTo("行政许可法(2019) 第四十二条第一款"));
    }

    private static OfficeCase Case() => OfficeCase.Lodged(Steps, form: Head);

    private static OfficeCase Accepted() =>
        Case().Does("clerk", Accept("accept") with { Materials = ["plan", "deed"], ValidUntil = Valid() });

    private static ImmutableSortedDictionary<string, DateOnly> Valid() =>
        ImmutableSortedDictionary<string, DateOnly>.Empty.Add("deed", new DateOnly(2027, 1, 1));

    private static Complete Accept(string outcome) => new() { Step = "accept", Outcome = outcome };

    private static ImmutableSortedDictionary<string, FieldValue> Competent() =>
        ImmutableSortedDictionary<string, FieldValue>.Empty.Add("competent", new TextValue("自然资源局"));

    private static void Refuses(Complete command, string code, string sentence)
    {
        var refusal = Case().Would("clerk", command);
        Assert.That((refusal?.Code, refusal?.English.Sentence), Is.EqualTo((code, sentence)));
    }
}

using System.Globalization;
using System.Text;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Wording;
using Workflow.Engine.Laws;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Tests.Definitions.Reading.Laws;

/// <summary>A clock that cites an article may leave out what the article fixes.</summary>
public sealed class CitedLimitTests
{
    [Test]
    public void The_limit_of_the_article_is_taken()
    {
        var clock = Clock("{from: accepted, until: decided, basis: 行政许可法(2019) 第四十二条第一款}");
        Assert.That(clock.Limits.Single().Period, Is.EqualTo(new Period(20, PeriodUnit.WorkingDays)));
        Assert.That(clock.NotCounted, Is.Empty, "grounds are taken only where that is written");
    }

    [Test]
    public void Its_extension_and_its_grounds_are_taken_too()
    {
        var clock = Clock(
            "{from: accepted, until: decided, not-counted: by-law, extend: {approver: bureau.leader}, basis: 行政许可法(2019) 第四十二条第一款}"
        );
        Assert.That(
            clock.Extensions.Single(),
            Has.Property("Period")
                .EqualTo(new Period(10, PeriodUnit.WorkingDays))
                .And.Property("AtMost")
                .EqualTo(1)
                .And.Property("UpTo")
                .EqualTo(false)
        );
        Assert.That(string.Join("、", clock.NotCounted), Is.EqualTo("听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审"));
    }

    [Test]
    public void Its_grounds_come_with_their_english()
    {
        var definition = Read(
            "{from: accepted, until: decided, not-counted: by-law, basis: 行政许可法(2019) 第四十二条第一款}"
        ).Definition!;
        Assert.That((definition.GroundName("听证").En, definition.GroundName("专家评审").En), Is.EqualTo(("hearing", "expert review")));
    }

    [Test]
    public void The_english_that_the_definition_gives_goes_before_the_one_of_the_law() =>
        Assert.That(
            Read(
                "{for: 5 days, from: accepted, until: decided, not-counted: [{zh: 听证, en: public hearing}], basis: 行政许可法(2019) 第四十二条第一款}"
            )
                .Definition!.GroundName("听证")
                .En,
            Is.EqualTo("public hearing")
        );

    [Test]
    public void A_limit_under_a_condition_is_taken_alike() =>
        Assert.That(
            Clock("{limits: [{when: decide = grant}], from: decided, until: delivered, basis: 行政许可法(2019) 第四十四条}")
                .Limits.Single(),
            Has.Property("Period").EqualTo(new Period(10, PeriodUnit.WorkingDays)).And.Property("When").Not.Null
        );

    [TestCase(
        "行政许可法(2019) 第四十七条第一款",
        "law.several_limits Expected one limit under 行政许可法(2019) 第四十七条第一款, but there are 2: 5 working days (Where major interests conflict, both are told of the hearing before the decision and may ask for it within this time) and 20 working days (Once a hearing is asked for, the organ holds it within this time)."
    )]
    [TestCase("行政许可法(2019) 第三十五条", "law.no_limit Expected a limit under 行政许可法(2019) 第三十五条, but the article sets none.")]
    [TestCase(
        "行政许可法(2019) 第九百条",
        "law.unknown_article Expected a limit under 行政许可法(2019) 第九百条, but nothing is known of the article."
    )]
    [TestCase(
        "行政许可法(2003) 第四十四条",
        "law.not_in_force Expected 行政许可法(2003) to be in force on 2024-01-01, to take from it what is left out, but it is in force 2004-07-01..2019-04-22."
    )]
    [TestCase(
        "行政许可法(2019) 第三十四条第二款",
        "law.same_day Expected a period under 行政许可法(2019) 第三十四条第二款, but the act is due on the same day."
    )]
    [TestCase(
        "行政许可法(2019) 第五十条第一款",
        "law.counts_back Expected a period that runs forward under 行政许可法(2019) 第五十条第一款, but it is counted back from a day."
    )]
    [TestCase("某市办法(2020) 第三条", "law.unknown Expected a law that is known, to take from it what is left out, but 某市办法 is not.")]
    public void What_cannot_be_taken_is_told_at_the_citation(string basis, string expected)
    {
        var reading = Read($"{{from: accepted, until: decided, basis: {basis}}}");
        var problem = reading.Problems.Single();
        Assert.That($"{problem.Code} {problem.In(Language.En).Sentence}", Is.EqualTo(expected));
        Assert.That((problem.At.Line, problem.At.Column), Is.EqualTo((9, 53)));
    }

    [Test]
    public void Several_limits_are_told_in_one_language() =>
        Assert.That(
            Read("{from: accepted, until: decided, basis: 行政许可法(2019) 第三十二条}").Problems.Single().In(Language.Zh).Sentence,
            Is.EqualTo(
                "行政许可法(2019) 第三十二条 规定了 3 个期限：当日（收到申请起算，不需要许可的事项，当即告诉申请人不受理）、"
                    + "当日（收到申请起算，不归本机关管的，当即决定不予受理，并告诉申请人该找哪个机关）、"
                    + "5个工作日（收到申请材料之日起算，材料不齐或者不合要求的，当场或者五个工作日内一次说清要补什么；过期不说，视为收到材料那天已经受理）。"
            )
        );

    [Test]
    public void One_limit_of_several_is_taken_from_the_edition_of_its_time() =>
        Assert.That(
            Clock(
                "{limits: [{when: accepted < 2015-02-01, basis: 行政诉讼法(1989) 第三十九条}, {basis: 行政诉讼法(2017) 第四十六条第一款}], from: accepted, until: decided, basis: internal}"
            )
                .Limits.Select(l => $"{l.Period}"),
            Is.EqualTo(new[] { "3 months", "6 months" })
        );

    [TestCase("", "10 working days", Description = "the office's own")]
    [TestCase(", with: {basis: 行政许可法(2019) 第四十四条}", "10 working days")]
    [TestCase(", with: {basis: 行政许可法(2019) 第四十二条第一款}", "20 working days")]
    [TestCase(", with: {basis: 行政许可法(2019) 第四十二条第一款, period: 15 working days}", "15 working days")]
    [TestCase(", with: {basis: 某市办法(2020) 第三条}", "10 working days", Description = "nobody knows the law")]
    public void A_fragment_takes_its_period_from_the_law_that_is_cited_beside_it(string with, string service)
    {
        var delivery = Outline.All(Used("service" + with).Definition!).OfType<WorkNode>().Single(w => w.Id == "delivery");
        Assert.That($"{delivery.Limit?.Limits[0].Period}", Is.EqualTo(service));
    }

    [Test]
    public void Where_nothing_can_be_taken_and_there_is_no_default_the_use_has_to_say_it() =>
        Assert.That(
            Used("appeal, with: {office: bureau, suit-basis: 某市办法(2020) 第三条}").Problems.Single().English,
            Does.EndWith(
                "error argument.missing Expected the argument 'suit-days' of the fragment, but it is missing. Write 'with: {suit-days: …}'."
            )
        );

    [TestCase("d: {type: number, limit-of: b}, b: {type: basis}", "f.yaml:4:42 parameter.limit_of_no_period")]
    [TestCase("d: {type: period, limit-of: c}, b: {type: basis}", "f.yaml:4:42 argument.unknown")]
    [TestCase("d: {type: period, limit-of: b}, b: {type: basis}", null)]
    public void A_fragment_tells_a_citation_that_is_none(string parameters, string? problem)
    {
        var text = $$"""
            fragment: f
            title: 片段
            in-force: 2000-01-01..
            parameters: {{{parameters}}}
            steps: [{step: s, by: applicant}]
            """;
        var library = DefinitionLibrary.Of([("f.yaml", Encoding.UTF8.GetBytes(text))]);
        Assert.That(library.Problems.Select(p => $"{p.At} {p.Code}"), Is.EqualTo(problem is null ? [] : new[] { problem }));
    }

    private static DefinitionReading Used(string fragment) =>
        DefinitionReader.Read(
            "p.yaml",
            Text("{for: 5 days, from: accepted, until: decided, basis: internal}")
                .Replace(
                    "{step: deliver, by: bureau.officer, marks: delivered}",
                    $"{{step: deliver, by: bureau.officer, marks: delivered}}\n  - {{use: {fragment}}}",
                    StringComparison.Ordinal
                )
                .Replace("{bureau: 主管局}", "{bureau: 主管局, window: 窗口}", StringComparison.Ordinal),
            DefinitionLibrary.Load(Repository.Definitions)
        );

    [Test]
    public void An_internal_clock_still_says_how_long_it_is() =>
        Assert.That(Read("{from: accepted, until: decided, basis: internal}").Problems.Single().Code, Is.EqualTo("clock.no_limit"));

    [Test]
    public void A_folder_lays_its_own_law_over_the_shipped_one()
    {
        const string Own = """
            law: 行政许可法
            title: {zh: 中华人民共和国行政许可法, en: Administrative Licensing Law}
            kind: law
            editions: [{edition: 2019, from: 2019-04-23, status: read}]
            articles:
              - {article: 第四十二条第一款, editions: [2019], zh: 本市十五日。, en: Fifteen days in this city., limit: 15 working days, status: local}
            """;
        var library = DefinitionLibrary.Of([
            ("laws/行政许可法.yaml", Encoding.UTF8.GetBytes(Own)),
            ("p.yaml", Encoding.UTF8.GetBytes(Text("{from: accepted, until: decided, basis: 行政许可法(2019) 第四十二条第一款}"))),
        ]);
        Assert.That(library.Problems, Is.Empty);
        var definition = library.Readings.Single().Definition!;
        Assert.That(definition.Clocks.Single().Limits.Single().Period!.Amount, Is.EqualTo(15));
        Assert.That(definition.Articles.Single().Zh, Is.EqualTo("本市十五日。"), "the definition keeps what the article said");
        Assert.That(
            library.Laws.Find("行政许可法")!.About(2019, "第四十四条"),
            Has.Length.EqualTo(1),
            "what the folder does not say stays"
        );
    }

    [Test]
    public void Every_problem_of_a_law_is_told_at_once_with_its_place()
    {
        const string Broken = """
            law: 某市条例
            title: {zh: 某市条例, en: A City's Rule}
            kind: statute
            editions: [{edition: 2019, from: 2019-04-23, status: read}, {edition: 2018, from: 2018-01-01, status: seen}]
            articles:
              - {article: 第一条, editions: [2020], zh: 五日。, en: Five days., limit: 5 moons, duty: [reasons], status: read}
            """;
        var library = DefinitionLibrary.Of([("laws/city.yaml", Encoding.UTF8.GetBytes(Broken))]);
        Assert.That(
            library.Problems.Select(p => $"{p.At} {p.Code}"),
            Is.EqualTo(
                new[]
                {
                    "laws/city.yaml:3:7 value.word",
                    "laws/city.yaml:4:61 law.edition_overlap",
                    "laws/city.yaml:4:103 value.word",
                    "laws/city.yaml:6:5 law.article_edition",
                    "laws/city.yaml:6:70 value.period",
                    "laws/city.yaml:6:79 file.unknown_key",
                }
            )
        );
    }

    [Test]
    public void The_times_to_complain_are_those_of_the_laws_in_force_by_their_days()
    {
        var text = Text("{from: accepted, until: decided, basis: internal, for: 5 days}")
            .Replaced("2024-01-01..", "2014-01-01..")
            .Replaced("refuse: 不准", "refuse: {title: 不准, remedies: free}");
        var periods = DefinitionReader.Read("p.yaml", text, DefinitionLibrary.Empty).Definition!.RemedyPeriods;
        Assert.That(Within(RemedyBody.Court, "2015-04-30"), Is.EqualTo("3 months"));
        Assert.That(Within(RemedyBody.Court, "2015-05-01"), Is.EqualTo("6 months"));
        Assert.That(Within(RemedyBody.Reconsideration, "2014-06-30"), Is.EqualTo("60 days"));
        Assert.That(Within(RemedyBody.Reconsideration, "2026-01-05"), Is.EqualTo("60 days"));

        string? Within(RemedyBody to, string day) =>
            periods
                .Single(p => p.To == to && !p.AfterReconsideration && p.InForce.Includes(DateOnly.Parse(day, CultureInfo.InvariantCulture)))
                .Within.ToString();
    }

    private static ClockRule Clock(string clock) => Read(clock).Definition!.Clocks.Single();

    private static DefinitionReading Read(string clock) => DefinitionReader.Read("p.yaml", Text(clock), DefinitionLibrary.Empty);

    private static string Text(string clock) =>
        $$$"""
            process: p
            title: 样例
            in-force: 2024-01-01..
            item: {code: X-1, type: 行政许可, lead: bureau}
            basis: [internal]
            offices: {bureau: 主管局}
            parties: {applicant: 申请人}
            clocks:
              handling: {{{clock}}}
            steps:
              - {step: accept, by: bureau.officer, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided, outcomes: {grant: 准予, refuse: 不准}}
              - {step: deliver, by: bureau.officer, marks: delivered}
            """;
}

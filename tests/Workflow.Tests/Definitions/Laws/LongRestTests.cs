using System.Text;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Wording;
using Workflow.Engine.Laws;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Tests.Definitions.Laws;

/// <summary>How long a rest must be to prolong a tax period stands in the laws and nowhere else.</summary>
public sealed class LongRestTests
{
    private const string Tax = "{from: accepted, until: decided, for: 15 days, basis: internal, roll: tax}";

    [Test]
    public void The_definition_keeps_what_the_article_in_force_on_its_first_day_fixes()
    {
        var definition = Read(Tax).Definition!;
        var at = new LegalBasis("税收征收管理法实施细则", 2016, "第一百零九条");
        Assert.That(definition.Clocks.Single().LongRest, Is.EqualTo(new LongRest(3, at)));
        Assert.That(definition.Articles.Select(a => (a.Basis, a.Status)), Is.EqualTo(new[] { (at, ArticleStatus.Read) }));
    }

    [Test]
    public void An_edition_that_nobody_compared_is_kept_as_such() =>
        Assert.That(
            Read(Tax, from: "2013-03-01").Definition!.Articles.Select(a => (a.Basis.Edition, a.Status)),
            Is.EqualTo(new[] { ((int?)2012, ArticleStatus.Unverified) })
        );

    [TestCase("2002-10-14")]
    [TestCase("1999-01-01")]
    public void Where_no_law_says_so_nothing_is_guessed(string from) =>
        Assert.That(
            Read(Tax, from).Problems.Single().In(Language.En).ToString(),
            Does.Contain($"Expected an article that says which rest prolongs 'handling', but on {from} none is in force.")
        );

    [Test]
    public void No_other_clock_keeps_one() =>
        Assert.That(DefinitionJson.Write(Read(Tax.Replaced(", roll: tax", "")).Definition!), Does.Not.Contain("longRest"));

    // National Day of 2026 is seven days of rest in a row, from 1 October.
    [TestCase(3, "2026-10-20")]
    [TestCase(7, "2026-10-20")]
    [TestCase(8, "2026-10-10")]
    public void A_folder_with_another_number_reckons_by_it(int days, string due)
    {
        var clock = Own($"long-rest: {days}, ").Clocks.Single();
        Assert.That(clock.LongRest!.Days, Is.EqualTo(days));
        var start = Shelf.Day("2026-09-25");
        var reckoning = new Reckoning(clock.Limits[0].Period!, Counting.Forward, start, default, [], clock.Roll)
        {
            LongRest = clock.LongRest.Days,
        };
        Assert.That($"{DueDates.Reckon(reckoning, Shelf.Calendar).On:O}", Is.EqualTo(due));
    }

    [Test]
    public void A_clock_keeps_the_rest_of_its_rule_and_why_cites_the_article()
    {
        var office = OfficeCase.Lodged(
            "  - {step: file, title: 申报, by: hall.officer, limit: {for: 15 days, roll: tax, basis: internal}, end: done}",
            on: "2026-09-25"
        );
        var why = office.Why("file");
        Assert.That($"{why.Clock.DueOn:O} {why.Clock.LongRest!.Basis}", Is.EqualTo("2026-10-20 税收征收管理法实施细则(2016) 第一百零九条"));
        Assert.That(why.RollArticles.Single().Zh, Does.StartWith("期限最后一日是休假日的顺延到次日"));
    }

    [TestCase(2)]
    [TestCase(0)]
    public void A_weekend_is_no_long_rest(int days) =>
        Assert.That(
            DefinitionLibrary
                .Of([("laws/city.yaml", Encoding.UTF8.GetBytes(Law("某市条例", $"long-rest: {days}, ")))])
                .Problems.Select(p => p.Code),
            Is.EqualTo(new[] { "value.number" })
        );

    private static ProcessDefinition Own(string rest)
    {
        var library = DefinitionLibrary.Of([
            ("laws/细则.yaml", Encoding.UTF8.GetBytes(Law("税收征收管理法实施细则", rest))),
            ("p.yaml", Encoding.UTF8.GetBytes(Text(Tax, "2024-01-01"))),
        ]);
        Assert.That(library.Problems.Select(p => p.English), Is.Empty);
        return library.Readings.Single().Definition!;
    }

    private static string Law(string title, string rest) =>
        $$"""
            law: {{title}}
            title: {zh: {{title}}, en: Rules}
            kind: regulation
            editions: [{edition: 2016, from: 2016-02-06, status: read}]
            articles:
              - {article: 第一百零九条, editions: [2016], zh: 本市。, en: Here., {{rest}}status: local}
            """;

    private static DefinitionReading Read(string clock, string from = "2024-01-01") =>
        DefinitionReader.Read("p.yaml", Text(clock, from), DefinitionLibrary.Empty);

    private static string Text(string clock, string from) =>
        $$$"""
            process: p
            title: 样例
            in-force: {{{from}}}..
            item: {code: X-1, type: 行政许可, lead: bureau}
            offices: {bureau: 主管局}
            parties: {applicant: 申请人}
            clocks:
              handling: {{{clock}}}
            steps:
              - {step: accept, by: bureau.officer, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided, outcomes: {grant: 准予, refuse: 不准}}
            """;
}

using Workflow.Definitions.Filing;
using Workflow.Host.CaseFiles;
using Workflow.Host.Wording;

namespace Workflow.Tests.Definitions.Filing;

/// <summary>Papers fall into the places of their order; the lists are those of the rule that the order cites.</summary>
public sealed class FilingOrderTests
{
    private static readonly string[] PenaltyMain = ["filing", "penalty", "other-documents", "evidence", "hearing", "property", "other"];
    private static readonly string[] PenaltySide = ["source", "investigation", "review", "hearing-report", "closing", "other-side"];

    [TestCase(PaperKind.Opinion, "立案审批表", "filing")]
    [TestCase(PaperKind.Application, "申请与立案", "filing")]
    [TestCase(PaperKind.Decision, "《行政处罚决定书》市监罚字〔2022〕1号", "penalty")]
    [TestCase(PaperKind.Document, "《不予处罚决定书》", "penalty")]
    [TestCase(PaperKind.Material, "行政处罚决定书送达回证.pdf", "penalty")]
    [TestCase(PaperKind.Decision, "《行政处罚告知书》", "other-documents")]
    [TestCase(PaperKind.Decision, "《责令改正通知书》", "other-documents")]
    [TestCase(PaperKind.Material, "现场照片.jpg", "evidence")]
    [TestCase(PaperKind.Material, "听证笔录.pdf", "hearing")]
    [TestCase(PaperKind.Document, "《罚没财物处理单据》", "property")]
    [TestCase(PaperKind.Opinion, "案源核查", "source")]
    [TestCase(PaperKind.Opinion, "调查终结", "investigation")]
    [TestCase(PaperKind.Opinion, "法制审核", "review")]
    [TestCase(PaperKind.Opinion, "听证报告", "hearing-report")]
    [TestCase(PaperKind.Opinion, "结案审批", "closing")]
    [TestCase(PaperKind.Opinion, "作出处罚决定", "other-side")]
    [TestCase(PaperKind.Remark, "办理经过", "other-side")]
    public void A_penalty_is_filed_by_its_rule(PaperKind kind, string title, string place) =>
        Assert.That(FilingOrders.For("行政处罚").Place(kind, title), Is.EqualTo(place));

    [TestCase(PaperKind.Decision, "《准予许可决定书》", "decision")]
    [TestCase(PaperKind.Document, "《营业执照》440101000123456", "decision")]
    [TestCase(PaperKind.Document, "《受理通知书》", "other-documents")]
    [TestCase(PaperKind.Decision, "《延期告知书》", "other-documents")]
    [TestCase(PaperKind.Application, "申请与立案", "application")]
    [TestCase(PaperKind.Material, "设立登记申请书", "materials")]
    [TestCase(PaperKind.Material, "营业执照.pdf", "materials")]
    [TestCase(PaperKind.Material, "规划许可证复印件", "materials")]
    [TestCase(PaperKind.Material, "现场勘验记录", "inspection")]
    [TestCase(PaperKind.Material, "听证笔录", "hearing")]
    [TestCase(PaperKind.Opinion, "受理审查", "review")]
    [TestCase(PaperKind.Opinion, "作出决定", "review")]
    public void A_permit_begins_with_the_decision(PaperKind kind, string title, string place) =>
        Assert.That(FilingOrders.For("行政许可").Place(kind, title), Is.EqualTo(place));

    [TestCase("decision", "inspection", "decision", TestName = "What its definition says goes before the guess")]
    [TestCase("other-side", "inspection", "other-side", TestName = "It may be a place of the side file")]
    [TestCase("property", "inspection", "inspection", TestName = "A place of another order is not followed")]
    [TestCase(null, "inspection", "inspection", TestName = "Without a word the title tells")]
    public void A_definition_may_say_where_a_paper_is_filed(string? declared, string guess, string place)
    {
        Assert.That(FilingOrders.For("行政许可").Place(PaperKind.Material, "现场勘验记录"), Is.EqualTo(guess));
        var paper = new CaseFilePaper(PaperKind.Material, "现场勘验记录", null, "", Filed: declared);
        var file = CaseFile.Of(FilingOrders.For("行政许可"), new DateOnly(2024, 1, 2), [paper]);
        Assert.That(file.Main.Concat(file.Side).Single(), Has.Property("Place").EqualTo(place));
    }

    [Test]
    public void The_places_of_a_penalty_stand_as_article_78_has_them()
    {
        Assert.That(FilingOrders.For("行政处罚").Places.Main, Is.EqualTo(PenaltyMain));
        Assert.That(FilingOrders.For("行政处罚").Places.Side, Is.EqualTo(PenaltySide));
    }

    [Test]
    public void No_paper_is_lost_and_what_the_office_thought_is_never_in_the_main_file_but_for_the_filing()
    {
        foreach (var order in FilingOrders.All.Some())
        {
            var papers = (
                from kind in Enum.GetValues<PaperKind>().Where(k => k != PaperKind.None)
                from title in order.Rules.SelectMany(r => r.Words).Append("某种未知材料")
                select new CaseFilePaper(kind, title, null, "")
            ).ToList();
            var file = CaseFile.Of(order, new DateOnly(2024, 1, 2), [.. papers]);
            Assert.That(file.Main.Concat(file.Side).SelectMany(s => s.Papers), Is.EquivalentTo(papers));
            Assert.That(
                file.Main.Where(s => s.Place is not ("filing" or "hearing")).SelectMany(s => s.Papers).Select(p => p.Kind),
                Has.None.EqualTo(PaperKind.Opinion)
            );
        }
    }

    [Test]
    public void Every_place_has_its_words_in_both_languages()
    {
        foreach (var place in FilingOrders.All.SelectMany(o => o.Places.All.Concat(o.Rules.Select(r => r.Place))).Some())
        foreach (var language in new[] { "zh", "en" })
            Assert.That(Words.In(language).Keys, Does.Contain($"file.place.{place}"));
    }
}

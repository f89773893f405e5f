using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Wording;
using Workflow.Tests.Definitions.Lint;

namespace Workflow.Tests.Definitions.Reading.Laws;

/// <summary>A slip in the number of an article is told where it stands: unseen, it would cite what no law has, and no rule of law would look.</summary>
public sealed class ArticleWritingTests
{
    [TestCase("第四十二条 第一款", "第四十二条第一款")]
    [TestCase("第42条第1款", "第四十二条第一款")]
    [TestCase("第 42 条", "第四十二条")]
    [TestCase("第115条之一", "第一百一十五条之一")]
    [TestCase("第三十二条第1款第（四）项", null)]
    [TestCase("第四十二条第一", null)]
    [TestCase("第四十二条第一款", null)]
    public void Blanks_and_arabic_digits_are_mended_and_nothing_else(string written, string? mended) =>
        Assert.That(ArticleWriting.Mended(written), Is.EqualTo(mended));

    [TestCase("第42条第1款", "条文应写作“第四十二条第一款”，数字用汉字，中间不空格。")]
    [TestCase("第四十二条 第一款", "条文应写作“第四十二条第一款”，数字用汉字，中间不空格。")]
    [TestCase("第四十二条第一", "请在括号内写版本年份，空一格后写条文。")]
    public void A_citation_with_a_slip_is_an_error_that_says_how_it_is_written(string article, string way)
    {
        var reading = Drafts.Read(
            """
            process: sample
            title: 样本
            in-force: 2024-01-01..
            item: {code: X-1, type: 行政许可, lead: hall}
            offices: {hall: 大厅}
            parties: {applicant: 申请人}
            steps:
              - {step: check, title: 审查, by: hall.clerk, limit: {for: 60 working days, basis: 行政许可法(2019) ARTICLE}}
            """.Replaced("ARTICLE", article)
        );
        Assert.That(reading.Problems.Single(p => p.Code == "basis.form").In(Language.Zh).WayOut, Is.EqualTo(way));
    }
}

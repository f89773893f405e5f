using System.IO.Compression;
using static Workflow.Tests.Support.Hosts.Typed;

namespace Workflow.Tests.Host.CaseFiles;

/// <summary>The case file 案卷 of one case: a page to print, and a ledger that verifies.</summary>
public sealed class CaseFileTests
{
    private const string Number = "ZJ-YS-0001-2020-000001";

    private PlayedStory _story = null!;

    private string Database => _story.Ledger;

    [OneTimeSetUp]
    public async Task Play() => _story = await PlayedStory.Of("joint-acceptance");

    [OneTimeTearDown]
    public void Delete() => _story.Dispose();

    [Test]
    public async Task The_page_has_cover_index_main_file_and_side_file_in_their_order()
    {
        var page = await Page();
        var order = new[]
        {
            "<h1>案卷",
            "办理事项",
            "<td>验收合格</td>",
            "保管期限",
            "保管至",
            "排列依据",
            "卷内文件目录",
            "<h2>正卷</h2>",
            "<h3>决定文书、证照及送达回证</h3>",
            ". 《联合验收意见书》",
            "<h3>其他文书及送达回证</h3>",
            ". 《收件凭证》",
            "<h3>申请</h3>",
            ". 申请与立案",
            ". 申请材料与证据",
            "<h2>副卷</h2>",
            "<h3>审查与审核意见</h3>",
            ". 〔联合现场验收〕",
            ". 办理经过",
            "<h2>办理时限</h2>",
            "<h2>核验页</h2>",
        };
        Assert.That(order.Select(o => page.IndexOf(o, StringComparison.Ordinal)), Is.Ordered.And.All.GreaterThan(0));
    }

    [Test]
    public async Task On_paper_every_page_names_the_case_and_its_number_and_heads_are_repeated()
    {
        var page = await Page();
        Assert.That(
            page,
            Does.Contain("@top-center { content: \"案卷\\000020ZJ\\00002DYS\\00002D0001")
                .And.Contain("counter(page)")
                .And.Contain("size: A4")
        );
        Assert.That(page.Split("<table>").Skip(1), Is.All.StartsWith("\n<thead><tr><th>"));
        Assert.That(page.Split("<article id=").Length - 1, Is.EqualTo(page.Split("<td><a href=").Length - 1), "each paper is in the index");
    }

    // The numbers themselves come of the layout, in a browser.
    [Test]
    public async Task Each_paper_has_its_place_in_the_index_for_the_page_number_that_the_script_finds()
    {
        var page = await Page();
        var papers = System
            .Text.RegularExpressions.Regex.Matches(page, "<article id=\"([ms][0-9]+)\">")
            .Select(m => m.Groups[1].Value)
            .ToList();
        Assert.That(papers, Is.Not.Empty);
        Assert.That(
            System
                .Text.RegularExpressions.Regex.Matches(page, "<td class=\"n\" id=\"at-([ms][0-9]+)\"></td>")
                .Select(m => m.Groups[1].Value),
            Is.EqualTo(papers)
        );
        Assert.That(page, Does.Contain("<th>页号</th>").And.Contain("<body data-m=\"正卷　第 # 页\" data-s=\"副卷　第 # 页\">"));
        Assert.That(page.Split("<script>").Length - 1, Is.EqualTo(1));
        Assert.That(
            page.IndexOf("<script>", StringComparison.Ordinal),
            Is.GreaterThan(page.LastIndexOf("</article>", StringComparison.Ordinal)),
            "after the papers, so that they are laid out"
        );
    }

    [Test]
    public async Task The_ledger_beside_the_page_verifies()
    {
        await Page();
        ZipFile.ExtractToDirectory(Path.Combine(_story.Folder, "case.zip"), Path.Combine(_story.Folder, "out"), overwriteFiles: true);
        var verified = await Run("verify", "--language", "en", Path.Combine(_story.Folder, "out", "ledger.jsonl"));
        Assert.That(verified.Exit, Is.Zero, verified.Out);
        Assert.That(verified.Out, Does.Contain(Number));
    }

    [Test]
    public async Task The_receipt_says_who_signed_as_it_went_out() =>
        Assert.That(await Page(), Does.Contain("签收人：黄华").And.Not.Contain("[sealed "));

    [Test]
    public async Task Where_time_ran_out_the_law_is_named_that_gives_the_period() =>
        Assert.That(await Page(), Does.Contain("期限届满：行政复议法(2017) 第九条第一款").And.Not.Contain("期限届满：internal"));

    [Test]
    public async Task A_case_file_is_of_one_case()
    {
        var all = await Run("export", "--format", "file", "--to", Path.Combine(_story.Folder, "all.zip"), "--database", Database);
        Assert.That((all.Exit, File.Exists(Path.Combine(_story.Folder, "all.zip"))), Is.EqualTo((2, false)));
        Assert.That(all.Error, Does.StartWith("A case file is for one case, and none is named."));
    }

    [Test]
    public async Task The_ending_of_the_name_says_whether_it_is_packed_or_the_page_alone()
    {
        var page = Path.Combine(_story.Folder, "alone.html");
        var alone = await Run("export", "--format", "file", "--to", page, "--database", Database, Number);
        Assert.That(await File.ReadAllTextAsync(page), Is.EqualTo(await Page()));
        Assert.That(alone.Error, Does.Contain("the page alone, without its 0 attachments and the ledger to verify"));
        foreach (var name in new[] { "case.pdf", "case", "case.html.gz" })
        {
            var other = await Run("export", "--format", "file", "--to", Path.Combine(_story.Folder, name), "--database", Database, Number);
            Assert.That((other.Exit, File.Exists(Path.Combine(_story.Folder, name))), Is.EqualTo((2, false)));
            Assert.That(
                other.Error,
                Does.StartWith(
                    $"The name of a case file ends in .zip (page, attachments and ledger) or .html (the page alone); '{name}' does not."
                )
            );
        }
    }

    [Test]
    public async Task The_application_is_as_it_was_lodged_and_a_correction_is_a_paper_of_its_own()
    {
        using var story = await PlayedStory.OfText(Corrected);
        var page = await Page(story, "XF-AQ-0001-2026-000001");
        var (application, correction) = (Paper(page, "申请与立案"), Paper(page, "更正申请表"));
        Assert.That(application, Does.Contain("1200").And.Not.Contain("1300"));
        Assert.That(correction, Does.Contain("1300").And.Contain("更正申请1号").And.Contain("面积填写有误").And.Not.Contain("1200"));
        Assert.That(page, Does.Contain("2027-02-09（暂定）"), "a last day in a year whose notice is not known");
        var replayed = await Run("replay", "XF-AQ-0001-2026-000001", "--language", "zh", "--database", story.Ledger);
        Assert.That(
            replayed.Out,
            Does.Match("提起诉讼期间.*余 [0-9]+ 日").And.Not.Match("余 [0-9]+ 个月"),
            "of a period of months days are left"
        );
    }

    private const string Corrected = """
        story: 决定后更正
        process: venue-fire-check
        moves:
          - on: 2026-08-03
            lodge: {applicant: huang-hua, form: {venue: 示范市星光影院, area: 1200, way: 告知承诺}, materials: [application, commitment, rules, plan]}
          - {at: 2026-08-03 09:30, by: wang-fang, complete: receive, materials: [application, commitment, rules, plan]}
          - {at: 2026-08-03 09:40, by: wang-fang, complete: acceptance, outcome: accept}
          - {at: 2026-08-04 09:00, by: qiao-zhi, share-material: licence, record: 市电子证照库1号}
          - {at: 2026-08-04 09:20, by: qiao-zhi, complete: examination, outcome: in-order}
          - {at: 2026-08-04 14:00, by: yu-ming, complete: decision, outcome: grant}
          - {at: 2026-08-04 15:00, by: qiao-zhi, correct-form: {area: 1300}, order: 更正申请1号, reasons: 面积填写有误}
          - {at: 2026-08-05 09:00, by: qiao-zhi, complete: disclosure, fields: {disclosed-on: 2026-08-05, disclosed-in: 市政府门户网站}}
          - {at: 2026-08-05 10:00, by: wang-fang, complete: delivery, fields: {served-on: 2026-08-05, method: 直接送达, signed-by: 黄华, relation: 受送达人本人}}
        """;

    private static string Paper(string page, string title)
    {
        var at = page.IndexOf($". {title}", page.IndexOf("<article id=", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.That(at, Is.GreaterThan(0), title);
        return page[at..page.IndexOf("</article>", at, StringComparison.Ordinal)];
    }

    private Task<string> Page() => Page(_story, Number);

    private static async Task<string> Page(PlayedStory story, string number)
    {
        var file = Path.Combine(story.Folder, "case.zip");
        File.Delete(file);
        var exported = await Run("export", "--format", "file", "--to", file, "--database", story.Ledger, number);
        Assert.That(exported.Exit, Is.Zero, exported.Error);
        using var zip = ZipFile.OpenRead(file);
        using var page = new StreamReader(zip.GetEntry("case-file.html")!.Open());
        return await page.ReadToEndAsync();
    }
}

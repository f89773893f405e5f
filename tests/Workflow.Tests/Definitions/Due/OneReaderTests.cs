using System.Text;
using Workflow.Definitions.Due;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Due;

/// <summary>A day and a period read alike wherever people write them: in tables, definitions, stories, on the command line and in addresses.</summary>
public sealed class OneReaderTests
{
    private static readonly string[] DaysOf2026 = ["2026-03-02", "2026/3/2", "2026.3.2", "2026年3月2日", "二〇二六年三月二日"];

    private static readonly string[] FifteenWorkingDays = ["15 working days", "15个工作日", "十五个工作日", "１５个工作日"];

    [Test]
    public void A_table_of_requests_reads_them()
    {
        foreach (var day in DaysOf2026)
        foreach (var period in FifteenWorkingDays)
        {
            var answers = new StringWriter();
            var calendar = ShippedStories.World.Shelf.Resolve("Asia/Shanghai", DateOnly.MaxValue);
            var request = $"id,from,limit,pauses,roll\nx,{day},{period},,\n";
            Assert.That(DueRequests.Answer(new StringReader(request), answers, calendar, Language.En, null), Is.Zero, $"{answers}");
            // 03-03..06 (4) | 09..13 (9) | 16..20 (14) | 23
            Assert.That($"{answers}", Does.Contain("2026-03-23"));
        }
    }

    [Test]
    public void A_definition_reads_them()
    {
        foreach (var day in DaysOf2026)
        foreach (var period in FifteenWorkingDays)
        {
            var text = File.ReadAllText(Path.Combine(Repository.Definitions, "market", "three-certificates.yaml"))
                .Replace("2014-05-01..2015-09-30", $"{day}..2027.3.1", StringComparison.Ordinal)
                .Replace("limit: {for: 2 working days,", $"limit: {{for: {period},", StringComparison.Ordinal);
            Assert.That(text, Does.Contain(day).And.Contain(period));
            var library = DefinitionLibrary.Load(Repository.Definitions);
            var reading = DefinitionReader.Read("market/three-certificates.yaml", Encoding.UTF8.GetBytes(text), library);
            Assert.That(reading.Problems.Select(p => p.Code), Has.None.StartsWith("value.").And.None.StartsWith("in_force."), day);
        }
    }

    [Test]
    public void A_story_reads_them()
    {
        foreach (var day in new[] { "2014-05-05", "2014/5/5", "2014.5.5", "2014年5月5日", "二〇一四年五月五日", "２０１４－０５－０５" })
        {
            var text = $$$"""
                process: three-certificates
                scenarios:
                  - scenario: 收件
                    moves:
                      - {on: {{{day}}}, lodge: {applicant: chen-jie, form: {name: 晨光商贸有限公司, premises: 自有}, materials: [application]}}
                """;
            var reading = ScenarioReader.Read("x.scenarios.yaml", Encoding.UTF8.GetBytes(text), ShippedStories.World);
            Assert.That(reading.Problems.Select(p => p.English), Is.Empty);
            Assert.That(reading.Scenarios[0].Moves[0].Day, Is.EqualTo(new DateOnly(2014, 5, 5)));
        }
    }

    [Test]
    public async Task Addresses_and_the_command_line_read_them()
    {
        await using var host = await RunningHost.Start();
        var number = await host.Lodge();
        foreach (var day in new[] { "2014-05-06", "2014/5/6", "2014.5.6", "2014年5月6日", "二〇一四年五月六日" })
        {
            var written = Uri.EscapeDataString(day);
            Assert.That((await host.Get($"/api/cases/{number}/replay?legal={written}", "chen-jie")).Status, Is.EqualTo(200), day);
            Assert.That((await host.Get($"/api/cases/{number}/replay?at={written}", "chen-jie")).Status, Is.EqualTo(200), day);
            Assert.That((await Typed.Run("replay", number, "--legal", day, "--database", host.DatabaseFile)).Exit, Is.Zero, day);
        }

        Assert.That((await host.Get($"/api/cases/{number}/replay?legal=5/6/2014", "chen-jie")).Code, Is.EqualTo("request.malformed"));
    }
}

using System.Text;
using Workflow.Definitions.Due;
using Workflow.Definitions.Stories.Reading;
using Workflow.Definitions.Wording;
using Workflow.Engine.Periods;

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
            var text = Readings
                .Process(
                    "  - {step: receive, title: 收件, by: aic.officer, marks: received}\n  - {step: decide, title: 决定, by: aic.officer, marks: decided}",
                    $"clocks: {{handling: {{title: 期限, for: {period}, from: received, until: decided, basis: internal}}}}"
                )
                .Replaced("2020-01-01..", $"{day}..2027.3.1");
            var definition = Readings.Read(text).Definition!;
            Assert.That(definition.InForce, Is.EqualTo(new PeriodInForce(new DateOnly(2026, 3, 2), new DateOnly(2027, 3, 1))), day);
            Assert.That(definition.Clocks.Single().Limits.Single().Period, Is.EqualTo(new Period(15, PeriodUnit.WorkingDays)), period);
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
        var plain = await Read("2014-05-06");
        Assert.That((plain.Legal.Status, plain.At.Status, plain.Typed.Exit), Is.EqualTo((200, 200, 0)), $"{plain}");
        foreach (var day in new[] { "2014/5/6", "2014.5.6", "2014年5月6日", "二〇一四年五月六日" })
            Assert.That(await Read(day), Is.EqualTo(plain), day);
        var before = await Read("2014-05-05");
        Assert.Multiple(() =>
        {
            Assert.That(before.Legal, Is.Not.EqualTo(plain.Legal), "of another day each tells otherwise");
            Assert.That(before.At, Is.Not.EqualTo(plain.At));
            Assert.That(before.Typed, Is.Not.EqualTo(plain.Typed));
        });

        Assert.That((await host.Get($"/api/cases/{number}/replay?legal=5/6/2014", "chen-jie")).Code, Is.EqualTo("request.malformed"));

        async Task<(HostAnswer Legal, HostAnswer At, (int Exit, string Out, string Error) Typed)> Read(string day) =>
            (
                await host.Get($"/api/cases/{number}/replay?legal={Uri.EscapeDataString(day)}", "chen-jie"),
                await host.Get($"/api/cases/{number}/replay?at={Uri.EscapeDataString(day)}", "chen-jie"),
                await Typed.Run("replay", number, "--legal", day, "--database", host.DatabaseFile)
            );
    }
}

using Workflow.Engine.Statistics;
using Workflow.Host;
using Workflow.Host.CommandLine;
using Workflow.Host.Mining;
using Workflow.Host.Wording;

namespace Workflow.Tests.Host.Mining;

public sealed class StatsVerbTests
{
    [Test]
    public async Task A_case_that_is_pending_past_its_last_day_is_late_in_the_counts()
    {
        await using var office = await WithOneOverdue();
        Assert.That(await Told(office), Does.Match(@"pending and overdue\s+1/1").And.Match(@"on time\s+2/3"));
    }

    [Test]
    public async Task Behind_each_number_stand_the_cases()
    {
        await using var office = await WithOneOverdue();
        Assert.Multiple(async () =>
        {
            Assert.That(await Told(office, "--list", "overdue"), Does.Contain(Overdue).And.Not.Contain(SealedOffice.First));
            Assert.That(await Told(office, "--list", "on-time"), Does.Contain(SealedOffice.First).And.Not.Contain(Overdue));
            Assert.That(await Told(office, "--list", "late", "--office", SmallPermit.Hall), Does.Contain(Overdue));
            Assert.That(await Told(office, "--list", "overdue", "--office", SmallPermit.Hall), Does.Contain(Overdue));
            Assert.That(await Told(office, "--list", "withdrawn", "--office", SmallPermit.Hall), Does.Not.Contain("A-001"));
            Assert.That(await Told(office, "--list", "late", "--office", "elsewhere"), Does.Contain("had a task at 'elsewhere'"));
            Assert.That(await Told(office, "--office", "elsewhere"), Does.Contain("--office goes with --list."));
        });
    }

    [Test]
    public async Task Each_line_lists_as_many_cases_as_it_counts()
    {
        await using var office = await WithOneOverdue();
        var lists = CountedRows.Names.ToDictionary(row => row, _ => new List<string>());
        var counts = LedgerTally.Of(office.Office.Database, new CountedSpan(null, null), Hear, default);
        var lines = new StatsReport(counts, Words.In("en")).Csv().Split('\n').Where(l => l.StartsWith("cases,", StringComparison.Ordinal));
        Assert.That(
            lines.Select(l => l.Split(',')).Select(c => $"{c[1]} {c[2]}"),
            Is.EqualTo(lists.Select(l => $"{Words.In("en")[$"stats.{l.Key}"]} {l.Value.Count}"))
        );

        void Hear(CountedCase one)
        {
            foreach (var (row, numbers) in lists)
                if (CountedRows.Counts(row, one))
                    numbers.Add(one.Number);
        }
    }

    // To any end of the days: nothing is known of those ahead, and nothing is late on a day that has not come.
    [TestCase("9999-12-31")]
    [TestCase("9000-12-31")]
    [TestCase("2027-12-31")]
    public async Task A_span_that_reaches_beyond_the_ledger_is_counted_up_to_its_last_day(string to)
    {
        await using var office = await WithOneOverdue();
        await office.Office.Write(null, SmallPermit.Lodge("赵六"));
        Assert.That(Counted(await Told(office, "--to", to)), Is.EqualTo(Counted(await Told(office))));
    }

    private static string Counted(string told) => told[told.IndexOf("pending and overdue", StringComparison.Ordinal)..];

    private const string Overdue = "A-001-2026-000003";

    private static async Task<SealedOffice> WithOneOverdue()
    {
        var office = await SealedOffice.WithTwoSeals();
        await office.Office.Write(null, SmallPermit.Lodge("王五"));
        await office.Office.Write(Overdue, SmallPermit.Receive());
        office.Office.Time.Now += TimeSpan.FromDays(90);
        await office.Office.Write(Overdue, SmallPermit.Remark("催一下"));
        return office;
    }

    private static async Task<string> Told(SealedOffice office, params string[] options)
    {
        var output = new StringWriter();
        await Verbs.Run(
            Spoken.In(["stats", "--database", office.File, .. options]),
            new Terminal(TextReader.Null, output, output, Colours: false)
        );
        return output.ToString();
    }
}

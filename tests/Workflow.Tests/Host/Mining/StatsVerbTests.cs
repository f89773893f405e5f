using Workflow.Host;
using Workflow.Host.CommandLine;
using Workflow.Tests.Support;

namespace Workflow.Tests.Host.Mining;

public sealed class StatsVerbTests
{
    [Test]
    public async Task A_case_that_is_pending_past_its_last_day_is_late_in_the_counts()
    {
        await using var office = await SealedOffice.WithTwoSeals();
        await office.Office.Write(null, SmallPermit.Lodge("王五"));
        await office.Office.Write("A-001-2026-000003", SmallPermit.Receive());
        office.Office.Time.Now += TimeSpan.FromDays(90);
        await office.Office.Write("A-001-2026-000003", SmallPermit.Remark("催一下"));
        var output = new StringWriter();
        await Verbs.Run(Spoken.In(["stats", "--database", office.File]), new Terminal(TextReader.Null, output, output, Colours: false));
        Assert.That(output.ToString(), Does.Match(@"pending and overdue\s+1/1").And.Match(@"on time\s+2/3"));
    }
}

using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Documents;

/// <summary>A paper that is recorded late: nobody had it before, and none that tells of remedies is dated back.</summary>
public sealed class LatePapersTests
{
    private const string Papers = """
        documents:
          notice: {title: 告知书, number: 告字〔<year>〕<serial>号, basis: internal}
        """;

    private const string Steps = """
          - {step: decide, title: 决定, by: hall.officer, issues: notice}
          - step: deliver
            title: 送达
            by: hall.clerk
            asks: {served-on: {title: 送达日期, type: date, required: true}}
            serves: {what: [notice], on: served-on}
          - {step: file, title: 归档, by: hall.clerk, end: granted}
        """;

    [Test]
    public void A_paper_is_served_on_no_day_before_the_one_on_which_it_was_recorded()
    {
        var it = Lodged(Steps, form: Papers).On("2026-03-05").Does("first-officer", Done("decide"), "2026-03-03", "手稿");
        it.On("2026-03-06");
        foreach (var day in new[] { "2026-03-03", "2026-03-04" })
            Assert.That(it.Try("clerk", Served(day))?.Code, Is.EqualTo("document.served_out_of_bounds"), day);
        it.Does("clerk", Served("2026-03-05")).Waits("file clerk");
    }

    private static Complete Served(string day) =>
        Done("deliver") with
        {
            Fields = Done("deliver").Fields.Add("served-on", new DateValue(Shelf.Day(day))),
        };
}

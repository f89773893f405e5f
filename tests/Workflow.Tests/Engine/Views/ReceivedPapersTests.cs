using System.Collections.Immutable;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Views;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Views;

/// <summary>A party has a paper from its service on, or from its publication; before it is the office's own affair, with its outcome and reasons.</summary>
public sealed class ReceivedPapersTests
{
    private const string Steps = """
          - step: check
            title: 审查
            by: hall.officer
            outcomes:
              ok: {title: 通过}
              again: {title: 补正, issues: notice, steps: [{step: supplement, title: 补正, by: applicant}]}
          - step: decide
            title: 决定
            by: hall.leader
            outcomes: {yes-sir: {title: 准予, issues: licence, reasons: required}, refuse: {title: 不准予, issues: licence, reasons: required}}
          - {step: seal, title: 用印, by: hall.lawyer}
          - {step: hand-over, title: 送达, by: hall.clerk, outcomes: {done: {title: 已送达, issues: receipt, serves: {way: 直接送达}, end: granted}}}
        ends: {granted: 准予}
        """;

    private const string Papers = """
        documents:
          notice: {title: 补正通知书, number: 补〔<year>〕<serial>号, template: 请补正}
          licence: {title: 许可证, number: 证〔<year>〕<serial>号, template: 准予}
          receipt: {title: 送达回证, number: 送〔<year>〕<serial>号, template: 收到}
        """;

    [Test]
    public void A_paper_that_waits_for_its_service_is_not_seen_nor_its_outcome_nor_the_reasons()
    {
        var it = Checked().Does("head", Done("decide", "refuse") with { Reasons = "不符合条件" }).Does("legal-adviser", Done("seal"));
        var seen = Seen(it);
        Assert.That(
            (seen.Documents, seen.Steps["decide"].Completed),
            Is.EqualTo((ImmutableArray<CaseDocument>.Empty, (StepCompleted?)null))
        );
        Assert.That(seen.Steps["decide"].Status, Is.Not.EqualTo(StepStatus.Open));
    }

    [Test]
    public void A_paper_is_seen_from_its_service_on()
    {
        var it = Checked()
            .Does("head", Done("decide", "refuse") with { Reasons = "不符合条件" })
            .Does("legal-adviser", Done("seal"))
            .Does("clerk", Done("hand-over"));
        var seen = Seen(it);
        Assert.That(seen.Documents.Select(d => d.Issued.Document), Is.EqualTo(new[] { "licence", "receipt" }));
        Assert.That(seen.Steps["decide"].Completed?.Reasons, Is.EqualTo("不符合条件"));
    }

    [Test]
    public void A_paper_that_asks_something_of_the_party_comes_with_the_task()
    {
        var it = Lodged(Steps, form: Papers).Does("first-officer", Done("check", "again"));
        Assert.That(Seen(it).Documents.Select(d => d.Issued.Document), Is.EqualTo(new[] { "notice" }));
    }

    [Test]
    public void What_was_voided_before_its_service_was_never_there()
    {
        var it = Checked().Does("head", Done("decide", "refuse") with { Reasons = "有误" }).Does("head", new TakeBack("decide"));
        Assert.That(it.State.Documents.Single().Void, Is.Not.Null);
        Assert.That(Seen(it).Documents, Is.Empty);
        Assert.That(Entries(it).SelectMany(e => e.Events).OfType<DocumentVoided>(), Is.Empty);
    }

    private static OfficeCase Checked() => Lodged(Steps, form: Papers).Does("first-officer", Done("check", "ok"));

    private static CaseState Seen(OfficeCase it) => EntryFold.Of(Entries(it));

    private static ImmutableArray<LedgerEntry> Entries(OfficeCase it)
    {
        var process = SmallOffice.Read(SmallOffice.Process(Steps, Papers)).Single();
        return Seeing.Of(it.Entries, new Viewer("citizen", CaseSight.Party), _ => process);
    }
}

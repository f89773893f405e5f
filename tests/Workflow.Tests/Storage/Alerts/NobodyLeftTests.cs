using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Alerts;
using Workflow.Storage.Reading;
using Workflow.Storage.Running;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Storage.Alerts;

/// <summary>A task that nobody may do is told as it opens, and when the last who might do it proves to be a party.</summary>
public sealed class NobodyLeftTests
{
    private const string Form = "form: {where: {title: 承办处室, type: office}}";

    [TestCase(
        "{step: sign, title: 签署, by: hall.auditor, end: granted}",
        "'签署' waits for an auditor of 大厅, a post that nobody holds; *"
    )]
    [TestCase(
        "{step: sign, title: 签署, by: hall.lawyer, qualified: 律师, end: granted}",
        "'签署' waits for a lawyer of 大厅, but of the 1 who hold the post too few may act: *"
    )]
    [TestCase(
        "{step: sign, title: 签署, by: hall.officer, officers: 3, end: granted}",
        "*but of the 2 who hold the post too few may act: *"
    )]
    [TestCase(
        "{step: sign, title: 签署, by: hall.clerk, not-by: receive, end: granted}",
        "*but of the 1 who hold the post too few may act: *"
    )]
    [TestCase("{step: sign, title: 签署, by: form.where.officer, end: granted}", "*but the case does not name the office; *")]
    [TestCase(
        "{joint: sign, title: 会签, participants: [hall.auditor, hall.officer], decide: {pass: all, otherwise: fail}, outcomes: {pass: {title: 是, end: granted}, fail: {title: 否, end: refused}}}",
        "'会签' waits for an auditor of 大厅, a post that nobody holds; *"
    )]
    [TestCase("{step: sign, title: 签署, by: hall.officer, end: granted}", null)]
    [TestCase("{step: sign, title: 签署, by: applicant, end: granted}", null)]
    public async Task A_task_that_opens_and_that_nobody_may_do_is_told(string step, string? told)
    {
        await using var office = await Open($"  - {{step: receive, title: 收件, by: hall.clerk}}\n  - {step}");
        var number = await office.Lodge();
        await Do(office, number, "clerk", Done("receive"));
        Assert.That(Told(office, AlertKinds.Unattended), told is null ? Is.Empty : Has.Count.EqualTo(1));
        if (told is not null)
            Assert.That(
                Told(office, AlertKinds.Unattended).Single(),
                Does.Match($"^{System.Text.RegularExpressions.Regex.Escape(told).Replace("\\*", ".*", StringComparison.Ordinal)}$")
            );
        office.IsSound();
    }

    [Test]
    public async Task Whoever_names_every_officer_stops_nothing_and_it_is_told()
    {
        await using var office = await Open(
            "  - {step: check, title: 审查, by: hall.lawyer}\n  - {step: sign, title: 签署, by: hall.leader, end: granted}"
        );
        var lodge = new Lodge { Process = "sample", Parties = [Party("citizen"), Party("legal-adviser"), Party("head"), Party("builder")] };
        var number = ((Written)await office.Runner.Submit(null, new Request("citizen", lodge))).Case;
        Assert.That(Told(office, AlertKinds.Unattended), Is.Empty);
        Assert.That(
            Told(office, AlertKinds.OfficerAsParty).Select(t => t.Split(' ')[0]),
            Is.EquivalentTo(new[] { "legal-adviser", "head" })
        );
        await Do(office, number, "legal-adviser", Done("check"));
        await Do(office, number, "legal-adviser", new ConfirmParty("legal-adviser"));
        Assert.That(
            Told(office, AlertKinds.OfficerAsParty),
            Does.Contain("legal-adviser, now confirmed as a party, acted for an office at '审查' before; review what was done there.")
        );
        await Do(office, number, "head", new ConfirmParty("head"));
        Assert.That(
            Told(office, AlertKinds.Unattended).Single(),
            Does.StartWith("'签署' waits for a leader of 大厅, but of the 1 who hold")
        );
        office.IsSound();
    }

    [Test]
    public async Task Who_joins_as_a_party_after_having_acted_for_the_office_is_told()
    {
        await using var office = await Open(
            "  - {step: check, title: 审查, by: hall.lawyer}\n  - {step: sign, title: 签署, by: hall.leader, end: granted}"
        );
        var lodge = new Lodge { Process = "sample", Parties = [Party("citizen")] };
        var number = ((Written)await office.Runner.Submit(null, new Request("citizen", lodge))).Case;
        await Do(office, number, "legal-adviser", Done("check"));
        await Do(office, number, "head", new AddParty("applicant", "legal-adviser", "法律顾问", "查明"));
        Assert.That(
            Told(office, AlertKinds.OfficerAsParty).Single(),
            Is.EqualTo("legal-adviser, now confirmed as a party, acted for an office at '审查' before; review what was done there.")
        );
        await Do(office, number, "head", new AddParty("applicant", "head", "局长", "查明"));
        Assert.That(
            new CaseReads(office.Database).List(new CaseFilter(Viewers: [Recipient.Party("head")]), null, 10).Single().Case,
            Is.EqualTo(number)
        );
        Assert.That(
            Told(office, AlertKinds.Unattended).Single(),
            Does.StartWith("'签署' waits for a leader of 大厅, but of the 1 who hold")
        );
        office.IsSound();
    }

    private static PartyEntry Party(string person) => new("applicant", person, "某人");

    private static Task<OfficeOnDisk> Open(string steps) =>
        OfficeOnDisk.Open(SmallOffice.Process(steps, Form) + "\nends: {granted: 准予, refused: 不准予}");

    private static async Task Do(OfficeOnDisk office, string number, string by, CaseCommand command) =>
        Assert.That(await office.Runner.Submit(number, new Request(by, command)), Is.InstanceOf<Written>());

    private static List<string> Told(OfficeOnDisk office, string kind) =>
        [.. new AlertList(office.Database).Open().Where(a => a.Kind == kind).Select(a => a.Message.English.Sentence)];
}

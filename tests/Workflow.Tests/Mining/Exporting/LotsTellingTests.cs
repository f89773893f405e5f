using System.Xml.Linq;
using Workflow.Engine.Record.Commands;
using Workflow.Mining.Exporting;
using static Workflow.Tests.Support.Offices.LotsOffice;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Mining.Exporting;

/// <summary>What became of lots is told for process mining as everything else is.</summary>
public sealed class LotsTellingTests
{
    private static readonly string[] Kinds = ["lots.sealed", "lots.sealed", "lots.revealed", "lots.drawn", "lots.redrawn"];

    [Test]
    public void Commitment_reveal_draw_and_recusal_are_events_of_the_draw()
    {
        var lots = Told().Events.Where(e => Kinds.Contains(e.Kind)).ToList();
        Assert.That(lots.Select(e => e.Kind), Is.EqualTo(Kinds));
        Assert.That(
            lots.Select(e => (e.Activity, e.Transition, e.Step)).Distinct(),
            Is.EqualTo(
                new[]
                {
                    ("封存：抽取专家", "complete", "lots"),
                    ("揭示：抽取专家", "complete", "lots"),
                    ("抽取：抽取专家", "complete", "lots"),
                    ("回避递补：抽取专家", "complete", "lots"),
                }
            )
        );
    }

    [Test]
    public void Who_drew_did_so_as_an_officer_and_who_approved_a_recusal_as_the_head()
    {
        var events = Told().Events;
        Assert.That(
            events.Where(e => e.Kind is "lots.drawn" or "lots.redrawn").Select(e => (e.Actor, e.Role)),
            Is.EqualTo(new[] { ("first-officer", "officer"), ("head", "leader") })
        );
    }

    [Test]
    public void Every_form_of_the_log_has_them()
    {
        var told = Told();
        var xes = new MemoryStream();
        using (var writer = new XesWriter(xes))
            writer.Write(told);
        xes.Position = 0;
        var log = XDocument.Load(xes);
        Assert.That(XesRules.Faults(log), Is.Empty);
        Assert.That(
            Named(log.Descendants().Where(e => e.Name.LocalName == "string").Select(e => (string)e.Attribute("value")!)),
            Is.EqualTo(Kinds)
        );
        Assert.That(Named(new OcelCase(told).Events.Select(e => e.Type)), Is.EqualTo(Kinds));
        Assert.That(new OcelCase(told).Events.Select(e => e.Type).Except(Ocel.EventTypes), Is.Empty);
        var csv = new StringWriter();
        new LogCsv(csv).Write(told);
        Assert.That(Named(csv.ToString().Split("\r\n").SelectMany(line => line.Split(','))), Is.EqualTo(Kinds));
    }

    [Test]
    public void A_task_that_a_rule_gave_to_somebody_has_a_type_in_the_object_centric_log()
    {
        const string Given =
            "  - {step: check, title: 审查, by: hall.officer, assign: least-loaded}\n  - {step: decide, title: 决定, by: hall.leader, end: granted}";
        var told = CaseTelling.Tell(SmallOffice.Read(SmallOffice.Process(Given))[0], OfficeCase.Lodged(Given).Entries);
        Assert.That(new OcelCase(told).Events.Select(e => e.Type), Does.Contain("step.assigned").And.SubsetOf(Ocel.EventTypes));
    }

    private static IEnumerable<string> Named(IEnumerable<string> words) => words.Where(Kinds.Contains);

    // Sealed over nine experts and again over eight; one of the three drawn steps back.
    private static LoggedCase Told()
    {
        var office = LotsOffice
            .Lodged()
            .Does("first-officer", new SealLots("lots"))
            .Does("first-officer", Experts(8))
            .Does("first-officer", new SealLots("lots"))
            .Does("first-officer", Done("lots"));
        office.Does("head", new Redraw("lots", [new Recusal(office.State.Steps["lots"].Drawn[0], "与申请人有利害关系")]));
        return CaseTelling.Tell(SmallOffice.Read(SmallOffice.Process(DrawAndDecide, Form))[0], office.Entries);
    }
}

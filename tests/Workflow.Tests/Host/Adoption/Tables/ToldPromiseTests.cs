using System.Collections.Immutable;
using Workflow.Definitions.Stories;
using Workflow.Engine.Deciding;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Host.Adoption.Tables;

namespace Workflow.Tests.Host.Adoption.Tables;

/// <summary>A material that was promised in another system is awaited here, with its period from the day of the promise. 2026-03-02 is a Monday.</summary>
public sealed class ToldPromiseTests
{
    [Test]
    public void A_promise_is_read_with_the_day_on_which_it_was_kept()
    {
        var rows = Read(
            """
            number,lodged-on,receive,receive.on,promise.plan,at
            1,2026-03-02,done,2026-03-02,容缺承诺书1号 on 2026-03-02,acceptance
            2,2026-03-02,done,2026-03-02,容缺承诺书2号 on 2026-03-02 kept 2026-03-04,acceptance
            3,2026-03-02,done,2026-03-02,soon,acceptance
            """
        );
        Assert.That(
            rows.Take(2).Select(r => r.Command!.Promises.Single()),
            Is.EqualTo(
                new[]
                {
                    new ToldPromise("plan", "容缺承诺书1号", new DateOnly(2026, 3, 2)),
                    new ToldPromise("plan", "容缺承诺书2号", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 4)),
                }
            )
        );
        Assert.That(rows[2].Problems.Select(p => (p.Line, p.Column, p.Message.Code)), Is.EqualTo(new[] { (4, 5, "adopt.promise_form") }));
    }

    [Test]
    public void A_promise_that_was_not_kept_there_is_for_a_person_here_from_the_day_after()
    {
        var door = new Simulation(ShippedStories.World);
        var answer = door.Submit(
            null,
            new Request(
                "yu-ming",
                Told() with
                {
                    Promises = [new ToldPromise("plan", "容缺承诺书1号", new DateOnly(2026, 3, 2))],
                    At = ["acceptance", "plan-missing"],
                }
            ),
            At(2026, 3, 10)
        );
        Assert.That(answer.Refusal, Is.Null);
        var state = door.State(answer.Case!)!;
        Assert.That(
            (
                state.Clocks["promise/plan"].Status,
                $"{state.Clocks["promise/plan"].DueOn:MM-dd}",
                Standings.Of(state, "plan"),
                $"{state.Steps["plan-missing"].OpenedOn:MM-dd}"
            ),
            Is.EqualTo((ClockStatus.Overdue, "03-05", Standing.Missing, "03-06"))
        );
    }

    [TestCase("plan", "application; plan", "adopt.promise")]
    [TestCase("rules", "application", "material.no_promise")]
    [TestCase("gold", "application", "material.unknown")]
    public void A_promise_that_cannot_be_is_refused(string material, string received, string code)
    {
        var told = Told() with
        {
            Materials = [.. received.Split("; ")],
            Promises = [new ToldPromise(material, "容缺承诺书1号", new DateOnly(2026, 3, 2))],
        };
        Assert.That(
            new Simulation(ShippedStories.World).Submit(null, new Request("yu-ming", told), At(2026, 3, 3)).Refusal?.Code,
            Is.EqualTo(code)
        );
    }

    private static AdoptCase Told() =>
        new()
        {
            Process = "venue-fire-check",
            System = "旧系统",
            Number = "1",
            LodgedOn = new DateOnly(2026, 3, 2),
            Parties = [new PartyEntry("applicant", "huang-hua", "黄华")],
            Form = ImmutableSortedDictionary<string, FieldValue>
                .Empty.Add("venue", new TextValue("示范市星光影院"))
                .Add("area", new NumberValue(1200))
                .Add("way", new TextValue("现场检查")),
            Materials = ["application", "rules"],
            Acts =
            [
                new ToldAct
                {
                    Step = "receive",
                    Outcome = "done",
                    On = new DateOnly(2026, 3, 2),
                },
            ],
            Documents = [new ToldDocument("receipt", Absent: true)],
            At = ["acceptance"],
            Document = "移交〔2026〕1号",
            Reasons = "新系统上线",
        };

    private static List<ToldRow> Read(string text) =>
        [
            .. new ToldFile(
                ShippedStories.World.Processes.Single(p => p.Definition.Id == "venue-fire-check"),
                new ToldTerms("旧系统", "移交1号", "上线", null, ImmutableSortedDictionary<string, long>.Empty)
            ).Read(new StringReader(text)),
        ];

    private static DateTimeOffset At(int year, int month, int day) =>
        Shelf.Calendar.InstantOf(new DateOnly(year, month, day), new TimeOnly(9, 0));
}

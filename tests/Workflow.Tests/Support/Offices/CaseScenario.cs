using Workflow.Definitions.Registers;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Support.Offices;

/// <summary>Given what happened on literal days, when somebody asks for something, then this comes of it. For small definitions built in code.</summary>
internal sealed class CaseScenario
{
    private readonly ScenarioWorld _world;
    private readonly PublishedProcess _process;
    private readonly CaseState _state;
    private readonly Decision? _decision;

    private CaseScenario(ScenarioWorld world, PublishedProcess process, CaseState state, Decision? decision = null) =>
        (_world, _process, _state, _decision) = (world, process, state, decision);

    /// <summary>The small permit, lodged and received on Monday 2026-03-02.</summary>
    internal static CaseScenario OpenPermit { get; } =
        Given(
            SmallPermit.Published,
            ("2026-03-02", SmallPermit.Clerk, SmallPermit.Lodge().Command),
            ("2026-03-02", SmallPermit.Clerk, SmallPermit.Receive().Command)
        );

    internal CaseState State => _state;

    /// <summary>A case to which all this has happened; each act must be accepted, and what falls due in between is done.</summary>
    internal static CaseScenario Given(PublishedProcess process, params (string On, string By, CaseCommand Command)[] acts)
    {
        var world = new ScenarioWorld([process], People(process), Shelf.All);
        var door = new Simulation(world);
        foreach (var (on, by, command) in acts)
            Assert.That(door.Submit(door.Cases.FirstOrDefault(), new Request(by, command), Morning(on)).Refusal, Is.Null);
        return new CaseScenario(world, process, door.Cases.Length == 0 ? CaseState.Empty : door.State(door.Cases[0])!);
    }

    /// <summary>Asks for something on a day; nothing is settled before.</summary>
    internal CaseScenario When(CaseCommand command, string on, string by, string? effective = null, string? document = null) =>
        new(_world, _process, _state, Decide(command, on, by, effective, document));

    internal Decision Decide(CaseCommand command, string on, string by, string? effective = null, string? document = null)
    {
        var calendar = Shelf.KnownOn(on);
        var facts = new Facts
        {
            People =
            [
                .. CaseDecider
                    .Needs(_process, _state, command, Actor.Of(by), null)
                    .People.Select(p => _world.Register.Person(p, Shelf.Day(on)))
                    .OfType<PersonFact>(),
            ],
        };
        return CaseDecider.Decide(
            _process,
            _state,
            command,
            new Stamp
            {
                RecordedAt = Morning(on),
                EffectiveOn = Shelf.Day(effective ?? on),
                Actor = Actor.Of(by),
                Document = document,
                Facts = facts with { Calendar = calendar.Digest },
                Calendar = calendar,
            }
        );
    }

    internal void ThenRefused(string code, string sentence, string? chinese = null)
    {
        Assert.That(_decision, Is.TypeOf<Refused>());
        var refusal = ((Refused)_decision!).Refusal;
        Assert.That((refusal.Code, refusal.English.Sentence), Is.EqualTo((code, sentence)));
        if (chinese is not null)
            Assert.That(refusal.Chinese.Sentence, Is.EqualTo(chinese));
    }

    internal void ThenHappened(params string[] events)
    {
        Assert.That(_decision, Is.TypeOf<Accepted>());
        Assert.That(((Accepted)_decision!).Events.Select(Name), Is.EqualTo(events));
    }

    private static string Name(CaseEvent happened)
    {
        using var json = System.Text.Json.JsonDocument.Parse(LedgerJson.Write(happened));
        return json.RootElement.GetProperty("is").GetString()!;
    }

    private static DateTimeOffset Morning(string day) => Shelf.Calendar.InstantOf(Shelf.Day(day), new TimeOnly(9, 0));

    private static Register People(PublishedProcess process)
    {
        var always = new PeriodInForce(new DateOnly(2000, 1, 1), null);
        return new Register(
            [new Organisation(SmallPermit.Hall, "大厅", "city", Organisation.DefaultZone, [])],
            [
                Person(SmallPermit.Clerk, "clerk"),
                Person("clerk-2", "clerk"),
                Person("leader-1", "leader"),
                new Person("applicant-1", "张三", [], [], []),
            ],
            [
                new CatalogueItem
                {
                    Code = process.Definition.Item.Code,
                    Title = "小许可",
                    Type = "行政许可",
                    Lead = SmallPermit.Hall,
                    Hall = "大厅",
                    Status = [new ItemStatus(CatalogueStatus.Active, always)],
                    Offices = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("window", SmallPermit.Hall),
                },
            ]
        );

        Person Person(string id, string role) => new(id, id, [new HeldPost(SmallPermit.Hall, role, always)], [], []);
    }
}

using System.Collections.Immutable;
using Workflow.Definitions.Stories;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Reading;

namespace Workflow.Tests.Storage.Ledger;

/// <summary>Several people of one party: what waits for each of them stands in each one's inbox, whatever anybody does.</summary>
public sealed class InboxOfPartiesTests
{
    private const int Moves = 60;

    private static readonly DateOnly Day = new(2026, 3, 2);

    private const string Joint = """
          - {step: receive, title: 收件, by: hall.clerk, outcomes: {accept: {title: 受理}, supplement: {title: 补正}}}
          - {step: complete, title: 补齐材料, by: applicant, when: receive = supplement, limit: {for: 30 working days, on-expiry: done, basis: internal}}
          - joint: consent
            title: 意见
            participants: [hall.officer, applicant, hall.lawyer]
            decide: {agree: majority, otherwise: object}
            outcomes: {agree: {title: 同意}, object: {title: 不同意, back: {to: complete, at-most: 3, otherwise: agree}}}
          - {step: confirm, title: 确认, by: applicant}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("workflow-parties-").FullName;

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_task_of_the_applicants_waits_for_each_of_them()
    {
        await using var door = Open(Joint);
        var number = Lodge(door, ["citizen", "builder"]);
        door.Submit(
            number,
            new Request("clerk", new Complete { Step = "receive", Outcome = "supplement" }),
            SmallOffice.Monday.AddHours(1)
        );
        var inbox = new InboxReads(door.Database);
        Assert.Multiple(() =>
        {
            Assert.That(inbox.Held("citizen").Select(r => r.Step), Is.EqualTo(new[] { "complete" }));
            Assert.That(inbox.Held("builder").Select(r => r.Step), Is.EqualTo(new[] { "complete" }));
            IsSound(door);
        });
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public async Task Whatever_anybody_does_each_finds_what_waits_for_them(int seed)
    {
        var random = new Random(seed);
        var process = SmallOffice.Process(Joint);
        var world = SmallOffice.World(process);
        await using var door = Open(Joint);
        var number = Lodge(door, random.Next(2) == 0 ? ["citizen", "builder"] : ["builder", "citizen", "somebody"]);
        var (acts, now, done) = (new RandomActs(random, world), SmallOffice.Monday, 0);
        for (var i = 0; i < Moves && door.State(number)!.Stage != CaseStage.Closed; i++)
        {
            now = now.AddMinutes(random.Next(600));
            done += Moved(door, number, world, acts, random, now) ? 1 : 0;
            Agree(door, number);
        }

        Assert.That(done, Is.GreaterThan(3));
        IsSound(door);
    }

    private static bool Moved(DiskDoor door, string number, ScenarioWorld world, RandomActs acts, Random random, DateTimeOffset now)
    {
        var (state, process) = (door.State(number)!, world.Bound(door.State(number)!.Definition));
        var calendar = world.Calendar(process, Day);
        var day = calendar.DayOf(now);
        var actor = random.GetItems(world.Register.People.Select(p => world.Register.Person(p.Id, day)!).ToArray(), 1)[0];
        var holders = Leavers.Asked(state).Select(p => world.Register.Person(p, day)).OfType<PersonFact>();
        var offers = AllowedActions.For(process, state, actor, now, calendar, holders).Where(o => o.Allowed && !Ends(o)).ToArray();
        if (offers.Length == 0 || acts.Command(process, state, random.GetItems(offers, 1)[0], actor, day) is not { } command)
            return false;
        return door.Submit(number, new Request(actor.Id, command), now).Refusal is null;
    }

    private static bool Ends(ActionOffer offer) => offer.Action is "terminate" or "cancel" or "comment" or "copy" or "supervise";

    // In pages of one row, so that no row hides behind another that sorts alike.
    private static void Agree(DiskDoor door, string number)
    {
        var state = door.State(number)!;
        var expected = CaseRows.Inbox(door.Processes.Find(state.Definition)!, state);
        var sources = expected.Select(Source).ToList();
        List<InboxRow> found = [];
        while (new InboxReads(door.Database).Page(sources, found.LastOrDefault(), 1) is [var next])
            found.Add(next);
        Assert.That(found, Is.EquivalentTo(expected));
    }

    private static InboxSource Source(InboxRow row) =>
        row.Person is { } person ? new InboxSource(null, person, []) : new InboxSource(new Post(row.Organisation!, row.Role!), null, []);

    private static string Lodge(DiskDoor door, ImmutableArray<string> people)
    {
        var lodge = new Lodge { Process = "sample", Parties = [.. people.Select(p => new PartyEntry("applicant", p, p))] };
        return door.Submit(null, new Request(people[0], lodge), SmallOffice.Monday).Case!;
    }

    private DiskDoor Open(string steps) =>
        new(Path.Combine(_folder, $"{Guid.NewGuid():n}.db"), SmallOffice.World(SmallOffice.Process(steps)));

    private static void IsSound(DiskDoor door)
    {
        Assert.That(new Rebuild(door.Database, door.Processes).Compare(), Is.Empty);
        Assert.That(new Verify(door.Database).Run().Faults, Is.Empty);
    }
}

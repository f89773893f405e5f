using Workflow.Definitions.Stories;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Storage.Proofs.Readjudicating;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Proofs.Verifying;

namespace Workflow.Tests.Guarantees;

/// <summary>
/// Walks that were kept: every one that failed once, and a few that go through the operations. They carry their definitions
/// with them, so what they ask is decided as it was, whatever the language becomes.
/// </summary>
public sealed class KeptWalkTests
{
    // Every row of a database is computed again; after every act that would take longer than all the walks.
    private const int Few = 4;

    internal static string Folder => Path.Combine(Repository.Tests, "Histories", "walks");

    public static IEnumerable<string> All() =>
        Directory.EnumerateFiles(Folder, "*.walk").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    [Test]
    public void No_kept_walk_is_lost() => Assert.That((All().Count(), OfSmallOffice().Count()), Is.EqualTo((10, 9)));

    [TestCaseSource(nameof(All))]
    public void A_kept_walk_goes_as_it_went(string walk)
    {
        var kept = KeptWalk.Read(Path.Combine(Folder, walk));
        var door = new Simulation(kept.World()) { Rules = kept.Rules };
        kept.Replay(door, door.World);
        var number = door.Cases[0];
        var folded = door.Entries(number).Aggregate(CaseState.Empty, (state, e) => CaseFold.Apply(state, e.Events, e.Stamp.RecordedAt));
        Assert.That(LedgerJson.Write(folded), Is.EqualTo(LedgerJson.Write(door.State(number)!)));
    }

    [TestCaseSource(nameof(OfSmallOffice))]
    public async Task On_disk_every_row_is_what_the_ledger_entails_all_the_way(string walk)
    {
        var folder = Directory.CreateTempSubdirectory("workflow-walk-");
        var kept = KeptWalk.Read(Path.Combine(Folder, walk));
        var world = kept.World();
        await using (var door = new DiskDoor(Path.Combine(folder.FullName, "walk.db"), world, kept.Rules))
        {
            var acts = 0;
            kept.Replay(
                door,
                world,
                () => Assert.That(++acts % Few == 0 ? new Rebuild(door.Database, door.Processes).Compare() : [], Is.Empty)
            );
            Assert.That(new Rebuild(door.Database, door.Processes).Compare(), Is.Empty);
            Assert.That(new Verify(door.Database).Run().Faults, Is.Empty);
            Assert.That(new Readjudicate(door.Database, door.Processes).Run().Differences, Is.Empty);
        }

        folder.Delete(recursive: true);
    }

    // A process is published once for its days; a move to an edition for the same days is of the repository's walks.
    public static IEnumerable<string> OfSmallOffice() =>
        All().Where(w => KeptWalk.Read(Path.Combine(Folder, w)).Register == KeptWalk.SmallOfficeName);

    // Greedily: of a thousand walks those that do something none before them did.
    [Test, Explicit("Keeps walks through every operation, once an operation is added.")]
    public void Keep_walks_through_every_operation()
    {
        var (random, seen, kept) = (new Random(20_261_122), new HashSet<(Type, string?)>(), 0);
        for (var i = 0; i < 1_000; i++)
        {
            var text = new RandomProcess(random).Text();
            var world = SmallOffice.World(text);
            var walk = new RandomWalk(
                random,
                new ScenarioWorld(world.Processes, world.Register, RandomEditions.Changing(new Random(i))),
                "sample",
                new DateOnly(2024, 1, 2).AddDays(random.Next(700)),
                "citizen",
                text
            );
            walk.Run();
            var acts = walk.Kept(KeptWalk.SmallOfficeName, i);
            if (acts.Acts.Count(a => a.Command is not null && seen.Add((a.Command.GetType(), a.Code))) > 2)
                acts.Write(Path.Combine(Folder, $"{++kept:00}.walk"));
        }
    }
}

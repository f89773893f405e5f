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

    public static IEnumerable<string> All() =>
        Directory.EnumerateFiles(KeptWalk.Folder, "*.walk").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(All))]
    public void A_kept_walk_goes_as_it_went(string walk)
    {
        var door = KeptWalk.Read(Path.Combine(KeptWalk.Folder, walk)).Gone();
        var number = door.Cases[0];
        var folded = door.Entries(number).Aggregate(CaseState.Empty, (state, e) => CaseFold.Apply(state, e.Events, e.Stamp.RecordedAt));
        Assert.That(LedgerJson.Write(folded), Is.EqualTo(LedgerJson.Write(door.State(number)!)));
    }

    [TestCaseSource(nameof(OfSmallOffice))]
    public async Task On_disk_every_row_is_what_the_ledger_entails_all_the_way(string walk)
    {
        var folder = Directory.CreateTempSubdirectory("workflow-walk-");
        var kept = KeptWalk.Read(Path.Combine(KeptWalk.Folder, walk));
        var world = kept.World();
        await using (var door = new DiskDoor(Path.Combine(folder.FullName, "walk.db"), world))
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
        All().Where(w => KeptWalk.Read(Path.Combine(KeptWalk.Folder, w)).Register == KeptWalk.SmallOfficeName);
}

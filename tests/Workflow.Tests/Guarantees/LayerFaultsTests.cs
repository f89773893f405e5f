using Workflow.Storage.Databases;

namespace Workflow.Tests.Guarantees;

/// <summary>The architecture test finds what it looks for, and says what to write where.</summary>
public sealed class LayerFaultsTests
{
    private const string Project = "engine/Workflow.Storage";

    private static readonly FolderArrows Arrows = new(WrittenTypes.Of(typeof(Database).Assembly, "Workflow.Storage"));

    [Test]
    public void A_folder_that_uses_one_above_it_is_told_with_both_types()
    {
        var layers = Layers.Of(Project);
        var faults = LayerFaults.OfArrows(layers with { Rows = [.. layers.Rows.Reverse()] }, Arrows.All).Split('\n');
        Assert.That(faults, Has.Length.GreaterThan(100));
        Assert.That(
            faults,
            Does.Contain(
                "Alerts is below Databases, but Workflow.Storage.Alerts.AlertList uses Workflow.Storage.Databases.Database. "
                    + "Move one of the two types, or the row of one of the two folders in engine/Workflow.Storage/README.md."
            )
        );
    }

    [Test]
    public void A_folder_without_a_row_is_told_with_its_place()
    {
        var layers = Layers.Of(Project);
        Assert.That(
            LayerFaults.OfFolders(layers with { Rows = [.. layers.Rows.Where(r => r != "Ledger")] }, Arrows),
            Is.EqualTo(
                "engine/Workflow.Storage/README.md: add a row | `Ledger/` | the question it answers | "
                    + "after `Databases/` and before `Seals/`."
            )
        );
    }

    [Test]
    public void A_row_without_types_and_a_second_row_are_told()
    {
        var layers = Layers.Of(Project);
        Assert.That(
            LayerFaults.OfFolders(layers with { Rows = [.. layers.Rows, "Relaying", "Ledger"] }, Arrows),
            Is.EqualTo(
                "engine/Workflow.Storage/README.md: no type stands in `Relaying/`; take the row out.\n"
                    + "engine/Workflow.Storage/README.md: `Ledger/` has two rows; keep one."
            )
        );
    }

    [Test]
    public void A_room_holds_its_inner_folders_and_nothing_beside_them()
    {
        var layers = new Layers("README.md", ["Deciding/**", "Lint"]);
        Assert.That(
            new[] { "Deciding", "Deciding/Steps", "DecidingElsewhere", "Lint/Rules", "Lint", "" }.Select(layers.RowOf),
            Is.EqualTo(new[] { "Deciding/**", "Deciding/**", null, null, "Lint", null })
        );
    }
}

using Workflow.Definitions.Stories;
using Workflow.Engine.Calendars;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;

namespace Workflow.Tests.Support.Ledgers;

/// <summary>The ledger of one case in a file, with the state it ended with. The definitions and calendars that it names lie beside it by their digests.</summary>
/// <param name="File">The file, a line for each entry.</param>
internal sealed record RecordedLedger(string File)
{
    private const string Extension = ".jsonl";

    /// <summary>The folder of all that is recorded.</summary>
    internal static string Folder { get; } = Path.Combine(Repository.Tests, "Histories");

    /// <summary>Every ledger of a folder and those inside, in the order of their names.</summary>
    internal static IEnumerable<RecordedLedger> All(string folder) =>
        Directory
            .EnumerateFiles(folder, "*" + Extension, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => new RecordedLedger(file));

    /// <summary>The text of each entry as it was stored.</summary>
    internal IReadOnlyList<string> Lines => System.IO.File.ReadAllLines(File);

    internal IEnumerable<LedgerEntry> Entries => Lines.Select(LedgerJson.ReadEntry);

    /// <summary>The state that it ended with, as it was stored.</summary>
    internal string State => System.IO.File.ReadAllText(StateFile);

    internal PublishedProcess Definition(string digest) => PublishedProcess.Of(Stored("definitions", digest));

    internal WorkCalendar Calendar(string digest) => WorkCalendar.Parse(Stored("calendars", digest));

    /// <summary>Writes the ledger of a case, with the definitions and calendars that its entries name.</summary>
    internal static void Record(string folder, string name, Simulation door, string number)
    {
        var ledger = new RecordedLedger(Path.Combine(folder, name + Extension));
        Keep(ledger.File, string.Concat(door.Stored(number).Select(line => line + "\n")));
        Keep(ledger.StateFile, LedgerJson.Write(door.State(number)!));
        foreach (var entry in door.Entries(number))
        {
            Keep(ledger.Beside("definitions", entry.Definition), door.World.Bound(entry.Definition).Json);
            Keep(ledger.Beside("calendars", entry.Stamp.Facts.Calendar), CalendarOf(door.World, entry).Canonical);
        }
    }

    private string StateFile => Path.ChangeExtension(File, ".state.json");

    private string Stored(string kind, string digest) => System.IO.File.ReadAllText(Beside(kind, digest));

    private string Beside(string kind, string digest) => Path.Combine(Path.GetDirectoryName(File)!, kind, digest);

    // A story may stand on a calendar that was known later than its days.
    private static WorkCalendar CalendarOf(ScenarioWorld world, LedgerEntry entry) =>
        world
            .Shelf.Editions.Select(e => e.Published)
            .Append(DateOnly.MaxValue)
            .Distinct()
            .Select(day => world.Calendar(world.Bound(entry.Definition), day))
            .First(c => c.Digest == entry.Stamp.Facts.Calendar);

    private static void Keep(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
    }
}

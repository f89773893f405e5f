using System.Text.Json.Nodes;
using Workflow.Definitions.Stories;
using Workflow.Engine.Calendars;
using Workflow.Engine.Deciding;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;

namespace Workflow.Tests.Guarantees;

/// <summary>
/// Recorded ledgers of past releases. The files are never edited: whatever a later engine does, it must fold them to the
/// state they ended with, and decide each stored command as it was decided then.
/// </summary>
public sealed class HistoryTests
{
    private static string Folder => Path.Combine(Repository.Tests, "Histories");

    public static IEnumerable<string> All() =>
        Directory
            .EnumerateFiles(Folder, "*.jsonl", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    [Test]
    public void No_recorded_ledger_is_lost() =>
        Assert.That(All().Count(h => h.StartsWith("0.1/", StringComparison.Ordinal)), Is.EqualTo(41));

    [TestCaseSource(nameof(All))]
    public void A_recorded_ledger_still_folds_to_its_state(string history)
    {
        var state = Entries(history).Aggregate(CaseState.Empty, (s, e) => CaseFold.Apply(s, e.Events, e.Stamp.RecordedAt));
        Assert.That(
            LedgerJson.Write(state),
            Is.EqualTo(File.ReadAllText(Path.Combine(Folder, Path.ChangeExtension(history, ".state.json"))))
        );
    }

    [TestCaseSource(nameof(All))]
    public void A_recorded_ledger_is_still_decided_as_it_was(string history)
    {
        var state = CaseState.Empty;
        foreach (var entry in Entries(history).Some())
        {
            var stamp = entry.Stamp.With(WorkCalendar.Parse(Stored(history, "calendars", entry.Stamp.Facts.Calendar)), entry.Rules);
            var decision = CaseDecider.Decide(
                PublishedProcess.Of(Stored(history, "definitions", entry.Definition)),
                state,
                entry.Command,
                stamp
            );
            Assert.That(
                (decision as Accepted)?.Events.Select(LedgerJson.Write),
                Is.EqualTo(entry.Events.Select(LedgerJson.Write)),
                $"entry {entry.Number}"
            );
            state = ((Accepted)decision).State;
        }
    }

    [TestCaseSource(nameof(All))]
    public void A_recorded_chain_still_holds(string history)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, history));
        Assert.That(
            lines.Select(l => LedgerJson.ReadEntry(l).Previous),
            Is.EqualTo(lines.Select(LedgerJson.Hash).Prepend(LedgerJson.Genesis).SkipLast(1))
        );
    }

    [Test, Explicit("Records the stories of this release, once, when it is released.")]
    public void Record_this_release()
    {
        var release = Path.Combine(Folder, typeof(CaseDecider).Assembly.GetName().Version!.ToString(2));
        var count = 0;
        foreach (var (door, result) in ShippedStories.Readings.SelectMany(r => r.Scenarios).Select(ShippedStories.Played))
        foreach (var number in door.Cases)
            Record(door, number, Path.Combine(release, $"{result.Scenario.Process}-{++count:00}.jsonl"));
    }

    [
        Test,
        Explicit(
            "Decides every recorded command again and writes what comes of it: only while stored names may still change, before a first release."
        )
    ]
    public void Record_every_ledger_anew()
    {
        foreach (var history in All().ToList())
        {
            var (state, previous, lines) = (CaseState.Empty, LedgerJson.Genesis, new List<string>());
            foreach (var body in File.ReadLines(Path.Combine(Folder, history)).Select(line => JsonNode.Parse(line)!))
            {
                var definition = body["definition"]!.GetValue<string>();
                // The stamp and the command are read through an entry without events, whose names may be those of before.
                body["events"] = new JsonArray();
                var entry = LedgerJson.ReadEntry(body.ToJsonString());
                var stamp = entry.Stamp.With(WorkCalendar.Parse(Stored(history, "calendars", entry.Stamp.Facts.Calendar)), entry.Rules);
                var decided = (Accepted)
                    CaseDecider.Decide(PublishedProcess.Of(Stored(history, "definitions", definition)), state, entry.Command, stamp);
                lines.Add(LedgerJson.Write(entry with { Events = decided.Events, Previous = previous }));
                (state, previous) = (decided.State, LedgerJson.Hash(lines[^1]));
            }

            Keep(Path.Combine(Folder, history), string.Concat(lines.Select(line => line + "\n")));
            Keep(Path.Combine(Folder, Path.ChangeExtension(history, ".state.json")), LedgerJson.Write(state));
        }
    }

    private static void Record(Simulation door, string number, string path)
    {
        Keep(path, string.Concat(door.Stored(number).Select(line => line + "\n")));
        Keep(Path.ChangeExtension(path, ".state.json"), LedgerJson.Write(door.State(number)!));
        var release = Path.GetDirectoryName(path)!;
        foreach (var entry in door.Entries(number))
        {
            var process = ShippedStories.World.Bound(entry.Definition);
            Keep(Path.Combine(release, "definitions", entry.Definition), process.Json);
            var calendar = Shelf
                .All.Editions.Select(e => e.Published)
                .Append(DateOnly.MaxValue)
                .Distinct()
                .Select(day => ShippedStories.World.Calendar(process, day))
                .First(c => c.Digest == entry.Stamp.Facts.Calendar);
            Keep(Path.Combine(release, "calendars", calendar.Digest), calendar.Canonical);
        }
    }

    private static void Keep(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static IEnumerable<LedgerEntry> Entries(string history) =>
        File.ReadLines(Path.Combine(Folder, history)).Select(LedgerJson.ReadEntry);

    private static string Stored(string history, string kind, string digest) =>
        File.ReadAllText(Path.Combine(Folder, Path.GetDirectoryName(history)!, kind, digest));
}

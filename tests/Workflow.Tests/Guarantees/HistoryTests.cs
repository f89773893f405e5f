using System.Text.Json.Serialization;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;

namespace Workflow.Tests.Guarantees;

/// <summary>
/// Recorded ledgers of past releases. The files are never edited: whatever a later engine does, it must fold them to the
/// state they ended with, and decide each stored command as it was decided then.
/// </summary>
public sealed class HistoryTests
{
    public static IEnumerable<string> All() =>
        RecordedLedger.All(RecordedLedger.Folder).Select(l => Path.GetRelativePath(RecordedLedger.Folder, l.File).Replace('\\', '/'));

    [Test]
    public void No_recorded_file_is_lost_or_edited() =>
        Assert.That(RecordedFiles.Listed(), Is.EqualTo(File.ReadAllText(RecordedFiles.List)));

    [Test]
    public void Every_kind_of_event_and_of_command_occurs_in_them()
    {
        var entries = RecordedLedger.All(RecordedLedger.Folder).SelectMany(l => l.Entries).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(Closed<CaseEvent>().Except(entries.SelectMany(e => e.Events).Select(e => e.GetType())), Is.Empty);
            Assert.That(Closed<CaseCommand>().Except(entries.Select(e => e.Command.GetType())), Is.Empty);
        });
    }

    [TestCaseSource(nameof(All))]
    public void A_recorded_ledger_still_folds_to_its_state(string history)
    {
        var ledger = Ledger(history);
        var state = ledger.Entries.Aggregate(CaseState.Empty, (s, e) => CaseFold.Apply(s, e.Events, e.Stamp.RecordedAt));
        Assert.That(LedgerJson.Write(state), Is.EqualTo(ledger.State));
    }

    [TestCaseSource(nameof(All))]
    public void A_recorded_ledger_is_still_decided_as_it_was(string history)
    {
        var (ledger, state) = (Ledger(history), CaseState.Empty);
        foreach (var entry in ledger.Entries.Some())
        {
            var decision = CaseDecider.Decide(
                ledger.Definition(entry.Definition),
                state,
                entry.Command,
                entry.Stamp.With(ledger.Calendar(entry.Stamp.Facts.Calendar), entry.Rules),
                entry.Command is MigrateCase ? ledger.Definition(state.Definition) : null
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
        var lines = Ledger(history).Lines;
        Assert.That(
            lines.Select(l => LedgerJson.ReadEntry(l).Previous),
            Is.EqualTo(lines.Select(LedgerJson.Hash).Prepend(LedgerJson.Genesis).SkipLast(1))
        );
    }

    private static RecordedLedger Ledger(string history) => new(Path.Combine(RecordedLedger.Folder, history));

    private static IEnumerable<Type> Closed<T>() =>
        typeof(T).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>().Select(a => a.DerivedType);
}

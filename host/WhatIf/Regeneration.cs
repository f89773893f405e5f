using System.Collections.Immutable;
using Workflow.Definitions.Stories;
using Workflow.Engine.Deciding;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Host.WhatIf;

/// <summary>What came of people's recorded commands in some world.</summary>
/// <param name="States">Each case by its recorded number; a case that was never opened is missing.</param>
/// <param name="Refused">The commands that were refused, in order.</param>
/// <param name="Fault">The bug that ended the walk; null for none.</param>
public sealed record Regenerated(
    ImmutableSortedDictionary<string, CaseState> States,
    ImmutableArray<RefusedCommand> Refused,
    Message? Fault
);

/// <summary>A recorded command that is refused in another world.</summary>
/// <param name="Entry">The entry that records it.</param>
/// <param name="Refusal">Why it is refused.</param>
public sealed record RefusedCommand(LedgerEntry Entry, Refusal Refusal);

/// <summary>
/// Plays the recorded commands of people again on simulated time: each at its recorded moment, with its effective day and the
/// facts it saw. What rules did is not taken over: time brings it about anew.
/// </summary>
public static class Regeneration
{
    /// <summary>Plays a case with those it called. A command that is refused is noted and the walk goes on.</summary>
    /// <param name="family">The entries of each case.</param>
    /// <param name="world">The world.</param>
    /// <param name="until">The moment up to which time passes; not before the last entry.</param>
    public static Regenerated Play(IReadOnlyCollection<ImmutableArray<LedgerEntry>> family, ScenarioWorld world, DateTimeOffset until) =>
        new RegenerationWalk(family, world).Run(until);

    private sealed class RegenerationWalk(IReadOnlyCollection<ImmutableArray<LedgerEntry>> family, ScenarioWorld world)
    {
        private readonly Simulation _door = new(world, null, series => Before(family, series));
        private readonly Dictionary<string, string> _numbers = new(StringComparer.Ordinal);
        private readonly ImmutableArray<RefusedCommand>.Builder _refused = ImmutableArray.CreateBuilder<RefusedCommand>();
        private Message? _fault;

        internal Regenerated Run(DateTimeOffset until)
        {
            try
            {
                foreach (var entry in InOrder())
                    Pass(entry);
                _door.Advance(until);
            }
            catch (InvalidOperationException fault)
            {
                // A definition may lead the engine into a corner: that is a finding about it, and the rest of the walk makes no sense.
                _fault = MachineText.Of(fault);
            }

            foreach (var entries in family)
                Find(entries[0]);
            return new Regenerated(
                _numbers.ToImmutableSortedDictionary(n => n.Key, n => _door.State(n.Value)!),
                _refused.ToImmutable(),
                _fault
            );
        }

        private IEnumerable<LedgerEntry> InOrder() =>
            family
                .SelectMany(e => e)
                .Where(IsOfPerson)
                .OrderBy(e => e.Stamp.RecordedAt)
                .ThenBy(e => e.Case, StringComparer.Ordinal)
                .ThenBy(e => e.Number);

        private void Pass(LedgerEntry entry)
        {
            var begins = entry.Command is IOpensCase;
            var number = begins ? null : Find(family.First(e => e[0].Case == entry.Case)[0]);
            if (!begins && number is null)
                _refused.Add(new RefusedCommand(entry, AlternativeRefusals.NeverOpened));
            else if (Command(entry, number) is { } command)
                Submit(entry, command, number);
        }

        // What the command says in this world; null where it says nothing here.
        private CaseCommand? Command(LedgerEntry entry, string? number) =>
            entry.Command is MigrateCase move ? Move(move, number!)
            : entry.Command is AdoptCase { Definition: { } named } adopt ? adopt with { Definition = Instead(named) }
            : entry.Command;

        // Where one definition stands in the place of both, there is nowhere to move to.
        private MigrateCase? Move(MigrateCase move, string number) =>
            _door.State(number)!.Definition == Instead(move.To) ? null : move with { To = Instead(move.To) };

        private string Instead(string definition) => world.Instead.GetValueOrDefault(definition, definition);

        private void Submit(LedgerEntry entry, CaseCommand command, string? number)
        {
            var stamp = entry.Stamp;
            var request = new Request(stamp.Actor, command, stamp.For, stamp.EffectiveOn, stamp.Document);
            _door.Rules = entry.Rules;
            var answer = _door.Submit(number, request, stamp.RecordedAt, stamp.Facts);
            if (answer.Refusal is { } refusal)
                _refused.Add(new RefusedCommand(entry, refusal));
            else if (number is null)
                _numbers[entry.Case] = answer.Case!;
        }

        // A case that another called is the one that the same step of that other calls now.
        private string? Find(LedgerEntry lodging)
        {
            if (_numbers.TryGetValue(lodging.Case, out var number))
                return number;
            if (lodging.Command is not Lodge { Parent: { } parent } || !_numbers.TryGetValue(parent.Case, out var caller))
                return null;
            var called = _door.Cases.FirstOrDefault(n =>
                _door.State(n)!.Parent == parent with { Case = caller } && !_numbers.ContainsValue(n)
            );
            if (called is not null)
                _numbers[lodging.Case] = called;
            return called;
        }

        private static bool IsOfPerson(LedgerEntry entry) => entry.Stamp.Actor is not RuleActor;

        private static long Before(IEnumerable<ImmutableArray<LedgerEntry>> family, string series) =>
            family.SelectMany(e => e).Select(e => e.Stamp.Facts.Serials.TryGetValue(series, out var first) ? first : long.MaxValue).Min()
                is var least
                    and not long.MaxValue
                ? least - 1
                : 0;
    }
}

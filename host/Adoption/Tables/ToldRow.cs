using System.Collections.Immutable;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Host.Wording;

namespace Workflow.Host.Adoption.Tables;

/// <summary>One row of a transfer file.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Number">The number that the case has there; empty where there is none.</param>
/// <param name="Command">What it asks for; null where it cannot be understood.</param>
/// <param name="Problems">Everything that is wrong with it; empty where it is understood.</param>
public sealed record ToldRow(int Line, string Number, AdoptCase? Command, ImmutableArray<PlacedNote> Problems)
{
    internal ImmutableArray<(ToldColumn Column, string Text)> Cells { get; init; } = [];

    /// <summary>The problem that a refusal of the row is, at the cell it speaks of; at the first where it speaks of none.</summary>
    public PlacedNote Refused(Refusal refusal) => new(Line, ToldPlace.Of(refusal, Cells), refusal.Message);
}

/// <summary>What is the same for every row of a transfer file.</summary>
/// <param name="System">The name of the other system.</param>
/// <param name="Document">The transfer list 交接单.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Definition">The digest of the definition for cases lodged when none was in force; null for none.</param>
/// <param name="Series">The first serial to be given here, by series.</param>
public sealed record ToldTerms(
    string System,
    string Document,
    string Reasons,
    string? Definition,
    ImmutableSortedDictionary<string, long> Series
);

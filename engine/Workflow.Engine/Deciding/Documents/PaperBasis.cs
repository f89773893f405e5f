using System.Collections.Immutable;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Laws;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>The law a paper rests on: its own, else that of the outcome, or of the clock or the limit behind it.</summary>
internal static class PaperBasis
{
    internal static ImmutableArray<LegalBasis> Of(CaseLook look, DocumentType type, Occasion occasion)
    {
        if (look.Definition.Papers == PaperRules.OfTheCase)
            return look.Definition.Basis;
        return Statute(type.Basis) ?? Statute(occasion.Outcome?.Basis) ?? Statute(Limit(look, occasion)) ?? OfProcess(look.Definition);
    }

    // The law of the procedure is not yet the law of the decision.
    private static ImmutableArray<LegalBasis> OfProcess(ProcessDefinition definition) =>
        definition.Papers == PaperRules.OfTheIssuer ? definition.Basis : [];

    private static LegalBasis? Limit(CaseLook look, Occasion occasion) =>
        occasion.Clock is { } clock ? Of(look, look.State.Clocks[clock])
        : look.Process.Find(occasion.Step) is WorkNode { Limit: { } limit } ? limit.Basis
        : null;

    private static LegalBasis Of(CaseLook look, ClockState clock) => clock.Basis ?? ClockRules.Of(look.Process, clock).Basis;

    // A rule of the office itself is no law that a paper could name.
    private static ImmutableArray<LegalBasis>? Statute(LegalBasis? basis) => basis is { IsInternal: false } law ? [law] : null;
}

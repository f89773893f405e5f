using System.Collections.Immutable;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Laws;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>The law a paper rests on: that of what was found, of the outcome and its own, else of the clock or the limit behind it.</summary>
internal static class PaperBasis
{
    // The law of the procedure, which the process rests on, is not yet the law of the decision.
    internal static ImmutableArray<LegalBasis> Of(CaseLook look, DocumentType type, Occasion occasion) =>
        OfSilence(look, occasion) ?? OfDecision(look, type, occasion) ?? Statute(Limit(look, occasion)) ?? [];

    // What was found, what was decided for it, and how such a decision is put on paper.
    private static ImmutableArray<LegalBasis>? OfDecision(CaseLook look, DocumentType type, Occasion occasion)
    {
        var laws = RestedOn
            .Laws(look, type)
            .Concat([occasion.Outcome?.Basis, type.Basis])
            .OfType<LegalBasis>()
            .Where(b => !b.IsInternal)
            .Distinct()
            .ToImmutableArray();
        return laws.IsEmpty ? null : laws;
    }

    // What nobody decided has the law by which silence decides, and not that of the decision it stands for.
    private static ImmutableArray<LegalBasis>? OfSilence(CaseLook look, Occasion occasion) =>
        occasion.Act.Because is RanOut ? Statute(Limit(look, occasion)) : null;

    private static LegalBasis? Limit(CaseLook look, Occasion occasion) =>
        occasion.Clock is { } clock ? Of(look, look.State.Clocks[clock])
        : look.Process.Find(occasion.Step) is WorkNode { Limit: { } limit } ? limit.Basis
        : null;

    private static LegalBasis Of(CaseLook look, ClockState clock) => clock.Basis ?? ClockRules.Of(look.Process, clock).Basis;

    // A rule of the office itself is no law that a paper could name.
    private static ImmutableArray<LegalBasis>? Statute(LegalBasis? basis) => basis is { IsInternal: false } law ? [law] : null;
}

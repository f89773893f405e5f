using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Events;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says how a draw was sealed, shown and drawn again.</summary>
internal static class LotWords
{
    // The first digits tell hashes apart; the ledger holds them whole.
    private const int DigitsShown = 12;

    internal static Message Of(CaseEvent happened, CaseNames names) =>
        happened switch
        {
            LotsSealed e => Sealed(e, names),
            LotsRevealed e => Revealed(e, names),
            LotsDrawn e => new("told.lots.drawn", ("rows", MessageValue.List(e.Drawn.Select(row => (MessageValue)row)))),
            LotsRedrawn e => Redrawn(e, names),
            _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
        };

    private static Message Revealed(LotsRevealed e, CaseNames names) =>
        names.AtStep("told.lots.revealed", e.Step, ("seed", Short(e.Seed)), ("commitment", Short(e.Commitment)));

    private static Message Sealed(LotsSealed e, CaseNames names) =>
        names.AtStep(
            "told.lots.sealed",
            e.Step,
            ("size", e.Size),
            ("count", e.Count),
            ("list", Short(e.Population)),
            ("seed", Short(e.Commitment)),
            ("old", LineParts.Of("told.lots.given_up", "seed", e.GivenUp is { } given ? Short(given) : null))
        );

    private static Message Redrawn(LotsRedrawn e, CaseNames names)
    {
        var rows = e.Recused.Zip(
            e.Substitutes,
            (row, substitute) =>
                (MessageValue)new Message("told.lots.substituted", ("row", row.Row), ("reasons", row.Reasons), ("substitute", substitute))
        );
        return names.AtStep(
            "told.lots.redrawn",
            e.Step,
            ("rows", MessageValue.List(rows)),
            ("document", LineParts.Of("told.lots.document", "document", e.Document))
        );
    }

    private static string Short(string hash) => hash.Length > DigitsShown ? $"{hash[..DigitsShown]}…" : hash;
}

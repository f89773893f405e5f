using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Deciding.Lots;

/// <summary>What repeating a draw finds otherwise, each as Expected …, but ….</summary>
internal static class DrawFaults
{
    internal static string GivenUp(LotsSealed e, string? before) =>
        $"Expected the seal of '{e.Step}' to give up {before ?? "no commitment"}, but it names {e.GivenUp ?? "none"}.";

    internal static string Table(int size, string population, int? found) =>
        $"Expected a table of {Rows(size)} with the hash {population} in the form, but {Found(found)}.";

    internal static string Opened(LotsRevealed e, string? commitment) =>
        $"Expected the commitment {commitment ?? "of a seal"} to be opened at '{e.Step}', but {e.Commitment} was.";

    internal static string Commitment(string expected, string made) =>
        $"Expected salt and seed to have the commitment {expected}, but they have {made}.";

    internal static string NotSealed(string step) =>
        $"Expected the lots of '{step}' to be sealed and revealed before the draw, but they were not.";

    internal static string Seed(LotsDrawn e, string revealed) =>
        $"Expected the draw at '{e.Step}' by the seed {revealed}, but it names {e.Seed}.";

    internal static string Population(LotsDrawn e, string before) =>
        $"Expected the draw at '{e.Step}' from the population {before}, but it names {e.Population}.";

    internal static string NoDraw(string step) => $"Expected a draw at '{step}' before rows step back, but there is none.";

    internal static string Redrawn(LotsRedrawn e, IEnumerable<int> now) =>
        $"Expected the rows {List(now)} after the redraw at '{e.Step}', but it names {List(e.Drawn)}.";

    internal static string TooFew(int count, string population, int? found) =>
        $"Expected a table of at least {Rows(count)} with the hash {population} in the form, but {Found(found)}.";

    internal static string Rows(string step, IEnumerable<int> repeated, IEnumerable<int> named) =>
        $"Expected the rows {List(repeated)} from the seed at '{step}', but the ledger names {List(named)}.";

    private static string Rows(int count) => count == 1 ? "1 row" : $"{count} rows";

    private static string Found(int? size) => size is { } rows ? $"it has {rows}" : "no table there has it";

    private static string List(IEnumerable<int> rows) => string.Join(", ", rows);
}

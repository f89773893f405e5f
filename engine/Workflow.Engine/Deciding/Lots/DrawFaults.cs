using Workflow.Engine.Messages;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Deciding.Lots;

/// <summary>What repeating a draw finds otherwise.</summary>
internal static class DrawFaults
{
    internal static Message GivenUp(NameValue step, LotsSealed e, string? before) =>
        new(
            "draw.given_up",
            ("step", step),
            ("expected", Commitment(before)),
            ("found", e.GivenUp ?? (MessageValue)new Message("draw.names_none"))
        );

    internal static Message Table(int size, string population, int? found) =>
        new("draw.table", ("size", size), ("population", population), ("found", Found(found)));

    internal static Message Opened(NameValue step, LotsRevealed e, string? commitment) =>
        new("draw.opened", ("step", step), ("expected", Commitment(commitment)), ("found", e.Commitment));

    internal static Message OtherCommitment(string expected, string made) =>
        new("draw.commitment", ("expected", expected), ("found", made));

    internal static Message NotSealed(NameValue step) => new("draw.not_sealed", ("step", step));

    internal static Message Seed(NameValue step, LotsDrawn e, string revealed) =>
        new("draw.seed", ("step", step), ("expected", revealed), ("found", e.Seed));

    internal static Message Population(NameValue step, LotsDrawn e, string before) =>
        new("draw.population", ("step", step), ("expected", before), ("found", e.Population));

    internal static Message NoDraw(NameValue step) => new("draw.none", ("step", step));

    internal static Message Redrawn(NameValue step, LotsRedrawn e, IEnumerable<int> now) =>
        new("draw.redrawn", ("step", step), ("expected", List(now)), ("found", List(e.Drawn)));

    internal static Message TooFew(int count, string population, int? found) =>
        new("draw.too_few", ("size", count), ("population", population), ("found", Found(found)));

    internal static Message Rows(NameValue step, IEnumerable<int> repeated, IEnumerable<int> named) =>
        new("draw.rows", ("step", step), ("expected", List(repeated)), ("found", List(named)));

    private static Message Found(int? size) =>
        size is { } rows ? new Message("draw.has_rows", ("rows", rows)) : new Message("draw.no_table");

    private static MessageValue Commitment(string? commitment) => commitment ?? (MessageValue)new Message("draw.no_commitment");

    private static string List(IEnumerable<int> rows) => string.Join(", ", rows);
}

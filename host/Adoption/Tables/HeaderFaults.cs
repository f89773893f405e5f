using System.Collections.Immutable;
using Workflow.Engine.Messages;

namespace Workflow.Host.Adoption.Tables;

/// <summary>What is wrong with the header of a transfer file.</summary>
internal static class HeaderFaults
{
    /// <summary>The file holds nothing.</summary>
    internal static Message Empty() => Header(new Message("adopt.header.empty"));

    /// <summary>A column has a name that another has already.</summary>
    internal static Message Twice(string column) => Header(new Message("adopt.header.twice", ("column", CellFaults.Shown(column))));

    /// <summary>A column without which no case can be taken over is missing.</summary>
    internal static Message Missing(string column) => Header(new Message("adopt.header.missing", ("column", column)));

    /// <summary>The process knows no column of the name, which has a dot.</summary>
    internal static Message UnknownOfKind(NameValue process, string column, IEnumerable<string> known) =>
        Unknown(process, column, NearNames.NearWord(column, known) ?? new Message("adopt.way.kinds"));

    /// <summary>The process knows no column of the name.</summary>
    internal static Message Unknown(NameValue process, string column, ImmutableArray<string> steps, IEnumerable<string> known) =>
        Unknown(process, column, NearNames.NearWord(column, known) ?? new Message("adopt.way.steps", ("steps", MessageValue.List(steps))));

    private static Message Unknown(NameValue process, string column, Message way) =>
        Header(new Message("adopt.header.unknown", ("process", process), ("column", CellFaults.Shown(column)), ("way", way)));

    private static Message Header(Message wrong) => new("adopt.header", ("wrong", wrong));
}

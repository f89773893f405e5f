using Workflow.Engine.Messages;

namespace Workflow.Storage.Proofs.Rebuilding;

/// <summary>How live rows differ from what the ledger entails.</summary>
internal static class RowFindings
{
    /// <summary>Expected {thing}, but it is not there.</summary>
    internal static Message Missing(Message thing) => new("row.missing", ("thing", thing));

    /// <summary>Expected {thing} with {values}, but it is not there.</summary>
    internal static Message MissingWith(Message thing, MessageValue values) =>
        new("row.missing_with", ("thing", thing), ("values", values));

    /// <summary>Expected no such row, but found {thing}.</summary>
    internal static Message Strange(Message thing) => new("row.strange", ("thing", thing));

    /// <summary>Expected no such row, but found {thing} with {values}.</summary>
    internal static Message StrangeWith(Message thing, MessageValue values) =>
        new("row.strange_with", ("thing", thing), ("values", values));

    /// <summary>Expected {thing} to have {expected}, but found {found}.</summary>
    internal static Message Otherwise(Message thing, MessageValue expected, MessageValue found) =>
        new("row.otherwise", ("thing", thing), ("expected", expected), ("found", found));

    /// <summary>Expected no row of a case without entries, but found some.</summary>
    internal static Message OfNoCase() => new("row.of_no_case");

    /// <summary>Expected the next serial {expected}, but it is {found}.</summary>
    internal static Message OtherSerial(long expected, long found) => new("row.serial", ("expected", expected), ("found", found));
}

using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals about the numbers of documents.</summary>
internal static class DocumentRefusals
{
    /// <summary>A number was entered for what is not issued there.</summary>
    /// <param name="by">The outcome or the step.</param>
    /// <param name="document">The document named.</param>
    internal static Refusal NotIssued(NameValue by, NameValue document) => new("document.not_issued", ("by", by), ("document", document));

    /// <summary>The number comes from a series, or there is none.</summary>
    internal static Refusal NumberNotEntered(NameValue document, string number) =>
        new("document.number_not_entered", ("document", document), ("number", number));

    /// <summary>The number is missing.</summary>
    internal static Refusal NumberMissing(NameValue document) => new("document.number_missing", ("document", document));

    /// <summary>The number does not fit.</summary>
    /// <param name="document">The document.</param>
    /// <param name="wrong">What is wrong, of <see cref="FieldFaults"/>.</param>
    internal static Refusal NumberInvalid(NameValue document, Message wrong) =>
        new("document.number_invalid", ("document", document), ("wrong", wrong));
}

using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>What every privileged act must name: the document behind it, and reasons.</summary>
internal static class Grounds
{
    /// <param name="document">The document's name or number.</param>
    /// <param name="reasons">The reasons.</param>
    /// <param name="what">What is done, for the sentence.</param>
    internal static Refusal? Check(string? document, string? reasons, string what)
    {
        if (string.IsNullOrWhiteSpace(document)) return new Refusal("case.document_missing", $"Expected the document behind {what}, but none is named.", "name its number");
        if (document.Length > Lengths.LongestName) return new Refusal("case.document_too_long", $"Expected the document's number in at most {Lengths.LongestName} characters, but it has {document.Length}.");
        return string.IsNullOrWhiteSpace(reasons) ? new Refusal("step.reasons_missing", $"Expected reasons for {what}, but there are none.") : null;
    }
}

using Workflow.Engine.Messages;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding;

/// <summary>What is done by order names the document behind it, and reasons.</summary>
internal static class ByOrder
{
    /// <summary>Whether both are named.</summary>
    internal static Refusal? Check(string? document, string? reasons, Message act) => Document(document, act) ?? Reasons(reasons, act);

    /// <summary>Whether the document is named.</summary>
    internal static Refusal? Document(string? document, Message act)
    {
        if (PlainText.IsBlank(document))
            return WholeCaseRefusals.DocumentMissing(act);
        return document.Length > Lengths.LongestName ? WholeCaseRefusals.DocumentTooLong(Lengths.LongestName, document.Length) : null;
    }

    /// <summary>Whether the document lies in the case as a file, named by its name or its hash: words alone prove nothing.</summary>
    internal static Refusal? Attached(CaseLook look, string document, Message act) =>
        look.State.Files.Any(f => f.IsNamed(document)) ? null : WholeCaseRefusals.NotAttached(act, document);

    /// <summary>Whether reasons are given.</summary>
    internal static Refusal? Reasons(string? reasons, Message act) => PlainText.IsBlank(reasons) ? StepRefusals.ReasonsMissing(act) : null;
}

using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals of acts on a case as a whole.</summary>
public static class WholeCaseRefusals
{
    private const string HasEnded = "case.wrong_stage";

    /// <summary>Whether a command for a case is refused because it is over: one that is to terminate may have ended by itself, and has told so.</summary>
    /// <param name="command">The command.</param>
    /// <param name="refusal">Why it was refused.</param>
    public static bool IsMoot(CaseCommand command, Refusal refusal) => command is Terminate && refusal.Code == HasEnded;

    /// <summary>No document is named behind an act that needs one.</summary>
    internal static Refusal DocumentMissing(Message act) => new("case.document_missing", ("act", act));

    /// <summary>The document is named, and does not lie in the case.</summary>
    internal static Refusal NotAttached(Message act, string document) => new("case.not_attached", ("act", act), ("document", document));

    /// <summary>The name of the document is too long.</summary>
    internal static Refusal DocumentTooLong(int most, int found) => new("case.document_too_long", ("most", most), ("found", found));

    /// <summary>The applicant may rely on what has happened.</summary>
    internal static Refusal CancelTooLate(NameValue moment, DateOnly on) => new("case.cancel_too_late", ("moment", moment), ("on", on));

    /// <summary>Only a concluded case can be opened again.</summary>
    internal static Refusal NotConcluded(string number, Message act) => new("case.not_concluded", ("number", number), ("act", act));

    /// <summary>Work on the case has ended.</summary>
    internal static Refusal Concluded(string number, NameValue result) => new(HasEnded, ("number", number), ("result", result));

    /// <summary>The process names the grounds of a termination, and one of them is to be taken.</summary>
    internal static Refusal NeedsGround(NameValue step, IEnumerable<NameValue> grounds) =>
        new("case.ground_missing", ("step", step), ("grounds", MessageValue.List(grounds)));

    /// <summary>The work goes on already.</summary>
    internal static Refusal NotSuspended(string number) => new("case.not_suspended", ("number", number));
}

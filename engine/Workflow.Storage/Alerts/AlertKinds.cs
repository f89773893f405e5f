using System.Collections.Immutable;

namespace Workflow.Storage.Alerts;

/// <summary>The kinds of alerts. The stored names are fixed for ever.</summary>
public static class AlertKinds
{
    private static readonly ImmutableHashSet<string> OfAudit = [OfficerAsParty, Backdated];

    /// <summary>Whether supervision and audit close alerts of a kind, with reasons, because it is about what officers did; the administrator closes the others.</summary>
    public static bool IsForAudit(string kind) => OfAudit.Contains(kind);

    /// <summary>A case that the sweep cannot bring through.</summary>
    public const string DeadCase = "sweep.dead";

    /// <summary>A command for another case that is refused again and again.</summary>
    public const string DeadCommand = "pending.dead";

    /// <summary>A rule ended a clock later than on its legal day.</summary>
    public const string CaughtUp = "sweep.caught-up";

    /// <summary>A task opened for a post of which nobody may do it.</summary>
    public const string Unattended = "step.unattended";

    /// <summary>An officer was named as a party by another party, or proved to be one after having acted.</summary>
    public const string OfficerAsParty = "party.officer";

    /// <summary>A form was corrected after a decision on it.</summary>
    public const string CorrectedDecision = "form.corrected";

    /// <summary>A period had ended in another system before the case was taken over.</summary>
    public const string SilenceElsewhere = "adopt.silence";

    /// <summary>A period ended without its outcome, because materials are missing.</summary>
    public const string SilenceWithheld = "clock.withheld";

    /// <summary>An act was recorded with an earlier day.</summary>
    public const string Backdated = "case.backdated";

    /// <summary>A called case ended in a way for which the step that called has no outcome.</summary>
    public const string CallUnmapped = "call.end_unmapped";

    /// <summary>A called case ended when nothing waited for it any more.</summary>
    public const string CallDropped = "call.dropped";
}

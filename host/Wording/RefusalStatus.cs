namespace Workflow.Host.Wording;

/// <summary>The HTTP status of a refusal whose row does not name one yet.</summary>
internal static class RefusalStatus
{
    private static readonly string[] Payload =
    [
        "adopt.", "command.", "comment.", "document.number_", "field.", "file.", "material.unknown", "party.", "person.", "request.", "case.effective_", "case.proof_missing",
        "case.day_out_of_bounds", "step.unknown", "step.outcome_unknown", "step.reasons_", "step.signer_", "step.officers_missing", "step.participant_unclear",
        "clock.ground_unknown", "clock.pause_empty", "clock.notice_", "case.document_", "copy.", "urge.empty", "supervise.", "consult.", "reply.", "signer.place", "transfer.other_office", "lots.recusal_",
    ];

    public static int Of(string code) => code switch
    {
        "case.unknown" => StatusCodes.Status404NotFound,
        "case.not_yours" or "step.not_yours" or "clock.approver_rank" or "side.not_yours" or "takeback.not_yours" or "person.not_deputy" => StatusCodes.Status403Forbidden,
        "adopt.already" or "adopt.series_used" => StatusCodes.Status409Conflict,
        "step.signer_waits" => StatusCodes.Status409Conflict,
        "step.revision_changed" => StatusCodes.Status412PreconditionFailed,
        _ when Payload.Any(p => code.StartsWith(p, StringComparison.Ordinal)) => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status409Conflict,
    };
}

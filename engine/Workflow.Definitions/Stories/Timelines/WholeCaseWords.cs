using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says what became of a case as a whole.</summary>
internal static class WholeCaseWords
{
    /// <summary>How the case came, ended and was filed.</summary>
    internal static Message FromEndToEnd(CaseEvent happened, CaseNames names) =>
        happened switch
        {
            CaseLodged e => new("told.case.lodged", ("number", e.Number)),
            CaseAdopted e => Adopted(e),
            CaseConcluded e => new("told.case.concluded", ("result", names.End(e.Result))),
            CaseClosed { KeepUntil: { } until } => new("told.case.closed_until", ("until", until)),
            CaseClosed => new("told.case.closed"),
            _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
        };

    /// <summary>What was done to the case by an order.</summary>
    internal static Message Of(CaseEvent happened, CaseNames names) =>
        happened switch
        {
            CaseSuspended { Document: "" } => new("told.case.suspended_alone"),
            CaseSuspended e => Ordered("told.case.suspended", e.Document, e.Reasons),
            CaseResumed => new("told.case.resumed"),
            CaseReopened e => Reopened(e, names),
            CaseMigrated e => Ordered("told.case.migrated", e.Document, e.Reasons),
            FormCorrected e => FormOf(e, names),
            SilenceCorrected e => Silence(e, names),
            _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
        };

    private static Message Ordered(string code, string document, string reasons) =>
        new(code, ("document", document), LineParts.Said(reasons));

    private static Message Adopted(CaseAdopted e) =>
        new(
            "told.case.adopted",
            ("system", e.System),
            ("there", e.NumberThere),
            ("on", e.LodgedOn),
            ("number", e.Number),
            ("document", e.Document),
            LineParts.Said(e.Reasons)
        );

    private static Message Reopened(CaseReopened e, CaseNames names) =>
        names.AtStep("told.case.reopened", e.Step, ("document", e.Document), LineParts.Said(e.Reasons));

    private static Message FormOf(FormCorrected e, CaseNames names) =>
        new(
            "told.form.corrected",
            ("document", e.Document),
            ("fields", MessageValue.List(e.Fields.Keys.Select(names.Field))),
            LineParts.Said(e.Reasons)
        );

    private static Message Silence(SilenceCorrected e, CaseNames names) =>
        names.OfClock(
            "told.silence.corrected",
            e.Clock,
            ("outcome", e.Outcome == Participant.NotCounted ? new Message("told.silence.uncounted") : names.Outcome(e.Step, e.Outcome)),
            ("document", e.Document),
            LineParts.Said(e.Reasons)
        );
}

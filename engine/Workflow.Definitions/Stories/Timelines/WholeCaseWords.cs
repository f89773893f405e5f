using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says what was done to a case as a whole, each by an order.</summary>
internal static class WholeCaseWords
{
    internal static Message Of(CaseEvent happened, CaseNames names) =>
        happened switch
        {
            CaseSuspended e => new("told.case.suspended", ("document", e.Document), ("words", LineParts.Words(e.Reasons))),
            CaseResumed => new("told.case.resumed"),
            CaseRevoked e => new("told.case.revoked", ("document", e.Document), ("words", LineParts.Words(e.Reasons))),
            CaseReopened e => new(
                "told.case.reopened",
                ("step", names.Step(e.Step)),
                ("document", e.Document),
                ("words", LineParts.Words(e.Reasons))
            ),
            CaseMigrated e => new("told.case.migrated", ("document", e.Document), ("words", LineParts.Words(e.Reasons))),
            FormCorrected e => FormOf(e, names),
            SilenceCorrected e => Silence(e, names),
            _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
        };

    private static Message FormOf(FormCorrected e, CaseNames names) =>
        new(
            "told.form.corrected",
            ("document", e.Document),
            ("fields", MessageValue.List(e.Fields.Keys.Select(names.Field))),
            ("words", LineParts.Words(e.Reasons))
        );

    private static Message Silence(SilenceCorrected e, CaseNames names) =>
        new(
            "told.silence.corrected",
            ("clock", names.Clock(e.Clock)),
            ("outcome", e.Outcome == Participant.NotCounted ? new Message("told.silence.uncounted") : names.Outcome(e.Step, e.Outcome)),
            ("document", e.Document),
            ("words", LineParts.Words(e.Reasons))
        );
}

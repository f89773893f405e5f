using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Events;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says what became of the cases that a case called.</summary>
internal static class CallWords
{
    internal static Message Of(CaseEvent happened, CaseNames names) =>
        happened switch
        {
            CaseCalled e => new("told.case.called", ("process", e.Lodge.Process)),
            CalledCaseNamed e => names.AtStep("told.call.named", e.Step, ("case", e.Case)),
            CallAbandoned e => Abandoned(e, names),
            CallEnded e => names.AtStep("told.call.ended", e.Step, ("result", e.Result), ("use", Use(e.Use))),
            ConclusionAwaited e => new("told.case.concluding", ("result", e.Result), ("cases", MessageValue.List(e.Cases))),
            _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
        };

    private static Message Abandoned(CallAbandoned e, CaseNames names) =>
        e.Case is { } called
            ? names.AtStep("told.call.abandoned_known", e.Step, ("case", called))
            : names.AtStep("told.call.abandoned", e.Step);

    // A result that is used goes without saying.
    private static MessageValue Use(CallUse use) => use == CallUse.Taken ? LineParts.None : new Message($"told.use.{use}");
}

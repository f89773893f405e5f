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
            CalledCaseNamed e => new("told.call.named", ("step", names.Step(e.Step)), ("case", e.Case)),
            CallAbandoned { Case: { } called } e => new("told.call.abandoned_known", ("step", names.Step(e.Step)), ("case", called)),
            CallAbandoned e => new("told.call.abandoned", ("step", names.Step(e.Step))),
            CallEnded e => new("told.call.ended", ("step", names.Step(e.Step)), ("result", e.Result), ("use", Use(e.Use))),
            ConclusionAwaited e => new("told.case.concluding", ("result", e.Result), ("cases", MessageValue.List(e.Cases))),
            _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
        };

    // A result that is used goes without saying.
    private static MessageValue Use(CallUse use) => use == CallUse.Taken ? LineParts.None : new Message($"told.use.{use}");
}

using Workflow.Engine.Messages;

namespace Workflow.Storage.Alerts;

/// <summary>What a person must look at.</summary>
internal static class AlertMessages
{
    /// <summary>A rule ended a clock later than on its legal day.</summary>
    internal static Message CaughtUp(NameValue clock, NameValue outcome, DateOnly due, DateOnly recorded) =>
        new("alert.caught_up", ("clock", clock), ("outcome", outcome), ("due", due), ("recorded", recorded));

    /// <summary>A period had ended in another system.</summary>
    internal static Message SilenceElsewhere(NameValue clock, DateOnly due, string system) =>
        new("alert.silence_elsewhere", ("clock", clock), ("due", due), ("system", system));

    /// <summary>A task opened for a post of which nobody may do it that day.</summary>
    internal static Message Unattended(NameValue step, NameValue post, long holders) =>
        new("alert.unattended", ("step", step), ("post", post), ("holders", holders));

    /// <summary>The step that called has no outcome for the end of the called case.</summary>
    internal static Message CallUnmapped(NameValue step, string called, string result, string entitled) =>
        new("alert.call_unmapped", ("step", step), ("called", called), ("result", result), ("entitled", entitled));

    /// <summary>Nothing waits any more for the end of a called case.</summary>
    internal static Message CallDropped(NameValue step, string called, long run, string result) =>
        new("alert.call_dropped", ("step", step), ("called", called), ("run", run), ("result", result));

    /// <summary>The program broke on a case.</summary>
    internal static Message Broke(string detail) => new("alert.broke", ("detail", detail));
}

using Workflow.Engine.Messages;

namespace Workflow.Storage.Proofs.Findings;

/// <summary>What was left undone.</summary>
internal static class DutyFindings
{
    /// <summary>Expected the clock '{clock}' to have run out at {due}, since the ledger was written until {last}, but it has not.</summary>
    internal static Message NotFired(string clock, string due, DateTimeOffset last) =>
        new("verify.clock_not_fired", ("clock", clock), ("due", due), ("last", last));

    /// <summary>Expected what falls due to run, but a row keeps this case out of it after {tries} tries, until {next}.</summary>
    internal static Message Held(long tries, string next) => new("verify.sweep_held", ("tries", tries), ("next", next));

    /// <summary>Expected what falls due to run, but it was given up in this case after {tries} tries.</summary>
    internal static Message GivenUp(long tries) => new("verify.sweep_given_up", ("tries", tries));

    /// <summary>Expected message {place} to be sent after it was recorded, at {recorded}, but it is said to have been sent at {sent}.</summary>
    internal static Message SentEarly(long place, string recorded, string sent) =>
        new("verify.message_early", ("place", place), ("recorded", recorded), ("sent", sent));

    /// <summary>Expected message {place} to be sent, since later ones were at {last}, but it was not.</summary>
    internal static Message Unsent(long place, string last) => new("verify.message_unsent", ("place", place), ("last", last));
}

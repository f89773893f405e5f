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

    /// <summary>What falls due in this case was given up after {tries} tries; an alert says so.</summary>
    internal static Message CaseFailed(long tries) => new("verify.case_failed", ("tries", tries));

    /// <summary>Message {place} was not taken after {tries} tries; it is sent again.</summary>
    internal static Message MessageFailed(long place, long tries) => new("verify.message_failed", ("place", place), ("tries", tries));

    /// <summary>Expected message {place} to be sent again soon, but a row keeps it back until {next}.</summary>
    internal static Message MessageHeld(long place, string next) => new("verify.message_held", ("place", place), ("next", next));

    /// <summary>The command for another case, place {place}, was given up after {tries} tries; an alert says so.</summary>
    internal static Message CommandFailed(long place, long tries) => new("verify.command_failed", ("place", place), ("tries", tries));

    /// <summary>Expected an alert of the command for another case, place {place}, which was given up, but there is none.</summary>
    internal static Message CommandGivenUp(long place, long tries) => new("verify.command_given_up", ("place", place), ("tries", tries));

    /// <summary>Expected the command for another case, place {place}, to be tried again soon, but a row keeps it back until {next}.</summary>
    internal static Message CommandHeld(long place, string next) => new("verify.command_held", ("place", place), ("next", next));

    /// <summary>Expected the command for another case, place {place}, to have run at {due}, since the ledger was written until {last}, but it has not.</summary>
    internal static Message CommandNotRun(long place, string due, DateTimeOffset last) =>
        new("verify.command_not_run", ("place", place), ("due", due), ("last", last));

    /// <summary>The command for another case, place {place}, is said to have run at {done}, before the entry that caused it.</summary>
    internal static Message CommandEarly(long place, string done) => new("verify.command_early", ("place", place), ("done", done));

    /// <summary>The command for another case, place {place}, is said to have run at {done}, but no entry of case {target} comes of it.</summary>
    internal static Message CommandWithoutEntry(long place, string done, string target) =>
        new("verify.command_without_entry", ("place", place), ("done", done), ("target", target));

    /// <summary>The command for another case, place {place}, is said to have run at {done}, but it opened no case.</summary>
    internal static Message OpenedNothing(long place, string done) =>
        new("verify.command_opened_nothing", ("place", place), ("done", done));
}

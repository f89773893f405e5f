using System.Data;
using System.Data.Common;
using System.Text;
using Workflow.Engine.Messages;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Refusals;

namespace Workflow.Host;

/// <summary>What ends a verb before it is done, other than a bug.</summary>
/// <param name="Exit">The exit code.</param>
/// <param name="Message">What the person is told.</param>
internal sealed record VerbFaults(int Exit, Message Message)
{
    /// <summary>Stopped by a person at the keyboard.</summary>
    internal const int Cancelled = 130;

    /// <summary>Stopped by the machine or whoever runs it.</summary>
    internal const int Terminated = 143;

    /// <summary>Returns what an exception means to the person; null for a bug.</summary>
    internal static VerbFaults? Of(Exception e) =>
        e switch
        {
            OperationCanceledException => new(Cancelled, new Message("verb.stopped")),
            OpeningRefusedException refused => Told(refused.Refusal.Message),
            InputRefusedException refused => Told(refused.Reason),
            DatabaseRefusedException refused => Told(refused.Reason),
            DecoderFallbackException fault => Told(new Message("verb.not_utf8", ("index", fault.Index))),
            _ when Unreadable(e) is { } fault => Told(new Message("verb.unreadable", ("detail", Detail(fault)))),
            IOException or UnauthorizedAccessException => Told(Machine(e)),
            _ => null,
        };

    // The row of what is told says how the verb ends.
    private static VerbFaults Told(Message message) => new(HostMessages.Exit(message), message);

    private static Message Machine(Exception e) => new("verb.machine", ("detail", MachineText.Of(e)));

    private static MessageValue Detail(Exception e) => e is MessageException told ? told.Reason : MachineText.Of(e);

    // Work that is done side by side fails side by side; the first tells enough.
    private static Exception? Unreadable(Exception e) =>
        e switch
        {
            AggregateException many when many.Flatten().InnerExceptions.All(inner => Unreadable(inner) is not null) =>
                many.Flatten().InnerExceptions[0],
            UnreadableException or DataException or DbException => e,
            _ => null,
        };
}

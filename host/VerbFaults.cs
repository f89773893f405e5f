using System.Data;
using System.Data.Common;
using System.Text;
using Workflow.Engine.Messages;
using Workflow.Host.Opening;
using Workflow.Storage.Databases;

namespace Workflow.Host;

/// <summary>What ends a verb before it is done, other than a bug.</summary>
/// <param name="Exit">The exit code.</param>
/// <param name="Told">What the person is told.</param>
internal sealed record VerbFaults(int Exit, Message Told)
{
    private const int Failed = 1;
    private const int Misused = 2;

    /// <summary>Stopped by a person at the keyboard.</summary>
    internal const int Cancelled = 130;

    /// <summary>Stopped by the machine or whoever runs it.</summary>
    internal const int Terminated = 143;

    /// <summary>Returns what an exception means to the person; null for a bug.</summary>
    internal static VerbFaults? Of(Exception e) =>
        e switch
        {
            OperationCanceledException => new(Cancelled, new Message("verb.stopped")),
            OpeningRefusedException refused => new(refused.IsUnreadable ? Misused : Failed, refused.Refusal.Message),
            InputRefusedException refused => new(Misused, refused.Reason),
            DatabaseRefusedException refused => new(Failed, refused.Reason),
            DecoderFallbackException fault => new(Failed, new Message("verb.not_utf8", ("index", fault.Index))),
            _ when Unreadable(e) is { } fault => new(Failed, new Message("verb.unreadable", ("detail", Detail(fault)))),
            IOException or UnauthorizedAccessException => new(Failed, Machine(e)),
            _ => null,
        };

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

using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;
using Workflow.Storage.Alerts;
using Workflow.Storage.Databases;
using Workflow.Storage.Proofs;

namespace Workflow.Tests.Support;

/// <summary>Messages as people read them.</summary>
internal static class Spoken
{
    extension(Message message)
    {
        internal string English => MessageTable.Shipped.Say(message, Language.En).Sentence;

        internal string Chinese => MessageTable.Shipped.Say(message, Language.Zh).Sentence;
    }

    extension(LedgerFault fault)
    {
        internal string Case => fault.Where.English;

        internal string Words => fault.Finding.English;
    }

    extension(DecisionDifference difference)
    {
        internal string Words => difference.Finding.English;
    }

    extension(RowDifference difference)
    {
        internal string Words => difference.Finding.English;
    }

    extension(Alert alert)
    {
        internal string Words => alert.Message.English;
    }

    /// <summary>Returns the English sentence of the exception that something ends in.</summary>
    internal static string Refusal<T>(Action code)
        where T : MessageException => Assert.Throws<T>(code)!.Reason.English;
}

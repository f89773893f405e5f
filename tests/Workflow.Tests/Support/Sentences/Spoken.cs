using Workflow.Definitions.Wording;
using Workflow.Host.Wording;
using Workflow.Storage.Alerts;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Proofs.Readjudicating;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Refusals;

namespace Workflow.Tests.Support.Sentences;

/// <summary>Messages as people read them.</summary>
internal static class Spoken
{
    /// <summary>The arguments of a verb under test: English where a test names no language, although the program's own default is Chinese.</summary>
    internal static string[] In(string[] args, string language = "en") =>
        args.Contains("--language") ? args : [.. args, "--language", language];

    extension(LedgerFault fault)
    {
        internal string Case => fault.Where.English.Sentence;

        internal string Words => fault.Finding.English.Sentence;
    }

    extension(DecisionDifference difference)
    {
        internal string Words => difference.Finding.English.Sentence;
    }

    extension(RowDifference difference)
    {
        internal string Words => difference.Finding.English.Sentence;
    }

    extension(Alert alert)
    {
        internal string Words => alert.Message.English.Sentence;
    }

    extension(PlacedNote note)
    {
        internal string English => Words.In(Language.En).Say(note.Message).Sentence;
    }

    /// <summary>Returns the English sentence of the exception that something ends in.</summary>
    internal static string Refusal<T>(Action code)
        where T : MessageException => Assert.Throws<T>(code)!.Reason.English.Sentence;
}

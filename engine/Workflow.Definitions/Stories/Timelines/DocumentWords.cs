using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Events;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says what became of a document, and who got a copy.</summary>
internal static class DocumentWords
{
    internal static Message Of(CaseEvent happened, CaseNames names) =>
        happened switch
        {
            DocumentIssued { ValidUntil: { } until } e => new(
                "told.document.issued_until",
                ("paper", names.Paper(e.Document, e.Number)),
                ("until", until)
            ),
            DocumentIssued e => new("told.document.issued", ("paper", names.Paper(e.Document, e.Number))),
            DocumentServed e => Served(e, names),
            DocumentVoided e => new("told.document.voided", ("paper", names.Paper(e.Document, e.Number)), ("cause", Reasons.Of(e.Cause))),
            CopySent e => new("told.copy.sent", ("to", names.Who(e.To))),
            _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
        };

    private static Message Served(DocumentServed e, CaseNames names) =>
        e.To is { } addressee
            ? new(
                "told.document.served_on",
                ("paper", names.Paper(e.Document, e.Number)),
                ("addressee", addressee.Name),
                ("on", e.On),
                ("way", Way(e))
            )
            : new("told.document.served", ("paper", names.Paper(e.Document, e.Number)), ("on", e.On), ("way", Way(e)));

    private static MessageValue Way(DocumentServed e) =>
        e switch
        {
            { Way: { } way, Receipt: { } receipt } => new Message("told.document.way_receipt", ("way", way), ("receipt", receipt)),
            { Way: { } way } => new Message("told.document.way", ("way", way)),
            _ => LineParts.None,
        };
}

using System.Diagnostics;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Record.State;

/// <summary>Applies what happened to papers. It only copies.</summary>
internal static class PaperFold
{
    internal static CaseState Apply(CaseState state, CaseEvent happened) =>
        happened switch
        {
            DocumentIssued e => state with { Documents = state.Documents.Add(new CaseDocument(e, null)) },
            DocumentVoided e => state with { Documents = [.. state.Documents.Select(d => Void(d, e))] },
            DocumentServed e => state with { Documents = [.. state.Documents.Select(d => Serve(d, e))] },
            _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
        };

    private static CaseDocument Serve(CaseDocument document, DocumentServed e)
    {
        if (document.Issued.Document != e.Document || document.Issued.Number != e.Number || document.Void is not null)
            return document;
        if (e.To is null)
            return document with { Served = document.Served ?? e };
        return document.Services.Any(s => s.To == e.To)
            ? document
            : document with
            {
                Served = document.Served ?? e,
                Services = document.Services.Add(e),
            };
    }

    private static CaseDocument Void(CaseDocument document, DocumentVoided e) =>
        document.Issued.Document == e.Document && document.Issued.Number == e.Number && document.Void is null
            ? document with
            {
                Void = e.Cause,
            }
            : document;
}

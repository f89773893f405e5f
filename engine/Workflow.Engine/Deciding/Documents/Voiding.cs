using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>Declares documents void; their numbers are never used again.</summary>
internal static class Voiding
{
    /// <summary>Voids those of the valid documents that are meant, in the order of their issue.</summary>
    internal static void Void(CaseTurn turn, Func<CaseDocument, bool> isMeant, PutAside cause)
    {
        foreach (var document in turn.State.Documents.Where(d => d.Void is null && isMeant(d)).ToList())
            turn.Apply(new DocumentVoided(document.Issued.Document, document.Issued.Number, cause));
    }
}

using Workflow.Engine.Cases;

namespace Workflow.Engine.Documents;

/// <summary>Declares documents void; their numbers are never used again.</summary>
internal static class Voiding
{
    /// <summary>Voids those of the valid documents that are meant, in the order of their issue.</summary>
    internal static void Void(CaseTurn turn, Func<CaseDocument, bool> isMeant, string reason)
    {
        foreach (var document in turn.State.Documents.Where(d => d.VoidReason is null && isMeant(d)).ToList())
            turn.Apply(new DocumentVoided(document.Issued.Document, document.Issued.Number, reason));
    }
}

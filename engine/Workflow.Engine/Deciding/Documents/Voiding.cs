using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>Declares documents void; their numbers are never used again.</summary>
internal static class Voiding
{
    /// <summary>Refuses an outcome that revokes papers where none of them is valid.</summary>
    internal static Refusal? NothingToVoid(CaseLook look, OutcomeRule outcome) =>
        outcome.Voids is { } papers && !look.State.Documents.Any(d => d.Void is null && papers.Contains(d.Issued.Document))
            ? DocumentRefusals.NothingToVoid(Naming.Outcome(outcome), papers.Select(p => Naming.Document(look.Definition, p)))
            : null;

    /// <summary>Returns the first paper that one of these steps revoked; null for none.</summary>
    internal static string? Revoked(CaseLook look, HashSet<string> keys) =>
        look
            .State.Steps.Values.Where(s => keys.Contains(s.Key) && s.Outcome is not null)
            .SelectMany(s => Outline.Bodies(look.Process.Find(s.Key)!).Where(o => o.Id == s.Outcome))
            .SelectMany(o => o.Voids ?? [])
            .FirstOrDefault();

    /// <summary>Says how what was served is revoked or done again: by an outcome of the process that issues a paper for it, else by order.</summary>
    internal static Message Instead(CaseLook look)
    {
        var ways =
            from node in Outline.All(look.Definition)
            from outcome in Outline.Bodies(node)
            where outcome.Voids is not null
            select DocumentRefusals.ByOutcome(Naming.Step(node), Naming.Outcome(outcome));
        return ways.FirstOrDefault() ?? DocumentRefusals.ByOrder();
    }

    /// <summary>
    /// Voids those of the valid documents that are meant, in the order of their issue. A receipt says what happened, which nothing that is
    /// decided later makes undone: it is void only where its own act is taken back.
    /// </summary>
    internal static void Void(CaseTurn turn, Func<CaseDocument, bool> isMeant, PutAside cause)
    {
        foreach (var document in turn.State.Documents.Where(d => d.Void is null && isMeant(d)).ToList())
        {
            if (cause is PutAside.TakenBack or PutAside.SilenceCorrected || !IsReceipt(turn, document.Issued))
                turn.Apply(new DocumentVoided(document.Issued.Document, document.Issued.Number, cause));
        }
    }

    // Of a service 送达回证, or of what was handed in 收件凭证.
    private static bool IsReceipt(CaseLook look, DocumentIssued issued) =>
        Serving.IsProof(look.Process, issued) || look.Definition.Documents.Any(d => d.Id == issued.Document && d.StatesMaterials);
}

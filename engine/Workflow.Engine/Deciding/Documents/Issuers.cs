using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>
/// Whose paper it is: of the office whose step issues it, or of the organ in whose name that office acts. Who takes it to court
/// must find there who decided.
/// </summary>
internal static class Issuers
{
    /// <summary>Returns the offices that issue a document: several for what they decide together, never none.</summary>
    internal static ImmutableArray<Office> Of(CaseLook look, DocumentType type, Occasion occasion)
    {
        ImmutableArray<string> named = type.Issuer is { } written
            ? [written]
            : [.. Acting(look, occasion.Step).Select(o => Office(look, o).InNameOf ?? o).Distinct()];
        return named.IsEmpty ? [Office(look, look.Definition.Item.Lead)] : [.. named.Select(o => Office(look, o))];
    }

    // What a party does, what a day brings and what extends a clock of the case is put on paper by the leading office.
    private static IEnumerable<string> Acting(CaseLook look, string key) =>
        look.Process.Find(key) switch
        {
            StepNode step => Offices(look, step.By),
            DrawNode draw => Offices(look, draw.By),
            JointNode { Vote.Head: { } head } => Offices(look, head),
            JointNode joint => joint.Participants.SelectMany(p => Offices(look, p.By)),
            WaitNode or CallNode or ParallelNode or ChoiceNode or null => [],
            var node => throw new UnreachableException($"No answer for {node.GetType().Name}."),
        };

    private static IEnumerable<string> Offices(CaseLook look, Assignee by) =>
        Entitlements.OfficeOf(by, look.State) is { } office ? [office] : [];

    private static Office Office(CaseLook look, string key) =>
        look.Definition.Offices.FirstOrDefault(o => o.Key == key) ?? new Office(key, key);
}

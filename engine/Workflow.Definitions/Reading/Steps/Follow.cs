using System.Collections.Immutable;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>What follows an outcome; written at a step it holds for all of its outcomes.</summary>
internal sealed record Follow(
    ImmutableArray<MomentMark> Marks,
    ImmutableArray<string> Issues,
    bool Reasons,
    Remedies? Remedies,
    ImmutableArray<Node> Steps,
    Exit? Exit,
    ServeRule? Serves = null
)
{
    /// <summary>The documents that are revoked; null for none.</summary>
    public ImmutableArray<string>? Voids { get; init; }

    public static readonly Follow Nothing = new([], [], false, null, [], null);

    /// <summary>Adds it to what an outcome itself says; the outcome's own exit, remedies and steps come first.</summary>
    public OutcomeRule Onto(OutcomeRule outcome) =>
        outcome with
        {
            Marks = [.. outcome.Marks.Union(Marks)],
            Issues = [.. outcome.Issues.Union(Issues)],
            ReasonsRequired = outcome.ReasonsRequired || Reasons,
            Remedies = outcome.Remedies ?? Remedies,
            Steps = outcome.Steps.IsEmpty ? Steps : outcome.Steps,
            Exit = outcome.Exit ?? Exit,
            Serves = outcome.Serves ?? Serves,
            Voids = outcome.Voids ?? Voids,
        };
}

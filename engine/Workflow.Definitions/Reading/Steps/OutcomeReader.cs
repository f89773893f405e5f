using System.Collections.Immutable;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>Reads the outcomes of a node; where none is written there is one, <c>done</c>.</summary>
internal static class OutcomeReader
{
    public const string Done = "done";

    /// <summary>The outcome of what can only be done.</summary>
    internal static OutcomeRule Only { get; } = Titled(Done, new LocalizedText(OutcomeRule.DoneTitle));

    public static ImmutableArray<OutcomeRule> List(Shape shape, StepSymbol step)
    {
        var entries = NamedItems.Of(shape.Scope, shape["outcomes"], Things.Outcomes).ToList();
        var follow = FollowReader.Read(shape, step);
        if (entries.Count == 0)
            return [follow.Onto(One(shape, step))];
        if (entries.Count > 1)
            NoSharedSteps(shape, step);
        step.Outcomes.AddRange(entries.Select(e => e.Key));
        return [.. entries.Select(e => follow.Onto(Read(shape.Scope, e, step)))];
    }

    private static void NoSharedSteps(Shape shape, StepSymbol step)
    {
        if (shape["steps"] is { } steps)
            shape.Scope.Error(steps.At, StepProblems.StepsAtStep(step.Id));
    }

    private static OutcomeRule One(Shape shape, StepSymbol step)
    {
        if (shape["outcomes"] is MapSyntax empty)
            shape.Scope.Error(empty.At, StepProblems.NoOutcome(step.Id));
        step.Outcomes.Add(Done);
        return Only;
    }

    private static OutcomeRule Read(Scope scope, MapEntry entry, StepSymbol step)
    {
        var place = $"step/{step.Id}/outcome/{entry.Key}";
        var written = NamedEntry.At(scope, entry, place);
        if (written.IsTitleAlone)
            return Titled(entry.Key, written.Title() ?? new LocalizedText(entry.Key));
        if (written.Keys(DefinitionKeys.Outcome, Things.TheOutcome(entry.Key)) is not { } shape)
            return Titled(entry.Key, new LocalizedText(entry.Key));
        var asks = step.Asked(AsksReader.List(scope, shape["asks"], step, $"{place}/asks"));
        return FollowReader.Read(shape, step).Onto(Written(shape, entry.Key) with { Asks = asks });
    }

    private static OutcomeRule Written(Shape shape, string id)
    {
        var complete = shape.Word("materials", Things.HowTheMaterialsStand, ("complete", true), ("incomplete", false));
        return Titled(id, shape.TitleOr(id == Done ? OutcomeRule.DoneTitle : id)) with
        {
            AllowedWhen = shape.Condition("when"),
            AtMost = shape.Whole("at-most", Things.HowOften, most: 1000),
            Basis = shape.Basis(),
            MaterialsComplete = complete is true,
            MaterialsIncomplete = complete is false,
        };
    }

    internal static OutcomeRule Titled(string id, LocalizedText title) =>
        new()
        {
            Id = id,
            Title = title.Zh,
            TitleEn = title.En,
        };
}

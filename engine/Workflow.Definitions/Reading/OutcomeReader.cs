using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads the outcomes of a node; where none is written there is one, <c>done</c>.</summary>
internal static class OutcomeReader
{
    public const string Done = "done";
    internal const string DoneTitle = "完成";

    public static ImmutableArray<OutcomeRule> List(Shape shape, StepSymbol step)
    {
        var scope = shape.Scope;
        var entries = NamedItems.Of(scope, shape["outcomes"], Things.Outcomes).ToList();
        var follow = FollowReader.Read(shape, step);
        if (shape["outcomes"] is null || entries.Count == 0)
        {
            if (shape["outcomes"] is MapSyntax empty)
                scope.Error(empty.At, StepProblems.NoOutcome(step.Id));
            step.Outcomes.Add(Done);
            return [follow.Onto(new OutcomeRule { Id = Done, Title = DoneTitle })];
        }

        if (entries.Count > 1 && shape["steps"] is { } steps)
            scope.Error(steps.At, StepProblems.StepsAtStep(step.Id));
        step.Outcomes.AddRange(entries.Select(e => e.Key));
        return [.. entries.Select(e => follow.Onto(Read(scope, e, step)))];
    }

    private static OutcomeRule Read(Scope scope, MapEntry entry, StepSymbol step)
    {
        var place = $"step/{step.Id}/outcome/{entry.Key}";
        scope.Walk.Places.Add($"{place}/", entry.KeyAt);
        if (entry.Value is ScalarSyntax)
            return new OutcomeRule { Id = entry.Key, Title = Values.Text(scope, entry.Value, Things.Title) ?? entry.Key };
        if (Shape.Of(scope, entry.Value, DefinitionKeys.Outcome, Things.TheOutcome(entry.Key))?.Placed(place) is not { } shape)
            return new OutcomeRule { Id = entry.Key, Title = entry.Key };
        var asks = FieldReader.List(scope, shape["asks"], $"{place}/asks");
        foreach (var field in asks)
            step.Fields.TryAdd(field.Id, field);
        var outcome = new OutcomeRule
        {
            Id = entry.Key,
            Title = shape.Text("title", Things.Title) ?? (entry.Key == Done ? DoneTitle : entry.Key),
            AllowedWhen = shape.Condition("when"),
            AtMost = shape.Whole("at-most", Things.HowOften, most: 1000),
            Basis = shape.Basis(),
            Asks = asks,
            MaterialsComplete = shape.Says("materials", Things.HowTheMaterialsStand, "complete"),
        };
        return FollowReader.Read(shape, step).Onto(outcome);
    }
}

using System.Collections.Immutable;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;

namespace Workflow.Mining.Maps;

/// <summary>Reads what each activity of theirs is: the id of a step, or keys that say more.</summary>
internal static class ActivityReader
{
    internal static ImmutableDictionary<string, MappedActivity> Read(MapNames names, SyntaxNode? syntax)
    {
        var found = ImmutableDictionary.CreateBuilder<string, MappedActivity>(StringComparer.Ordinal);
        foreach (var entry in names.Entries(syntax, "activities"))
            if (Activity(names, entry.Value) is { } activity)
                found[entry.Key] = activity;
        return found.ToImmutable();
    }

    private static MappedActivity? Activity(MapNames names, SyntaxNode syntax)
    {
        if (syntax is ScalarSyntax)
            return names.Step(syntax) is { } plain ? new MappedActivity(plain) : null;
        if (
            Shape.Of(names.Scope, syntax, LogMapKeys.Activity, Things.Activity) is not { } shape
            || !shape.AtMostOne("step", "return-to", "end")
        )
            return null;
        return shape["return-to"] is { } back ? Return(names, back)
            : shape["end"] is { } end ? End(names, end)
            : Finish(names, shape);
    }

    private static MappedActivity? Return(MapNames names, SyntaxNode back) =>
        names.Step(back) is { } to ? new MappedActivity(to, null, MappedAct.Return) : null;

    private static MappedActivity? End(MapNames names, SyntaxNode end) =>
        Values.Truth(names.Scope, end, Things.KeyEnd) ? new MappedActivity("", null, MappedAct.End) : null;

    private static MappedActivity? Finish(MapNames names, Shape shape) =>
        names.Step(shape.Required("step", Things.TheActivity)) is { } step
            ? new MappedActivity(step, names.Known(shape["outcome"], Things.OutcomeOf(step), OutcomesOf(names, step)))
            : null;

    private static IEnumerable<string> OutcomesOf(MapNames names, string step) =>
        names.Steps.First(s => s.Id == step).Outcomes.Select(o => o.Id);
}

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
        if (shape["return-to"] is { } back)
            return names.Step(back) is { } to ? new MappedActivity(to, null, MappedAct.Return) : null;
        if (shape["end"] is { } end)
            return Values.Truth(names.Scope, end, Things.KeyEnd) ? new MappedActivity("", null, MappedAct.End) : null;
        if (names.Step(shape.Required("step", Things.TheActivity)) is not { } step)
            return null;
        return new MappedActivity(
            step,
            names.Known(shape["outcome"], Things.OutcomeOf(step), names.Steps.First(s => s.Id == step).Outcomes.Select(o => o.Id))
        );
    }
}

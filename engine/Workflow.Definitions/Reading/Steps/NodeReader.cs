using System.Collections.Immutable;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>Reads a list of steps; the first key of an item is its kind, the value its id.</summary>
internal static class NodeReader
{
    public static ImmutableArray<Node> List(Scope scope, SyntaxNode syntax)
    {
        if (syntax is ListSyntax list && scope.Walk.Nesting < Walk.MaxNesting)
            return Nested(scope, list);
        scope.Error(
            syntax.At,
            syntax is ListSyntax
                ? StepProblems.TooDeep(Walk.MaxNesting)
                : FileProblems.Shape(Things.StepList, Shape.Words(syntax), Ways.BeginWithStep)
        );
        return [];
    }

    private static ImmutableArray<Node> Nested(Scope scope, ListSyntax list)
    {
        scope.Walk.Nesting++;
        var nodes = list.Items.SelectMany(item => Read(scope, item)).ToImmutableArray();
        scope.Walk.Nesting--;
        return nodes;
    }

    /// <summary>Reads the steps that may be opened at any time.</summary>
    public static ImmutableArray<StepNode> AnyTime(Scope scope, SyntaxNode? syntax)
    {
        if (syntax is null)
            return [];
        foreach (var item in Values.Items(syntax).OfType<MapSyntax>().Where(m => m.Entries.Count > 0 && m["step"] is null))
            scope.Error(item.At, StepProblems.AnyTimeKind(item.Entries[0].Key));
        return [.. List(scope, syntax is MapSyntax one ? new ListSyntax(one.At, [one]) : syntax).OfType<StepNode>()];
    }

    private static IEnumerable<Node> Read(Scope scope, SyntaxNode item)
    {
        if (Kind(scope, item) is not { } keys || !scope.Walk.Room(item.At))
            return [];
        if (Shape.Of(scope, item, keys, Things.TheKind(keys.Name)) is not { } shape)
            return [];
        return keys == DefinitionKeys.Use ? FragmentUse.Expand(shape)
            : Node(shape, keys) is { } node ? [node]
            : [];
    }

    private static Node? Node(Shape shape, KeySet keys) =>
        shape.Id(keys.Name, Things.Id, Things.IdAfter(keys.Name)) is { } id
            ? KindReader.Read(shape.Placed($"step/{shape.Scope.Named(id)}"), keys, Declared(shape.Scope, id, shape))
            : null;

    private static KeySet? Kind(Scope scope, SyntaxNode item)
    {
        var names = DefinitionKeys.Kinds.Select(k => k.Name).ToList();
        if (item is MapSyntax { Entries: [var first, ..] } map)
            return Kind(first.Key) ?? Later(scope, map, names);
        scope.Error(item.At, StepProblems.NoKind(Shape.Words(item), names));
        return null;
    }

    private static KeySet? Kind(string key) => DefinitionKeys.Kinds.FirstOrDefault(k => k.Name == key);

    // The kind has to come first; where it only comes later, the step is read all the same.
    private static KeySet? Later(Scope scope, MapSyntax map, List<string> names)
    {
        var first = map.Entries[0];
        var later = map.Entries.FirstOrDefault(e => names.Contains(e.Key));
        var way = later is null ? Ways.Near(first.Key, names, Ways.OneOf(names)) : Ways.First(later.Key);
        scope.Error(first.KeyAt, StepProblems.Kind(first.Key, way));
        return later is null ? null : Kind(later.Key);
    }

    private static StepSymbol Declared(Scope scope, string id, Shape shape)
    {
        var (step, walk) = (new StepSymbol(scope.Named(id), scope), scope.Walk);
        if (!walk.Found.Steps.TryAdd(step.Id, step))
            scope.Error(scope.UsedAt ?? shape.At, NameProblems.DuplicateStep(step.Id, $"{walk.Places.Node(step.Id)}"));
        if (walk.Known.Offices.ContainsKey(id) && shape["asks"] is not null)
            scope.Error(shape.At, NameProblems.StepIsOffice(id));
        return step;
    }
}

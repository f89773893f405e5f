using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads a list of steps; the first key of an item is its kind, the value its id.</summary>
internal static class NodeReader
{
    public static ImmutableArray<Node> List(Scope scope, SyntaxNode syntax)
    {
        if (syntax is not ListSyntax list)
        {
            scope.Error(syntax.At, FileProblems.Shape(Things.StepList, Shape.Words(syntax), Ways.BeginWithStep));
            return [];
        }

        if (scope.Walk.Nesting >= Walk.MaxNesting)
        {
            scope.Error(list.At, StepProblems.TooDeep(Walk.MaxNesting));
            return [];
        }

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
        if (keys == DefinitionKeys.Use)
            return FragmentUse.Expand(shape);
        return
            Values.Id(scope, Values.Scalar(scope, shape[keys.Name], Things.Id), Things.IdAfter(keys.Name)) is { } id
            && KindReader.Read(shape.Placed($"step/{scope.Named(id)}"), keys, Declared(scope, id, shape)) is { } node
            ? [node]
            : [];
    }

    private static KeySet? Kind(Scope scope, SyntaxNode item)
    {
        var names = DefinitionKeys.Kinds.Select(k => k.Name).ToList();
        if (item is not MapSyntax { Entries: [var first, ..] } map)
        {
            scope.Error(item.At, StepProblems.NoKind(Shape.Words(item), names));
            return null;
        }

        if (DefinitionKeys.Kinds.FirstOrDefault(k => k.Name == first.Key) is { } keys)
            return keys;
        var later = map.Entries.FirstOrDefault(e => names.Contains(e.Key));
        var way = later is null ? Ways.Near(first.Key, names, Ways.OneOf(names)) : Ways.First(later.Key);
        scope.Error(first.KeyAt, StepProblems.Kind(first.Key, way));
        return later is null ? null : DefinitionKeys.Kinds.First(k => k.Name == later.Key);
    }

    private static StepSymbol Declared(Scope scope, string id, Shape shape)
    {
        var step = new StepSymbol(scope.Named(id), scope);
        if (!scope.Walk.Found.Steps.TryAdd(step.Id, step))
            scope.Error(scope.UsedAt ?? shape.At, NameProblems.DuplicateStep(step.Id, scope.Walk.Places.Node(step.Id).ToString()));
        if (scope.Walk.Known.Offices.ContainsKey(id) && shape["asks"] is not null)
            scope.Error(shape.At, NameProblems.StepIsOffice(id));
        return step;
    }
}

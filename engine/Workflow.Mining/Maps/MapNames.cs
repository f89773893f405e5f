using System.Collections.Immutable;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Mining.Maps;

/// <summary>The names of a definition that a map may use, and the reading of them.</summary>
internal sealed class MapNames(Scope scope, ProcessDefinition definition)
{
    internal Scope Scope { get; } = scope;

    internal ProcessDefinition Definition { get; } = definition;

    // The order is judged up to the end of the case.
    internal ImmutableArray<WorkNode> Steps { get; } = [.. Outline.All(definition.Steps.Concat(definition.AnyTime)).OfType<WorkNode>()];

    internal IEnumerable<string> Clocks { get; } = definition.Clocks.Select(c => c.Id);

    internal IEnumerable<string> Moments { get; } =
    [.. Outline.All(definition).SelectMany(Outline.Bodies).SelectMany(o => o.Marks).Select(m => m.Moment).Distinct()];

    /// <summary>The id of a step at which somebody acts; null for an absent key, or after reporting that there is no such step.</summary>
    internal string? Step(SyntaxNode? syntax) => Known(syntax, Things.StepOfTheDefinition, Steps.Select(s => s.Id));

    /// <summary>One of the known names; null for an absent key, or after reporting that it is none.</summary>
    internal string? Known(SyntaxNode? syntax, Message what, IEnumerable<string> known) =>
        Values.Scalar(Scope, syntax, what) is { } scalar && Check(scalar.Text, scalar.At, what, known) ? scalar.Text : null;

    /// <summary>A word of theirs: any text.</summary>
    internal string? Word(SyntaxNode? syntax, Message what) => Values.Scalar(Scope, syntax, what)?.Text;

    internal IEnumerable<string> Words(SyntaxNode? syntax, Message what) => Values.Scalars(Scope, syntax, what).Select(s => s.Text);

    /// <summary>A map from names of ours to something.</summary>
    internal ImmutableSortedDictionary<string, T> ByName<T>(
        SyntaxNode? syntax,
        string key,
        Message what,
        IEnumerable<string> known,
        Func<SyntaxNode, T?> read
    )
        where T : class
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var entry in Entries(syntax, key))
            if (Check(entry.Key, entry.KeyAt, what, known) && read(entry.Value) is { } value)
                found[entry.Key] = value;
        return found.ToImmutable();
    }

    internal IEnumerable<MapEntry> Entries(SyntaxNode? syntax, string key)
    {
        if (syntax is null or MapSyntax)
            return (syntax as MapSyntax)?.Entries ?? [];
        Scope.Error(syntax.At, FileProblems.Shape(Things.NamesAndValuesUnder(key), Shape.Words(syntax), null));
        return [];
    }

    private bool Check(string name, Position at, Message what, IEnumerable<string> known)
    {
        if (known.Contains(name))
            return true;
        Scope.Error(at, MapProblems.UnknownName(what, Found.Text(Shape.Short(name)), Ways.Near(name, known)));
        return false;
    }
}

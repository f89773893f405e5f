using System.Collections.Immutable;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Stories.Reading;

/// <summary>Reads what a story writes name by name, such as the numbers of documents.</summary>
internal static class TextsByName
{
    /// <summary>The entries of a map; none for an absent key, or after reporting that something else stands there.</summary>
    internal static IEnumerable<MapEntry> Entries(Scope scope, SyntaxNode? syntax, Message what)
    {
        if (syntax is MapSyntax map)
            return map.Entries;
        if (syntax is not null)
            scope.Error(syntax.At, FileProblems.Shape(what, Shape.Words(syntax), null));
        return [];
    }

    /// <summary>The text that stands beside each name; what is no text is reported and left out.</summary>
    internal static ImmutableSortedDictionary<string, string> Of(Scope scope, IEnumerable<MapEntry> entries, Message what) =>
        entries
            .Select(e => (e.Key, Values.Scalar(scope, e.Value, what)?.Text))
            .Where(e => e.Text is not null)
            .ToImmutableSortedDictionary(e => e.Key, e => e.Text!);
}

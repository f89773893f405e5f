using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>The entries of a map from ids to things; bad ids are reported and left out.</summary>
internal static class NamedItems
{
    public static IEnumerable<MapEntry> Of(Scope scope, SyntaxNode? syntax, Message what)
    {
        if (syntax is MapSyntax map)
            return [.. map.Entries.Where(e => Values.Id(scope, e.Key, e.KeyAt, Things.IdOfOne(what)))];
        if (syntax is not null)
            scope.Error(syntax.At, FileProblems.Shape(Things.IdsAndValues(what), Shape.Words(syntax), null));
        return [];
    }
}

using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Reading;

/// <summary>The entries of a map from ids to things; bad ids are reported and left out.</summary>
internal static class NamedItems
{
    public static IEnumerable<MapEntry> Of(Scope scope, SyntaxNode? syntax, string what)
    {
        if (syntax is MapSyntax map)
            return [.. map.Entries.Where(e => Values.Id(scope, e.Key, e.KeyAt, $"an id for one of the {what}"))];
        if (syntax is not null)
            scope.Error(syntax.At, "file.shape", $"Expected {what} as ids and values, but found {Shape.Words(syntax)}.");
        return [];
    }
}

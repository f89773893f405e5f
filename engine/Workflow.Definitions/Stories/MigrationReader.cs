using System.Collections.Immutable;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Record.Commands;

namespace Workflow.Definitions.Stories;

/// <summary>Reads a move to another definition of the process: by a day on which it is in force, with what is called otherwise there.</summary>
internal static class MigrationReader
{
    internal static MigrateCase? Read(Scope scope, Shape move, MapEntry act, StoryNames names)
    {
        if (Days.Of(scope, act.Value) is not { } day)
            return null;
        if (names.Editions.FirstOrDefault(p => p.Definition.InForce.Includes(day)) is not { } target)
        {
            var editions = names.Editions.Select(p => p.Definition.InForce.ToString());
            scope.Error(act.Value.At, ScenarioProblems.UnknownDefinition(names.Definition.Id, day, editions));
            return null;
        }

        return new MigrateCase
        {
            To = target.Digest,
            Map = Map(scope, move["map"]),
            Document = move.Text("order", Things.TheOrder) ?? "",
            Reasons = move.Text("reasons", Things.TheReasons) ?? "",
        };
    }

    // Whether the names are those of the two definitions the engine says: a story may want to be refused.
    private static MigrationMap Map(Scope scope, SyntaxNode? syntax)
    {
        if (syntax is null || Shape.Of(scope, syntax, ScenarioKeys.Map, Things.Mapping) is not { } shape)
            return MigrationMap.None;
        return new MigrationMap
        {
            Steps = Names(scope, shape["steps"]),
            Outcomes = Names(scope, shape["outcomes"]),
            Clocks = Names(scope, shape["clocks"]),
            Ends = [.. ActReader.Words(scope, shape["ends"], Things.Clock)],
        };
    }

    private static ImmutableSortedDictionary<string, string> Names(Scope scope, SyntaxNode? syntax)
    {
        if (syntax is null)
            return ImmutableSortedDictionary<string, string>.Empty;
        if (syntax is MapSyntax map)
            return map
                .Entries.Select(e => (e.Key, Values.Scalar(scope, e.Value, Things.NameOfTheTarget)?.Text))
                .Where(e => e.Text is not null)
                .ToImmutableSortedDictionary(e => e.Key, e => e.Text!);
        scope.Error(syntax.At, FileProblems.Shape(Things.NamesByName, Shape.Words(syntax), null));
        return ImmutableSortedDictionary<string, string>.Empty;
    }
}

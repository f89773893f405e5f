using System.Collections.Immutable;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;

namespace Workflow.Definitions.Stories.Reading;

/// <summary>Reads a move to another definition of the process: by a day on which it is in force, with what is called otherwise there.</summary>
internal static class MigrationReader
{
    internal static MigrateCase? Read(ActScope act) =>
        Target(act) is { } target
            ? new MigrateCase
            {
                To = target.Digest,
                Map = Map(act.Scope, act.Move["map"]),
                Document = act.Move.Text("order", Things.TheOrder) ?? "",
                Reasons = act.Move.Passage("reasons", Things.TheReasons) ?? "",
            }
            : null;

    private static PublishedProcess? Target(ActScope act)
    {
        if (Days.Of(act.Scope, act.Value) is not { } day)
            return null;
        if (act.Names.Editions.FirstOrDefault(p => p.Definition.InForce.Includes(day)) is { } target)
            return target;
        var editions = act.Names.Editions.Select(p => p.Definition.InForce.ToString());
        act.Scope.Error(act.Value.At, ScenarioProblems.UnknownDefinition(act.Names.Definition.Id, day, editions));
        return null;
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

    private static ImmutableSortedDictionary<string, string> Names(Scope scope, SyntaxNode? syntax) =>
        TextsByName.Of(scope, TextsByName.Entries(scope, syntax, Things.NamesByName), Things.NameOfTheTarget);
}

using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;

namespace Workflow.Definitions.Stories;

/// <summary>Reads one move of a story.</summary>
internal static class MoveReader
{
    internal static Move? Read(Scope scope, SyntaxNode item, StoryNames names)
    {
        if (
            Shape.Of(
                scope,
                item,
                ScenarioKeys.Move((item as MapSyntax)?.Entries.Select(e => e.Key).FirstOrDefault(ScenarioKeys.Acts.ContainsKey)),
                Things.Move
            )
            is not { } shape
        )
            return null;
        var acts = shape.Entries.Where(e => ScenarioKeys.Acts.ContainsKey(e.Key)).ToList();
        var when = When(scope, shape);
        var request = acts.Count == 0 ? null : Request(scope, shape, acts[0], names);
        if (acts.Count == 0)
            NoAct(scope, shape);
        if (when is null)
            return null;
        return new Move
        {
            At = shape.At,
            Day = when.Value.Day,
            Time = when.Value.Time,
            Case = shape.Text("case", Things.NameForTheCase) ?? "",
            Request = request,
            RefusedWith = shape.Scalar("refused", Things.CodeOfRefusal)?.Text,
            Expect = shape["expect"] is { } expect ? ExpectationReader.Read(scope, expect, After(request, shape, names)) : [],
        };
    }

    // What is expected of a case that has just moved is told in the names of where it moved to.
    private static StoryNames After(Request? request, Shape shape, StoryNames names) =>
        request?.Command is MigrateCase moved && shape["refused"] is null ? names.Under(moved.To) : names;

    private static (DateOnly Day, TimeOnly Time)? When(Scope scope, Shape shape)
    {
        if (!shape.AtMostOne("on", "at"))
            return null;
        if (shape["at"] is { } at)
            return Days.Moment(scope, at);
        return Days.Of(scope, shape.Required("on", Things.TheMove)) is { } day ? (day, Move.Opening) : null;
    }

    private static void NoAct(Scope scope, Shape shape)
    {
        foreach (var key in shape.Entries.Where(e => e.Key is "by" or "for" or "effective" or "document" or "refused"))
            scope.Error(key.KeyAt, ScenarioProblems.NoAct(key.Key, ScenarioKeys.Acts.Keys));
    }

    private static Request? Request(Scope scope, Shape shape, MapEntry act, StoryNames names)
    {
        var command = ActReader.Read(scope, shape, act, names);
        var by = shape["by"] is { } written ? names.Person(scope, written) : Lodger(command);
        if (by is null && shape["by"] is null && command is not null)
            scope.Error(shape.At, ScenarioProblems.Nobody(act.Key));
        var principal = names.Person(scope, shape["for"]);
        var effective = Days.Of(scope, shape["effective"]);
        var document = shape.Text("document", Things.Document);
        return command is null || by is null ? null : new Request(by, command, principal, effective, effective is null ? null : document);
    }

    // Who lodges is the first party, unless somebody else is named.
    private static string? Lodger(CaseCommand? command) => command is Lodge { Parties: [var first, ..] } ? first.Person : null;
}

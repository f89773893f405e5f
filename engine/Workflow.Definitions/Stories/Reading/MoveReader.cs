using System.Collections.Immutable;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories.Reading;

/// <summary>Reads one move of a story, with the acts of those who sign with the actor.</summary>
internal static class MoveReader
{
    // What somebody says who signs with another in the short form of a story.
    private const string Confirmed = "属实，共同签署。";

    internal static IEnumerable<Move> Read(Scope scope, SyntaxNode item, StoryNames names)
    {
        if (Shape.Of(scope, item, ScenarioKeys.Move(ActIn(item)), Things.Move) is not { } shape)
            return [];
        var when = When(scope, shape);
        var request = Request(shape, names);
        if (when is null)
            return [];
        var move = new Move
        {
            At = shape.At,
            Day = when.Value.Day,
            Time = when.Value.Time,
            Case = shape.Text("case", Things.NameForTheCase) ?? "",
            Request = request,
            RefusedWith = shape.Scalar("refused", Things.CodeOfRefusal)?.Text,
            Expect = Expected(request, shape, names),
        };
        return Signed(move, Signers(request, shape));
    }

    // Each of those who sign with the actor does so by an act of their own; what is expected is so after the last of them.
    private static IEnumerable<Move> Signed(Move move, ImmutableArray<string> signers) =>
        signers.IsEmpty || move.RefusedWith is not null
            ? [move]
            :
            [
                move with
                {
                    Expect = [],
                },
                .. signers.Select(
                    (who, i) =>
                        move with
                        {
                            Request = move.Request! with { Actor = Actor.Of(who), For = null, Command = Confirming(move.Request.Command) },
                            Expect = i == signers.Length - 1 ? move.Expect : [],
                        }
                ),
            ];

    private static Reply Confirming(CaseCommand command) => new(((IAtStep)command).Step!, Confirmed);

    private static ImmutableArray<string> Signers(Request? request, Shape shape) =>
        shape["confirmed"] is not null && !shape.Truth("confirmed", Things.WhetherTheSignersConfirmed) ? []
        : request?.Command is Complete complete ? complete.With
        : request?.Command is Answer answer ? answer.With
        : [];

    private static string? ActIn(SyntaxNode item) =>
        (item as MapSyntax)?.Entries.Select(e => e.Key).FirstOrDefault(ScenarioKeys.Acts.ContainsKey);

    private static ImmutableArray<Expectation> Expected(Request? request, Shape shape, StoryNames names) =>
        shape["expect"] is { } expect ? ExpectationReader.Read(shape.Scope, expect, After(request, shape, names)) : [];

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

    private static Request? Request(Shape shape, StoryNames names)
    {
        if (shape.Entries.FirstOrDefault(e => ScenarioKeys.Acts.ContainsKey(e.Key)) is { } act)
            return Request(new ActScope(shape.Scope, shape, act, names));
        NoAct(shape.Scope, shape);
        return null;
    }

    private static Request? Request(ActScope act)
    {
        var command = ActReader.Read(act);
        var by = ActorOf(act, command);
        var principal = act.Names.Person(act.Scope, act.Move["for"]);
        var effective = Days.Of(act.Scope, act.Move["effective"]);
        var document = act.Move.Text("document", Things.Document);
        var proof = effective is null && !VisitorId.Is(principal) ? null : document;
        return command is null || by is null ? null : new Request(by, command, principal, effective, proof);
    }

    private static string? ActorOf(ActScope act, CaseCommand? command)
    {
        if (act.Move["by"] is { } written)
            return act.Names.Person(act.Scope, written);
        var lodger = Lodger(command);
        if (lodger is null && command is not null)
            act.Scope.Error(act.Move.At, ScenarioProblems.Nobody(act.Key));
        return lodger;
    }

    // Who lodges is the first party, unless somebody else is named.
    private static string? Lodger(CaseCommand? command) =>
        command is Lodge { Parties: [{ Person: not "" } first, ..] } ? first.Person : null;
}

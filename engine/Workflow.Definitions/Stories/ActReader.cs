using System.Collections.Immutable;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;

namespace Workflow.Definitions.Stories;

/// <summary>Reads the act of a move into the command that a person would send; null after reporting what is wrong.</summary>
internal static class ActReader
{
    internal static CaseCommand? Read(Scope scope, Shape move, MapEntry act, StoryNames names) =>
        act.Key switch
        {
            "lodge" => LodgeReader.Read(scope, act.Value, names),
            "complete" => Complete(scope, move, act, names),
            "answer" => Answer(scope, move, act, names),
            "open" => Of(names.Step(scope, act.Value), step => new Open(step)),
            "claim" => Of(names.Step(scope, act.Value), step => new Claim(step)),
            "release" => Of(names.Step(scope, act.Value), step => new Release(step)),
            "return" => Return(scope, move, act, names),
            "comment" => Of(Values.Text(scope, act.Value, Things.Remark), text => new Comment(text, names.Step(scope, move["step"]))),
            "pause" => Pause(scope, move, act, names),
            "resume" => Of(
                names.Clock(scope, act.Value),
                Required(scope, move, act, "ground"),
                (clock, ground) => new ResumeClock(clock, ground)
            ),
            "extend" => Extend(scope, move, act, names),
            "terminate" => Of(Values.Text(scope, act.Value, Things.TheReasons), reasons => new Terminate(reasons)),
            _ => OfficeActReader.Read(scope, move, act, names),
        };

    private static Complete? Complete(Scope scope, Shape move, MapEntry act, StoryNames names)
    {
        if (names.Step(scope, act.Value) is not { } step)
            return null;
        var node = names.Process.Find(step) as WorkNode;
        var outcome = move.Scalar("outcome", Things.Outcome)?.Text ?? "done";
        var asked = (node?.Asks ?? []).Concat(node?.Outcomes.FirstOrDefault(o => o.Id == outcome)?.Asks ?? []);
        return new Complete
        {
            Step = step,
            Outcome = outcome,
            Fields = FieldValues.Read(scope, move["fields"], [.. asked], Things.Quoted(step)),
            Reasons = move.Text("reasons", Things.TheReasons),
            Numbers = Numbers(scope, move, names),
            Materials = move["materials"] is null ? null : [.. Words(scope, move["materials"], Things.Material)],
            Promised = MaterialActReader.Promised(scope, move, names),
            ValidUntil = MaterialActReader.ValidUntil(scope, move, names),
            With = [.. People(scope, move, names)],
        };
    }

    private static Answer? Answer(Scope scope, Shape move, MapEntry act, StoryNames names)
    {
        if (names.Step(scope, act.Value) is not { } step)
            return null;
        var node = names.Process.Find(step) as WorkNode;
        var choice = move.Scalar("choice", Things.Choice)?.Text;
        var asked = (node?.Asks ?? []).Concat(node?.Outcomes.FirstOrDefault(o => o.Id == choice)?.Asks ?? []);
        return new Answer
        {
            Step = step,
            Participant = move.Scalar("participant", Things.Participant)?.Text,
            Choice = choice,
            Opinion = move.Text("opinion", Things.Opinion),
            Fields = FieldValues.Read(scope, move["fields"], [.. asked], Things.Quoted(step)),
            Numbers = Numbers(scope, move, names),
            With = [.. People(scope, move, names)],
        };
    }

    private static Return? Return(Scope scope, Shape move, MapEntry act, StoryNames names)
    {
        var (from, to) = (names.Step(scope, act.Value), names.Step(scope, move.Required("to", Things.TheReturn)));
        var reasons = move.Text("reasons", Things.TheReasons) ?? "";
        var then = move.Word("then", Things.WhatFollows, ("re-run", ReturnMode.ReRun), ("straight-back", ReturnMode.StraightBack));
        return from is null || to is null ? null : new Return(from, to, reasons, then);
    }

    private static PauseClock? Pause(Scope scope, Shape move, MapEntry act, StoryNames names)
    {
        var (clock, ground) = (names.Clock(scope, act.Value), Required(scope, move, act, "ground"));
        var document = move.Text("document", Things.Document) ?? "";
        var to = Days.Of(scope, move["to"]);
        return clock is null || ground is null ? null : new PauseClock(clock, ground, document, to);
    }

    private static ExtendClock? Extend(Scope scope, Shape move, MapEntry act, StoryNames names)
    {
        var (clock, period) = (names.Clock(scope, act.Value), move.Period("period", Things.Period, requiredBy: Things.TheExtension));
        var reasons = move.Text("reasons", Things.TheReasons) ?? "";
        return clock is null || period is null ? null : new ExtendClock(clock, period, reasons);
    }

    internal static string? Required(Scope scope, Shape move, MapEntry act, string key) =>
        Values.Scalar(scope, move.Required(key, Things.Quoted(act.Key)), Things.TheKey(key))?.Text;

    private static ImmutableSortedDictionary<string, string> Numbers(Scope scope, Shape move, StoryNames names)
    {
        if (move["numbers"] is not { } syntax)
            return ImmutableSortedDictionary<string, string>.Empty;
        if (syntax is not MapSyntax map)
        {
            scope.Error(syntax.At, FileProblems.Shape(Things.NumbersByDocument, Shape.Words(syntax), null));
            return ImmutableSortedDictionary<string, string>.Empty;
        }

        return map
            .Entries.Where(e => StoryNames.Check(scope, e.Key, e.KeyAt, Things.Document, names.Documents))
            .Select(e => (e.Key, Values.Scalar(scope, e.Value, Things.Number)?.Text))
            .Where(e => e.Text is not null)
            .ToImmutableSortedDictionary(e => e.Key, e => e.Text!);
    }

    private static IEnumerable<string> People(Scope scope, Shape move, StoryNames names) => move.Each("with", names.Person);

    internal static IEnumerable<string> Words(Scope scope, SyntaxNode? syntax, Message what) =>
        Values.Scalars(scope, syntax, what).Select(s => s.Text);

    internal static CaseCommand? Of(string? one, Func<string, CaseCommand> make) => one is null ? null : make(one);

    internal static CaseCommand? Of(string? one, string? other, Func<string, string, CaseCommand> make) =>
        one is null || other is null ? null : make(one, other);
}

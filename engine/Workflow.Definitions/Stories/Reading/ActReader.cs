using System.Collections.Frozen;
using System.Collections.Immutable;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;

namespace Workflow.Definitions.Stories.Reading;

/// <summary>Reads the act of a move into the command that a person would send: a row for each act.</summary>
internal static class ActReader
{
    private static readonly FrozenDictionary<string, Func<ActScope, CaseCommand?>> Rows = new Dictionary<
        string,
        Func<ActScope, CaseCommand?>
    >(StringComparer.Ordinal)
    {
        ["lodge"] = LodgeReader.Read,
        ["complete"] = act => act.AtStep(step => Completed(act, step)),
        ["answer"] = act => act.AtStep(step => Answered(act, step)),
        ["return"] = Return,
        ["comment"] = act => act.OfText(Things.Remark, text => new Comment(text, act.BesideStep())),
        ["terminate"] = act => act.OfText(Things.TheReasons, reasons => new Terminate(reasons)),
        ["open"] = act => act.AtStep(step => new Open(step)),
        ["claim"] = act => act.AtStep(step => new Claim(step)),
        ["release"] = act => act.AtStep(step => new Release(step)),
        ["pause"] = Pause,
        ["resume"] = Resume,
        ["extend"] = Extend,
    }
        .Concat(OfficeActs.Rows)
        .Concat(MaterialActs.Rows)
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The acts that are read.</summary>
    internal static IEnumerable<string> Acts => Rows.Keys;

    /// <summary>Returns the command; null after reporting what is wrong.</summary>
    internal static CaseCommand? Read(ActScope act) => Rows[act.Key](act);

    private static Complete Completed(ActScope act, string step)
    {
        var outcome = act.Move.Scalar("outcome", Things.Outcome)?.Text ?? "done";
        return new Complete
        {
            Step = step,
            Outcome = outcome,
            Fields = Fields(act, step, outcome),
            Reasons = act.Move.Passage("reasons", Things.TheReasons),
            Numbers = Numbers(act),
            Materials = Materials(act),
            Promised = MaterialActs.Promised(act),
            ValidUntil = MaterialActs.ValidUntil(act),
            With = [.. People(act)],
        };
    }

    private static Answer Answered(ActScope act, string step)
    {
        var choice = act.Move.Scalar("choice", Things.Choice)?.Text;
        return new Answer
        {
            Step = step,
            Participant = act.Move.Scalar("participant", Things.Participant)?.Text,
            Choice = choice,
            Opinion = act.Move.Passage("opinion", Things.Opinion),
            Fields = Fields(act, step, choice),
            Numbers = Numbers(act),
            With = [.. People(act)],
        };
    }

    private static Return? Return(ActScope act)
    {
        var (from, to) = (act.Step(), act.Names.Step(act.Scope, act.Move.Required("to", Things.TheReturn)));
        var reasons = act.Move.Passage("reasons", Things.TheReasons) ?? "";
        var then = act.Move.Word("then", Things.WhatFollows, ("re-run", ReturnMode.ReRun), ("straight-back", ReturnMode.StraightBack));
        return from is null || to is null ? null : new Return(from, to, reasons, then);
    }

    private static PauseClock? Pause(ActScope act)
    {
        var (clock, ground) = (act.Clock(), act.Required("ground"));
        var document = act.Move.Text("document", Things.Document) ?? "";
        var to = Days.Of(act.Scope, act.Move["to"]);
        return clock is null || ground is null ? null : new PauseClock(clock, ground, document, to);
    }

    private static ResumeClock? Resume(ActScope act)
    {
        var (clock, ground) = (act.Clock(), act.Required("ground"));
        return clock is null || ground is null ? null : new ResumeClock(clock, ground);
    }

    private static ExtendClock? Extend(ActScope act)
    {
        var (clock, period) = (act.Clock(), act.Move.Period("period", Things.Period, requiredBy: Things.TheExtension));
        var reasons = act.Move.Passage("reasons", Things.TheReasons) ?? "";
        return clock is null || period is null ? null : new ExtendClock(clock, period, reasons);
    }

    // What the step asks whatever comes of it, and what the outcome asks besides.
    private static ImmutableSortedDictionary<string, FieldValue> Fields(ActScope act, string step, string? outcome)
    {
        var node = act.Names.Process.Find(step) as WorkNode;
        var asked = (node?.Asks ?? []).Concat(node?.Outcomes.FirstOrDefault(o => o.Id == outcome)?.Asks ?? []);
        return FieldValues.Read(act.Scope, act.Move["fields"], [.. asked], Things.Quoted(step));
    }

    private static ImmutableSortedDictionary<string, string> Numbers(ActScope act)
    {
        var known = TextsByName
            .Entries(act.Scope, act.Move["numbers"], Things.NumbersByDocument)
            .Where(e => StoryNames.Check(act.Scope, e.Key, e.KeyAt, Things.Document, act.Names.Documents));
        return TextsByName.Of(act.Scope, known, Things.Number);
    }

    private static ImmutableArray<string>? Materials(ActScope act) =>
        act.Move["materials"] is { } materials ? [.. Words(act.Scope, materials, Things.Material)] : null;

    private static IEnumerable<string> People(ActScope act) => act.Move.Each("with", act.Names.Person);

    internal static IEnumerable<string> Words(Scope scope, SyntaxNode? syntax, Message what) =>
        Values.Scalars(scope, syntax, what).Select(s => s.Text);
}

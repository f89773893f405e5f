using System.Diagnostics;
using System.Text.RegularExpressions;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.People;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>Reads how a joint finds its result: thresholds by outcome, or a head who decides.</summary>
internal static partial class VoteReader
{
    private const string Otherwise = "otherwise";

    public static VoteRule Read(Shape shape, JointNode node)
    {
        var rule = Decision(shape, node);
        var last = Keys(shape.Scope, shape["speaks-last"], node).ToList();
        if (node.Participants.Any(p => p.All is true && last.Contains(p.Key)))
            shape.Scope.Error(shape["speaks-last"]!.At, JointProblems.ManySpeakLast(node.Id, last[0]));
        return rule with
        {
            Veto = [.. Keys(shape.Scope, shape["veto"], node)],
            Quorum = QuorumReader.Read(shape, node),
            InOrder = shape.Truth("in-order", Things.KeyInOrder),
            WaitsForAll = shape.Word("close", Things.WhenItCloses, ("as-soon-as-known", false), ("all-answered", true)) ?? false,
            SpeaksLast = last.FirstOrDefault(),
            OneVoice = shape.Word("voices", Things.WhoHasAVoice, ("one-per-person", true), ("one-per-post", false)) ?? true,
        };
    }

    private static VoteRule Decision(Shape shape, JointNode node) =>
        shape["decide"] switch
        {
            null => All(shape, node),
            MapSyntax map when map["by"] is not null => Head(shape.Scope, map),
            MapSyntax map => Thresholds(shape.Scope, map, node),
            ScalarSyntax word => Wrong(shape.Scope, word),
            ListSyntax list => Wrong(shape.Scope, list),
            var other => throw new UnreachableException($"No answer for {other.GetType().Name}."),
        };

    // Without 'decide' and with one outcome there is nothing to decide: everybody answers.
    private static VoteRule All(Shape shape, JointNode node)
    {
        if (node.Outcomes.Length > 1)
            shape.Scope.Error(shape.At, JointProblems.NoDecide(node.Id));
        var only = node.Outcomes[0].Id;
        return new VoteRule { Thresholds = [new Threshold(only, ThresholdKind.All)], Otherwise = only };
    }

    private static VoteRule Wrong(Scope scope, SyntaxNode other)
    {
        scope.Error(other.At, JointProblems.DecideShape(Shape.Words(other)));
        return new VoteRule();
    }

    private static VoteRule Head(Scope scope, MapSyntax map)
    {
        foreach (var entry in map.Entries.Where(e => e.Key is not ("by" or "against-majority")))
            scope.Error(entry.KeyAt, FileProblems.UnknownKeyOfHead(entry.Key));
        var reasons = Values.Word(scope, map["against-majority"], Things.AgainstMajority, ("reasons", true)) ?? false;
        return new VoteRule { Head = AssigneeReader.Read(scope, map["by"]), AgainstMajorityNeedsReasons = reasons };
    }

    private static VoteRule Thresholds(Scope scope, MapSyntax map, JointNode node)
    {
        var outcomes = node.Outcomes.Select(o => o.Id).ToList();
        var needs = Needs(scope, map, node.Id, outcomes);
        var otherwise = IfNone(scope, map, node.Id, outcomes);
        return new VoteRule { Thresholds = [.. needs.Select(e => One(scope, e, node)).OfType<Threshold>()], Otherwise = otherwise };
    }

    private static List<MapEntry> Needs(Scope scope, MapSyntax map, string joint, List<string> outcomes)
    {
        var needs = map.Entries.Where(e => e.Key != Otherwise).ToList();
        foreach (var entry in needs.Where(e => !outcomes.Contains(e.Key)))
            References.Unknown(scope, entry.Name, NameProblems.Outcome, Things.OutcomeOrOtherwise(joint), outcomes);
        return needs;
    }

    private static string? IfNone(Scope scope, MapSyntax map, string joint, List<string> outcomes)
    {
        var otherwise = Values.Scalar(scope, map[Otherwise], Things.Outcome);
        if (otherwise is null)
            scope.Error(map.At, JointProblems.NoOtherwise(joint));
        else if (!outcomes.Contains(otherwise.Text))
            References.Unknown(scope, otherwise, NameProblems.Outcome, Things.OutcomeOf(joint), outcomes);
        return otherwise?.Text;
    }

    private static Threshold? One(Scope scope, MapEntry entry, JointNode node)
    {
        if (Values.Scalar(scope, entry.Value, Things.WhatTheOutcomeNeeds) is not { } scalar)
            return null;
        var threshold = Threshold(entry.Key, scalar.Text);
        var problem = threshold is null
            ? JointProblems.Threshold(Shape.Words(scalar), Ways.Near(scalar.Text, ["all", "any", "majority"]))
            : OutOfRange(threshold, node);
        if (problem is not null)
            scope.Error(scalar.At, problem);
        return threshold;
    }

    private static Threshold? Threshold(string outcome, string text) =>
        Form().Match(text) is { Success: true } match
            ? new Threshold(outcome, Kind(match), WrittenAmount.Of(match), match.Groups["cast"].Success)
            {
                OfPresent = match.Groups["present"].Success ? true : null,
            }
            : null;

    private static Message? OutOfRange(Threshold threshold, JointNode node) =>
        WrittenAmount.Exceeded(threshold.Kind, threshold.Amount, node) is { } most
            ? JointProblems.ThresholdRange(most, threshold.Outcome, threshold.Amount)
            : null;

    private static ThresholdKind Kind(Match match) =>
        match.Groups["word"].Value switch
        {
            "all" => ThresholdKind.All,
            "any" => ThresholdKind.Any,
            "majority" => ThresholdKind.Majority,
            "" => match.Groups["weight"].Success ? ThresholdKind.Weight : WrittenAmount.Kind(match),
            var word => throw new UnreachableException($"No threshold is called {word}."),
        };

    private static IEnumerable<string> Keys(Scope scope, SyntaxNode? syntax, JointNode node)
    {
        var keys = node.Participants.Select(p => p.Key).ToList();
        foreach (var who in Values.Scalars(scope, syntax, Things.Participant).ToList())
            if (keys.Contains(who.Text) || scope.Walk.Learns)
                yield return who.Text;
            else
                References.Unknown(scope, who, NameProblems.Participant, Things.ParticipantOf(node.Id), keys);
    }

    [GeneratedRegex(
        "^(?:(?<word>all|any|majority)|(?<weight>weight +)?" + WrittenAmount.Form + ")(?:(?<cast> of cast)|(?<present> of present))?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Form();
}

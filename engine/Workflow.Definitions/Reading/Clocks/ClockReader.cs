using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Clocks;

/// <summary>Reads a clock of the case or the limit of a step: one shape, with short forms.</summary>
internal static class ClockReader
{
    private const string ByLaw = "by-law";

    private static readonly Period Standing = new(1, PeriodUnit.Days);

    /// <summary>What a day off does to the last day, as it is written.</summary>
    internal static readonly (string Word, RollRule Rule)[] Rolls =
    [
        ("none", RollRule.None),
        ("next-working-day", RollRule.NextWorkingDay),
        ("previous-working-day", RollRule.PreviousWorkingDay),
        ("tax", RollRule.Tax),
    ];

    /// <summary>Reads the limit of a step.</summary>
    public static ClockRule? Limit(Scope scope, SyntaxNode? syntax, string step, LocalizedText title) =>
        Limit(scope, syntax, step, title, $"step/{step}/limit");

    /// <summary>Reads the own limit of one who answers in a joint.</summary>
    public static ClockRule? Participant(Scope scope, SyntaxNode? syntax, string joint, string who, LocalizedText title) =>
        Limit(scope, syntax, ClockKey.OfParticipant(joint, who), title, $"step/{joint}/participant/{who}");

    private static ClockRule? Limit(Scope scope, SyntaxNode? syntax, string id, LocalizedText title, string place) =>
        syntax switch
        {
            null => null,
            ScalarSyntax text => Short(scope, text, id, title),
            ListSyntax list => Long(Of(scope, Merged(scope, list))?.Placed(place), id, title, ofCase: false),
            MapSyntax => Long(Of(scope, syntax)?.Placed(place), id, title, ofCase: false),
            _ => throw new UnreachableException($"No answer for {syntax.GetType().Name}."),
        };

    /// <summary>Reads a clock of the whole case.</summary>
    public static ClockRule? Case(Scope scope, MapEntry entry)
    {
        var id = scope.Named(entry.Key);
        scope.Walk.Places.Add($"clock/{id}/", entry.KeyAt);
        var shape = Of(scope, entry.Value is ListSyntax list ? Merged(scope, list) : entry.Value)?.Placed($"clock/{id}");
        if (shape is not null)
            OfTheCase(shape, entry.Key);
        return Long(shape, id, new LocalizedText(entry.Key), ofCase: true);
    }

    private static void OfTheCase(Shape shape, string id)
    {
        shape.Required("from", Things.TheClockOf(id));
        shape.Required("basis", Things.TheClockOf(id));
        if (shape["on-expiry"] is { } expiry)
            shape.Scope.Error(expiry.At, ClockProblems.OnExpiryOfCase(id));
    }

    private static Shape? Of(Scope scope, SyntaxNode syntax) => Shape.Of(scope, syntax, DefinitionKeys.Clock, Things.Clock);

    private static ClockRule? Short(Scope scope, ScalarSyntax text, string id, LocalizedText title) =>
        LimitReader.For(scope, text, LimitKind.For) is { } limit
            ? new ClockRule
            {
                Id = id,
                Title = title.Zh,
                TitleEn = title.En,
                Limits = [limit],
                Basis = LegalBasis.Internal,
            }
            : null;

    // A list is a clock whose limits it lists; what is not of one limit belongs to the whole clock and stands once.
    private static MapSyntax Merged(Scope scope, ListSyntax list)
    {
        var limits = list.Items.Select(i => i is MapSyntax map ? new MapSyntax(map.At, [.. map.Entries.Where(IsOfLimit)]) : i);
        return new MapSyntax(list.At, [new MapEntry("limits", list.At, new ListSyntax(list.At, [.. limits])), .. OfClock(scope, list)]);
    }

    // What is said of the clock as a whole stands in one item of the list, whichever it is.
    private static List<MapEntry> OfClock(Scope scope, ListSyntax list)
    {
        var whole = new List<MapEntry>();
        foreach (var entry in list.Items.OfType<MapSyntax>().SelectMany(m => m.Entries).Where(e => !IsOfLimit(e)))
            if (whole.Exists(e => e.Key == entry.Key))
                scope.Error(entry.KeyAt, ClockProblems.Once(entry.Key));
            else
                whole.Add(entry);
        return whole;
    }

    private static bool IsOfLimit(MapEntry entry) => DefinitionKeys.Limit.Keys.Contains(entry.Key);

    private static ClockRule? Long(Shape? shape, string id, LocalizedText title, bool ofCase)
    {
        if (shape is null)
            return null;
        var basis = shape.Basis() ?? LegalBasis.Internal;
        var (cited, called) = (CitedTerms.Of(shape, basis), shape.Title() ?? title);
        var clock = new ClockRule
        {
            Id = id,
            Title = called.Zh,
            TitleEn = called.En,
            Limits = Limits(shape, cited),
            Basis = basis,
        };
        return Rolling(shape, Ending(shape, Running(shape, clock, cited))) with { OnExpiry = ofCase ? null : OnExpiry(shape) };
    }

    private static string? OnExpiry(Shape shape) => shape.Scalar("on-expiry", Things.OutcomeOfTheStep)?.Text;

    // When it runs, and how much longer it may.
    private static ClockRule Running(Shape shape, ClockRule clock, CitedTerms cited) =>
        clock with
        {
            From = Moments(shape.Scope, shape["from"]),
            Until = Moments(shape.Scope, shape["until"]),
            NotCounted = NotCounted(shape, cited),
            Extensions = [.. shape.Each("extend", (scope, e) => ExtensionReader.Read(scope, e, cited))],
            Promise = shape.Period("promise", Things.ThePromise),
            Shares = Shares(shape.Scope, shape["share"]),
        };

    // What its last day is, who hears of it, and what it does.
    private static ClockRule Ending(Shape shape, ClockRule clock) =>
        clock with
        {
            Yellow = Yellow(shape.Scope, shape["lamps"]),
            Escalations = [.. shape.Each("escalate", EscalationReader.Read)],
            AsOf = shape.Word("as-of", Things.TheDayItTakesEffect, ("start", AsOf.Start), ("due", AsOf.Due)) ?? AsOf.Due,
        };

    // How long a rest must be to prolong it is taken from the law, as everything that a clock leaves out is.
    private static ClockRule Rolling(Shape shape, ClockRule clock)
    {
        var roll = shape.Word("roll", Things.WhatADayOffDoes, Rolls) ?? RollRule.None;
        if (roll != RollRule.Tax || shape.Scope.Walk.InForceFrom is not { } day)
            return clock with { Roll = roll };
        var rest = shape.Scope.Walk.Shelf.Laws.LongRestOn(day);
        if (rest is null)
            shape.Scope.Error(shape["roll"]!.At, ClockProblems.TaxRollWithoutLaw(clock.Id, day));
        return clock with { Roll = roll, LongRest = rest };
    }

    private static ImmutableArray<LimitRule> Limits(Shape shape, CitedTerms cited)
    {
        shape.AtMostOne("for", "up-to", "at-least", "at", "limits");
        var limits =
            shape["limits"] is { } several
                ? Values.Items(several).Select(l => LimitReader.One(shape.Scope, l, cited)).OfType<LimitRule>().ToImmutableArray()
            : LimitReader.Of(shape, Things.TheClock, cited) is { } one ? [one]
            : [];
        return limits.Length > 0 ? limits : [new LimitRule { Period = Standing }];
    }

    private static ImmutableArray<string> NotCounted(Shape shape, CitedTerms cited) =>
        shape["not-counted"] is ScalarSyntax { Text: ByLaw } && cited.HasLaw
            ? cited.Grounds()
            : [.. Values.Items(shape["not-counted"]).Select(g => TitleReader.Ground(shape.Scope, g)).OfType<string>()];

    private static ImmutableArray<string> Moments(Scope scope, SyntaxNode? syntax) =>
        [.. Values.Each(scope, syntax, Things.Moment, References.Moment)];

    private static Period? Yellow(Scope scope, SyntaxNode? lamps) =>
        Shape.Of(scope, lamps, DefinitionKeys.Lamps, Things.TheLamps)?.Period("yellow", Things.TheYellowLamp);

    private static ImmutableSortedDictionary<string, Period> Shares(Scope scope, SyntaxNode? syntax)
    {
        var shares = ImmutableSortedDictionary.CreateBuilder<string, Period>(StringComparer.Ordinal);
        foreach (var entry in NamedItems.Of(scope, syntax, Things.Shares))
            if (Sharer(scope, entry) is { } office && Values.Period(scope, entry.Value, Things.TheShare) is { } period)
                shares[office] = period;
        return shares.ToImmutable();
    }

    private static string? Sharer(Scope scope, MapEntry entry) =>
        References.Office(scope, entry.Name with { Text = scope.Arguments.GetValueOrDefault(entry.Key, entry.Key) });
}

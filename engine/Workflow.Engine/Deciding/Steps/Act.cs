using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Who finishes a step, with what, and from which day: a person, a vote or a rule.</summary>
internal sealed record Act(Actor Actor, DateOnly On)
{
    internal string? For { get; init; }

    internal ImmutableArray<string> With { get; init; } = [];

    internal ImmutableSortedDictionary<string, FieldValue> Fields { get; init; } = ImmutableSortedDictionary<string, FieldValue>.Empty;

    internal ImmutableSortedDictionary<string, string> Numbers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    internal string? Reasons { get; init; }

    /// <summary>Why a rule acts where nobody wrote reasons.</summary>
    internal Because? Because { get; init; }

    /// <summary>The reasons as the papers of the case put them.</summary>
    internal string? OnPaper => Reasons ?? Because?.OnPaper;

    internal static Act ByRule(string rule, DateOnly on) => new(new RuleActor(rule), on);

    internal static Act By(CaseLook look, string? reasons) => new(look.Stamp.Actor, look.On) { For = look.Stamp.For, Reasons = reasons };
}

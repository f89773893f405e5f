using Workflow.Definitions.Lint.Paths;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>What may be accepted on a promise, and for how long.</summary>
internal static class Promises
{
    public static readonly LintRule TooLong = LintRule.Warning("material.promise_long");

    public static readonly LintRule Everything = LintRule.Warning("material.promise_everything");

    public static readonly LintRule Forgotten = LintRule.Warning("material.promise_forgotten");

    public static void Check(Subject subject, Findings findings)
    {
        var definition = subject.Definition;
        foreach (var material in definition.Materials.Where(m => m.Promise is not null))
        {
            var (promise, at) = (material.Promise!, subject.Places.Material(material.Id, "promise"));
            if (
                promise.Kind == PromiseKind.Later
                && Longest(definition) is { } handling
                && Span.Days(promise.Clock.Limits[0].Period!) > Span.Days(handling)
            )
                findings.Add(TooLong, at, ("material", material.Id), ("most", handling), ("found", promise.Clock.Limits[0].Period!));
            if (promise.Kind == PromiseKind.Instead && definition.After.IsEmpty)
                findings.Add(Forgotten, at, ("material", material.Id));
        }

        var required = definition.Materials.Where(m => m is { RequiredWhen: Literal, Shared: null }).ToList();
        if (required.Count > 0 && required.TrueForAll(m => m.Promise?.Kind == PromiseKind.Later))
            findings.Add(Everything, subject.Places.Key("materials"));
    }

    // The clock that the law or the office gives the whole work: the one with a promise, else the longest of the law.
    private static Period? Longest(ProcessDefinition definition) =>
        definition.Clocks.Select(c => c.Promise).OfType<Period>().MaxBy(Span.Days)
        ?? definition
            .Clocks.Where(c => !c.Until.IsEmpty)
            .SelectMany(c => c.Limits)
            .Where(l => l.Kind is LimitKind.For or LimitKind.UpTo)
            .Select(l => l.Period!)
            .MaxBy(Span.Days);
}

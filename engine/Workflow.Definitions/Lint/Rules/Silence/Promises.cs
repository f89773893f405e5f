using Workflow.Definitions.Lint.Paths;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Silence;

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
            One(subject, findings, material, material.Promise!);
        var required = definition.Materials.Where(m => m is { RequiredWhen: Literal, Shared: null }).ToList();
        if (required.Count > 0 && required.TrueForAll(m => m.Promise?.Kind == PromiseKind.Later))
            findings.Add(Everything, subject.Places.Key("materials"));
    }

    private static void One(Subject subject, Findings findings, Material material, MaterialPromise promise)
    {
        var (at, period) = (subject.Places.Material(material.Id, "promise"), promise.Clock.Limits[0].Period!);
        if (promise.Kind == PromiseKind.Later && Longest(subject.Definition) is { } most && Span.Days(period) > Span.Days(most))
            findings.Add(TooLong, at, ("material", material.Id), ("most", most), ("found", period));
        if (promise.Kind == PromiseKind.Instead && subject.Definition.After.IsEmpty)
            findings.Add(Forgotten, at, ("material", material.Id));
    }

    // The clock that the law or the office gives the whole work: the one with a promise, else the longest of the law.
    private static Period? Longest(ProcessDefinition definition) =>
        definition.Clocks.Select(c => c.Promise).OfType<Period>().MaxBy(Span.Days)
        ?? Span.Longest(definition.Clocks.Where(c => !c.Until.IsEmpty).SelectMany(c => c.Limits));
}

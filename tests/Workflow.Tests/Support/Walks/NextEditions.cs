using Workflow.Definitions.Stories;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;

namespace Workflow.Tests.Support.Walks;

/// <summary>The repository's world, and beside each process a next edition to which any running case can move: longer limits, and a step more at the beginning and before the last.</summary>
internal static class NextEditions
{
    private const int Longer = 3;

    private static readonly Lazy<Dictionary<string, PublishedProcess>> All = new(() =>
        ShippedStories.World.Processes.ToDictionary(p => p.Digest, Next)
    );

    // The edition of the repository stands first, and is the one that cases are lodged under.
    private static readonly Lazy<ScenarioWorld> Both = new(() =>
        new ScenarioWorld(
            [.. ShippedStories.World.Processes, .. All.Value.Values],
            ShippedStories.World.Register,
            ShippedStories.World.Shelf
        )
    );

    internal static ScenarioWorld World => Both.Value;

    /// <summary>The command that moves a case to the next edition; null for a case that has moved.</summary>
    internal static MigrateCase? Move(PublishedProcess process) =>
        All.Value.GetValueOrDefault(process.Digest) is { } next
            ? new MigrateCase
            {
                To = next.Digest,
                Document = "批复",
                Reasons = "新版施行",
            }
            : null;

    private static PublishedProcess Next(PublishedProcess process)
    {
        var definition = process.Definition;
        var steps = definition.Steps.Select(Lengthened).ToList();
        steps.Insert(steps.Count - 1, More("extra-last", definition));
        steps.Insert(0, More("extra-first", definition));
        return PublishedProcess.Of(definition with { Clocks = [.. definition.Clocks.Select(Lengthened)], Steps = [.. steps] });
    }

    private static StepNode More(string id, ProcessDefinition definition) =>
        new()
        {
            Id = id,
            Title = id,
            By = new OfficeRole(definition.Item.Lead, "leader"),
            Outcomes = [new OutcomeRule { Id = "done", Title = "完成" }],
        };

    private static Node Lengthened(Node node) =>
        node is WorkNode { Limit: { } limit } work ? work with { Limit = Lengthened(limit) } : node;

    private static ClockRule Lengthened(ClockRule rule) =>
        rule with
        {
            Limits =
            [
                .. rule.Limits.Select(l =>
                    l.Period is { } p && l.Kind != LimitKind.Before ? l with { Period = new Period(p.Amount + Longer, p.Unit) } : l
                ),
            ],
        };
}

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflow.Definitions.Stories;
using Workflow.Engine.Calendars;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Host.WhatIf;

/// <summary>What is otherwise: another definition, other calendars, other limits. Each null or empty where it stays as it was.</summary>
public sealed record Alternative
{
    private static readonly PeriodInForce Always = new(new DateOnly(1900, 1, 1), null);

    /// <summary>The definition that takes the place of every one of its process, on whatever day a case is lodged.</summary>
    public ProcessDefinition? Definition { get; init; }

    /// <summary>Everything published about working days.</summary>
    public CalendarShelf? Calendars { get; init; }

    /// <summary>The length of each limit of a clock, by the clock's id, or by the step's id for a step's limit.</summary>
    public IReadOnlyDictionary<string, Period> Limits { get; init; } = new Dictionary<string, Period>(StringComparer.Ordinal);

    /// <summary>Returns the world with everything that is otherwise.</summary>
    public ScenarioWorld In(ScenarioWorld world)
    {
        var placed = world.Processes.Select(p => (Was: p.Digest, Now: Limited(Replaced(p)))).ToList();
        return new ScenarioWorld(placed.Select(p => p.Now).DistinctBy(p => p.Digest), world.Register, Calendars ?? world.Shelf)
        {
            Instead = placed.Where(p => p.Was != p.Now.Digest).DistinctBy(p => p.Was).ToImmutableDictionary(p => p.Was, p => p.Now.Digest),
        };
    }

    /// <summary>Whether a process has a clock, or a step with a limit, of this id.</summary>
    public static bool Has(PublishedProcess process, string clock) => Rules(JsonNode.Parse(process.Json)!, clock).Any();

    /// <summary>Names the clocks of a process whose length may be another.</summary>
    public static IEnumerable<NameValue> Clocks(PublishedProcess process) =>
        DefinedClocks.All(process.Definition).Select(r => r.Name(r.Id));

    private PublishedProcess Replaced(PublishedProcess process) =>
        Definition is null || process.Definition.Id != Definition.Id ? process : PublishedProcess.Of(Definition with { InForce = Always });

    // The stored form is one tree whatever the nesting of steps, and reading it back checks it.
    private PublishedProcess Limited(PublishedProcess process)
    {
        if (!Limits.Keys.Any(clock => Has(process, clock)))
            return process;
        var root = JsonNode.Parse(process.Json)!;
        foreach (var (clock, period) in Limits)
        foreach (var limit in Rules(root, clock).SelectMany(Periods))
            limit["period"] = new JsonObject { ["amount"] = period.Amount, ["unit"] = $"{period.Unit}" };
        return PublishedProcess.Of(DefinitionJson.Write(DefinitionJson.Read(root.ToJsonString())));
    }

    private static IEnumerable<JsonObject> Periods(JsonObject rule) =>
        rule["limits"]!.AsArray().OfType<JsonObject>().Where(l => l["period"] is not null);

    private static IEnumerable<JsonObject> Rules(JsonNode node, string clock) =>
        node switch
        {
            JsonObject thing
                when thing["limits"] is JsonArray
                    && thing["id"]?.GetValueKind() == JsonValueKind.String
                    && thing["id"]!.GetValue<string>() == clock => [thing],
            JsonObject thing => thing.Where(p => p.Value is not null).SelectMany(p => Rules(p.Value!, clock)),
            JsonArray list => list.Where(i => i is not null).SelectMany(i => Rules(i!, clock)),
            _ => [],
        };
}

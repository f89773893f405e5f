using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;

namespace Workflow.Tests.Support.Walks;

/// <summary>One act of a walk, and what came of it.</summary>
/// <param name="At">The recorded moment.</param>
/// <param name="By">Who acted; empty where only time passed.</param>
/// <param name="Command">What they asked; null where only time passed.</param>
/// <param name="Code">The refusal's code; null when it was written.</param>
internal sealed record KeptAct(DateTimeOffset At, string By, CaseCommand? Command, string? Code)
{
    /// <summary>The visitor for whom they acted on paper; null for themselves.</summary>
    internal string? For { get; init; }

    /// <summary>The paper.</summary>
    internal string? Document => For is null ? null : "书面材料";

    /// <summary>What was asked.</summary>
    internal Request Request => new(By, Command!, For, Document: Document);
}

/// <summary>
/// A walk as it went: the definitions with their fragments expanded, the changes of its calendar, and every act. It stays what it is
/// when the language or the repository's processes change.
/// </summary>
/// <param name="Register">Whose people act: <c>small office</c> or <c>repository</c>.</param>
/// <param name="Editions">The seed of the changes of the calendar; null for the published ones alone.</param>
/// <param name="Definitions">The definitions as stored, by the digests that they had when it went; that of the lodging first.</param>
/// <param name="Acts">The acts in order; the first lodges.</param>
internal sealed record KeptWalk(
    string Register,
    int? Editions,
    ImmutableArray<(string Digest, string Json)> Definitions,
    ImmutableArray<KeptAct> Acts
)
{
    /// <summary>The folder of the walks that are kept.</summary>
    internal static string Folder { get; } = Path.Combine(RecordedLedger.Folder, "walks");

    internal const string SmallOfficeName = "small office";
    internal const string Repository = "repository";

    /// <summary>Writes the walk: a line for the world, a line for each act.</summary>
    internal void Write(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllLines(
            file,
            Acts.Select(Line)
                .Prepend(
                    new JsonObject
                    {
                        ["register"] = Register,
                        ["editions"] = Editions,
                        ["definitions"] = new JsonObject(Definitions.Select(d => KeyValuePair.Create(d.Digest, JsonNode.Parse(d.Json)))),
                    }.ToJsonString(Plain)
                )
        );
    }

    /// <summary>Reads a walk.</summary>
    internal static KeptWalk Read(string file)
    {
        var lines = File.ReadAllLines(file);
        var world = JsonNode.Parse(lines[0])!;
        return new KeptWalk(
            (string)world["register"]!,
            (int?)world["editions"],
            [.. world["definitions"]!.AsObject().Select(d => (d.Key, DefinitionJson.Write(DefinitionJson.Read(d.Value!.ToJsonString()))))],
            [.. lines.Skip(1).Select(Act)]
        );
    }

    /// <summary>Goes the walk again through a door on its world; everything must go as it went, on clocks that the counter agrees with.</summary>
    /// <param name="door">The door.</param>
    /// <param name="world">The walk's <see cref="World"/>.</param>
    /// <param name="after">What else must hold after each act that was written.</param>
    internal void Replay(ICaseDoor door, ScenarioWorld world, Action? after = null)
    {
        string? number = null;
        foreach (var act in Acts)
        {
            door.Advance(act.At);
            if (act.Command is null)
                continue;
            var answer = door.Submit(number, act.Request, act.At);
            Assert.That(answer.Refusal?.Code, Is.EqualTo(act.Code), () => $"{Line(act)}\n{answer.Refusal?.English.Sentence}");
            number ??= answer.Case;
            var state = door.State(number!)!;
            Assert.That(
                CountedClocks.Differences(
                    state,
                    world.Calendar(world.Bound(state.Definition), world.Calendar(world.Processes[0], DateOnly.MaxValue).DayOf(act.At))
                ),
                Is.Empty,
                () => Line(act)
            );
            if (act.Code is null)
                after?.Invoke();
        }
    }

    /// <summary>Goes the walk again in a simulation of its own.</summary>
    internal Simulation Gone()
    {
        var door = new Simulation(World());
        Replay(door, door.World);
        return door;
    }

    /// <summary>Returns the walk as it goes now: its acts as they were asked, the answers as they are.</summary>
    internal KeptWalk Anew()
    {
        var (door, number, acts) = (new Simulation(World()), (string?)null, new List<KeptAct>());
        var present = Definitions.ToDictionary(d => d.Digest, d => PublishedProcess.Of(d.Json).Digest, StringComparer.Ordinal);
        foreach (var act in Acts.Select(a => a with { Command = Under(present, a.Command) }))
        {
            door.Advance(act.At);
            var answer = act.Command is { } command ? door.Submit(number, new Request(act.By, command), act.At) : null;
            acts.Add(act with { Code = answer?.Refusal?.Code });
            number ??= answer?.Case;
        }

        return this with
        {
            Definitions = [.. Definitions.Select(d => (present[d.Digest], d.Json))],
            Acts = [.. acts],
        };
    }

    private static CaseCommand? Under(Dictionary<string, string> present, CaseCommand? command) =>
        command is MigrateCase move ? move with { To = present.GetValueOrDefault(move.To, move.To) } : command;

    /// <summary>Returns its definitions, people and calendars.</summary>
    internal ScenarioWorld World() =>
        new(
            Definitions.Select(d => PublishedProcess.Of(d.Json)),
            Register == SmallOfficeName
                ? SmallOffice.World(SmallOffice.Process("  - {step: s, title: 步骤, by: hall.clerk}")).Register
                : ShippedStories.World.Register,
            Editions is { } seed ? RandomEditions.Changing(new Random(seed)) : ShippedStories.World.Shelf
        );

    private static string Line(KeptAct act) =>
        new JsonObject
        {
            ["at"] = act.At,
            ["by"] = act.By,
            ["for"] = act.For,
            ["code"] = act.Code,
            ["command"] = act.Command is { } command ? JsonNode.Parse(LedgerJson.Write(command)) : null,
        }.ToJsonString(Plain);

    private static KeptAct Act(string line)
    {
        var act = JsonNode.Parse(line)!;
        return new KeptAct(
            (DateTimeOffset)act["at"]!,
            (string)act["by"]!,
            act["command"] is { } command ? LedgerJson.ReadCommand(command.ToJsonString()) : null,
            (string?)act["code"]
        )
        {
            For = (string?)act["for"],
        };
    }

    // Chinese stays readable.
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

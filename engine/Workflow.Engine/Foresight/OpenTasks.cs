using System.Collections.Immutable;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Foresight;

/// <summary>The open tasks of a case as people call them.</summary>
internal static class OpenTasks
{
    /// <summary>The open tasks in the order of the definition; a block, and the whole of a step that opens once per row, is nobody's task.</summary>
    internal static IEnumerable<StepState> Tasks(PublishedProcess process, CaseState state) =>
        state.OpenTasks(process).OrderBy(s => process.PlaceOf(s.Key)!.Order);

    /// <summary>The key by which a task is told: without its row where only the draw itself can say which row it is.</summary>
    internal static string Key(PublishedProcess process, CaseState state, StepState step) =>
        process.Find(step.Key) is WorkNode { ForEachDrawn: { } draw } node && state.Steps.GetValueOrDefault(draw)?.Lots is { Seed: "" }
            ? node.Id
            : step.Key;

    /// <summary>
    /// The limit of a step at which a person must look first: of those of the step and of who answers there the one that ends first,
    /// and one that stands still only where none runs; null without any.
    /// </summary>
    internal static ClockState? Limit(CaseState state, string key) =>
        state
            .Clocks.Values.Where(c => c.IsOpen && c.Step == key)
            .OrderBy(c => c.IsPaused)
            .ThenBy(c => c.DueAt)
            .ThenBy(c => c.Id, StringComparer.Ordinal)
            .FirstOrDefault();

    internal static ImmutableArray<NameValue> Who(PublishedProcess process, CaseState state, StepState step) =>
        [.. Turns.Waiting(process, step).Select(e => Title(process.Definition, state, e)).Distinct()];

    /// <summary>Everybody who acts at a step before it is done: in a joint review also those who have answered.</summary>
    internal static ImmutableArray<NameValue> Everybody(PublishedProcess process, CaseState state, StepState step) =>
        [.. step.Roll.Select(e => Title(process.Definition, state, e)).Distinct()];

    private static NameValue Title(ProcessDefinition definition, CaseState state, Entitlement who) =>
        who switch
        {
            { Person: { } person } when state.Parties.FirstOrDefault(p => p.Person == person) is { } party => Title(definition, party),
            { Person: { } person } => new NameValue(person, person),
            { Organisation: { } organisation } => Roles.Post(definition, who.Key, Office(definition, state, organisation), who.Role!),
            _ => who.Role is { } role ? Roles.Title(definition, role).Named(who.Key) : new NameValue(who.Key, who.Key),
        };

    private static NameValue Title(ProcessDefinition definition, PartyEntry party)
    {
        var role = definition.PartyName(party.Role);
        return new NameValue(party.Role, $"{role.Zh} {party.Name}", $"{role.En ?? role.Zh} {party.Name}");
    }

    private static NameValue Office(ProcessDefinition definition, CaseState state, string organisation) =>
        definition.Offices.FirstOrDefault(o => state.Offices.GetValueOrDefault(o.Key, o.Key) == organisation).NameOf(organisation);
}

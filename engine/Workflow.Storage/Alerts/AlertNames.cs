using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Storage.Alerts;

/// <summary>What people call the things of an entry; the id where they have no title.</summary>
internal static class AlertNames
{
    internal static NameValue Step(NewEntry entry, string key) => entry.Process.StepName(key);

    internal static NameValue Clock(NewEntry entry, string id) => Rule(entry, id).NameOf(id);

    /// <summary>Names the outcome that a clock brings when it runs out.</summary>
    internal static NameValue Outcome(NewEntry entry, string clock, string outcome) =>
        Outcomes(entry, clock).FirstOrDefault(o => o.Id == outcome).NameOf(outcome);

    /// <summary>Names a post that a definition writes as <c>office.role</c>.</summary>
    internal static NameValue Post(NewEntry entry, string post)
    {
        if (OfficeRole.Parse(post) is not var (office, role))
            return new NameValue(post, post);
        var definition = entry.Process.Definition;
        return Roles.Post(definition, post, definition.OfficeName(office), role);
    }

    private static IEnumerable<OutcomeRule> Outcomes(NewEntry entry, string clock) =>
        entry.After.Clocks.GetValueOrDefault(clock)?.Step is { } step && entry.Process.Find(step) is WorkNode node ? node.Outcomes : [];

    private static ClockRule? Rule(NewEntry entry, string id) =>
        entry.After.Clocks.GetValueOrDefault(id) is { } clock ? ClockRules.Find(entry.Process, clock) : null;
}

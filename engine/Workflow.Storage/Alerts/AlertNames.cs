using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Storage.Alerts;

/// <summary>What people call the things of an entry; the id where they have no title.</summary>
internal static class AlertNames
{
    internal static NameValue Step(NewEntry entry, string key) => new(key, entry.Process.TitleOf(key));

    internal static NameValue Clock(NewEntry entry, string id) => Name(id, Rule(entry, id)?.Title);

    /// <summary>Names the outcome that a clock brings when it runs out.</summary>
    internal static NameValue Outcome(NewEntry entry, string clock, string outcome) =>
        Name(outcome, Outcomes(entry, clock).FirstOrDefault(o => o.Id == outcome)?.Title);

    /// <summary>Names a post that a definition writes as <c>office.role</c>.</summary>
    internal static NameValue Post(NewEntry entry, string post)
    {
        if (OfficeRole.Parse(post) is not var (office, role))
            return Name(post, null);
        var title = entry.Process.Definition.OfficeTitle(office);
        return new NameValue(post, $"{title}·{Roles.Title(role).Zh}", $"{Roles.One(role)} of {title}");
    }

    private static IEnumerable<OutcomeRule> Outcomes(NewEntry entry, string clock) =>
        entry.After.Clocks.GetValueOrDefault(clock)?.Step is { } step && entry.Process.Find(step) is WorkNode node ? node.Outcomes : [];

    private static ClockRule? Rule(NewEntry entry, string id) =>
        entry.After.Clocks.GetValueOrDefault(id) is { } clock ? ClockRules.Find(entry.Process, clock) : null;

    private static NameValue Name(string id, string? title) => new(id, title ?? id);
}

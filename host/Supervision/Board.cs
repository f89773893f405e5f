using System.Collections.Immutable;
using Workflow.Definitions.Registers;
using Workflow.Engine.Evidence;
using Workflow.Engine.Processes;
using Workflow.Host.Identity;
using Workflow.Host.Inbox;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Reading;
using Workflow.Storage.Running;

namespace Workflow.Host.Supervision;

/// <summary>The open work of every office by its lamps, the office with most that is late first.</summary>
/// <param name="Today">The day of the lamps.</param>
/// <param name="All">All offices together.</param>
/// <param name="Offices">Each office with open tasks.</param>
public sealed record Board(DateOnly Today, BoardCount All, ImmutableArray<BoardOffice> Offices)
{
    internal static Board Of(IEnumerable<AlikeTasks> tasks, Caller caller, Workplace place, Words words)
    {
        var (counted, today) = (tasks.ToList(), caller.Today);
        var offices = counted.GroupBy(t => t.One.Organisation!).Select(of => Office(of.Key, of, today, place, words));
        return new Board(
            today,
            BoardCount.Of(counted, today),
            [
                .. offices
                    .OrderByDescending(o => o.Count.Red)
                    .ThenByDescending(o => o.Count.Yellow)
                    .ThenBy(o => o.Office, StringComparer.Ordinal),
            ]
        );
    }

    private static BoardOffice Office(string id, IEnumerable<AlikeTasks> tasks, DateOnly today, Workplace place, Words words)
    {
        var mine = tasks.ToList();
        var late = mine.Where(t => Lamps.Of(t.One, today) == Lamp.Red).Min(t => t.One.DueOn);
        return new BoardOffice(
            id,
            words.Title(place.Folder.Register.FindOrganisation(id).NameOf(id)),
            BoardCount.Of(mine, today),
            late is { } due ? place.Calendars.At(Days(id, place), place.Time.GetUtcNow()).CountWorkdays(due, today) : 0
        );
    }

    private static AuthorityCalendar Days(string office, Workplace place)
    {
        var organisation = place.Folder.Register.FindOrganisation(office);
        return new AuthorityCalendar(organisation?.Zone ?? Organisation.DefaultZone, organisation?.Overlays ?? []);
    }
}

/// <summary>An office on the board.</summary>
/// <param name="Office">Its id.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Count">Its open tasks.</param>
/// <param name="LongestOver">Working days since the last day that has been past for longest; 0 where nothing is late.</param>
public sealed record BoardOffice(string Office, string Title, BoardCount Count, int LongestOver);

/// <summary>Open tasks by their lamps.</summary>
/// <param name="Open">All of them.</param>
/// <param name="Red">Those past their last day.</param>
/// <param name="Yellow">Those whose last day is near.</param>
/// <param name="Green">Those in time, floors included.</param>
/// <param name="Grey">Those whose clock is paused.</param>
/// <param name="None">Those without a limit.</param>
public sealed record BoardCount(int Open, int Red, int Yellow, int Green, int Grey, int None)
{
    internal static BoardCount Of(IReadOnlyCollection<AlikeTasks> tasks, DateOnly today)
    {
        var by = tasks.ToLookup(t => Lamps.Of(t.One, today), t => t.Count);
        return new BoardCount(
            tasks.Sum(t => t.Count),
            by[Lamp.Red].Sum(),
            by[Lamp.Yellow].Sum(),
            by[Lamp.Green].Sum(),
            by[Lamp.Grey].Sum(),
            by[null].Sum()
        );
    }

    /// <summary>How many show a lamp, as <see cref="LampNames"/> calls it.</summary>
    public int this[string lamp] =>
        lamp switch
        {
            "red" => Red,
            "yellow" => Yellow,
            "green" => Green,
            "grey" => Grey,
            LampNames.None => None,
            _ => throw new System.Diagnostics.UnreachableException($"No lamp is called {lamp}."),
        };
}

using System.Text;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Reading;
using Workflow.Definitions.Wording;
using Workflow.Engine.Calendars;
using Workflow.Engine.Record.Entries;

namespace Workflow.Tests.Support.Shipped;

/// <summary>Stories, played in memory.</summary>
internal static class Told
{
    internal static string Samples => Path.Combine(Repository.Definitions, "..", "samples");

    internal static Simulation Sample(string sample) => Story(File.ReadAllText(Path.Combine(Samples, sample, "story.yaml")));

    internal static Simulation Story(string text)
    {
        var reading = ScenarioReader.ReadStory("story.yaml", Encoding.UTF8.GetBytes(text), ShippedStories.World);
        Assert.That(reading.Problems.Select(p => p.English), Is.Empty);
        var (story, door) = (reading.Scenarios.Single(), new Simulation(ShippedStories.World));
        ScenarioPlayer.Play(story, door, ShippedStories.World);
        return door;
    }

    /// <summary>The calendar that an entry stands on, resolved anew.</summary>
    internal static WorkCalendar CalendarOf(LedgerEntry entry)
    {
        var process = ShippedStories.World.Bound(entry.Definition);
        var day = ShippedStories.World.Calendar(process, DateOnly.MaxValue).DayOf(entry.Stamp.RecordedAt);
        return ShippedStories
            .World.Shelf.Editions.Select(e => e.Published)
            .Where(p => p <= day)
            .Append(day)
            .OrderDescending()
            .Select(known => ShippedStories.World.Calendar(process, known))
            .First(c => c.Digest == entry.Stamp.Facts.Calendar);
    }
}

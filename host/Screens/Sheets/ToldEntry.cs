using Workflow.Definitions.Stories.Timelines;
using Workflow.Host.Replaying;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens.Sheets;

/// <summary>An entry of the ledger in words.</summary>
/// <param name="Number">Its number as the reader counts, from 1.</param>
/// <param name="Day">The day on which it was recorded.</param>
/// <param name="Entry">What it says.</param>
public sealed record ToldEntry(int Number, DateOnly Day, TimelineEntry Entry)
{
    /// <summary>Tells what a reader sees of a case, in order.</summary>
    internal static IEnumerable<ToldEntry> Of(RecordedCase seen, Words words) =>
        TimelineTeller
            .Tell("", [seen.Entries], seen.Glossary, words.Language)
            .Days.SelectMany(day => day.Entries.Select(entry => (day.Day, Entry: entry)))
            .Select((told, place) => new ToldEntry(place + 1, told.Day, told.Entry));
}

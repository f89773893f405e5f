using System.Text.Json.Nodes;
using Workflow.Host.Answers.Json;
using Workflow.Host.Wording;
using Workflow.Storage.Proofs.Readjudicating;

namespace Workflow.Host.Proving;

/// <summary>Shows what deciding again found.</summary>
public static class Readjudication
{
    // The first values tell what was touched; an event that is another altogether would fill the screen.
    private const int MostShown = 8;

    /// <summary>For machines: the events as JSON.</summary>
    public static object Shown(ReadjudicationReport report, Words words) =>
        new
        {
            report.Cases,
            report.Decisions,
            differences = report.Differences.Select(d => Shown(d, words)),
            report.Erased,
        };

    /// <summary>For people: each difference with its values.</summary>
    public static string Text(ReadjudicationReport report, Words words)
    {
        var lines = new Lines(words);
        foreach (var difference in report.Differences)
            Tell(lines, difference, words);
        return lines
            .Say(
                0,
                report.Differences.IsEmpty ? "readjudicate.none" : "readjudicate.some",
                report.Cases,
                report.Decisions,
                report.Differences.Length
            )
            .ToString();
    }

    private static void Tell(Lines lines, DecisionDifference d, Words words)
    {
        var (key, name) = (d.Event is null ? "readjudicate.difference" : "readjudicate.event", Name(d.Recorded ?? d.Decided));
        lines.Say(0, key, d.Case, d.Entry, d.Event, words.Tell(d.Finding), name);
        foreach (var (place, was, now) in JsonDifference.Between(Node(d.Recorded), Node(d.Decided)).Take(MostShown))
            lines.Say(1, "readjudicate.value", place, was, now);
    }

    private static object Shown(DecisionDifference d, Words words) =>
        new
        {
            d.Case,
            d.Entry,
            words = words.Tell(d.Finding),
            d.Event,
            recorded = Node(d.Recorded),
            decided = Node(d.Decided),
        };

    private static string? Name(string? happened) => Node(happened)?["is"]?.GetValue<string>();

    private static JsonNode? Node(string? json) => json is null ? null : JsonNode.Parse(json);
}

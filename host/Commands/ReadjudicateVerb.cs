using System.CommandLine;
using System.Text.Json.Nodes;
using Workflow.Host.Evidence;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Proofs;
using Workflow.Storage.Publishing;

namespace Workflow.Host.Commands;

/// <summary><c>readjudicate</c>: decides every recorded command again.</summary>
public static class ReadjudicateVerb
{
    public static Command Make(Terminal terminal)
    {
        var number = new Argument<string?>("CASE") { Description = "The case's number; without it the whole ledger.", Arity = ArgumentArity.ZeroOrOne };
        var (database, language, json) = (Shared.Database(), Shared.Language(), Shared.AsJson());
        var verb = new Command("readjudicate", Help.Readjudicate) { number, database, language, json };
        verb.SetAction((parsed, cancellation) => Run(
            terminal, parsed.GetValue(database)!, parsed.GetValue(number), parsed.GetValue(json) ? null : Words.In(parsed.GetValue(language)!), cancellation));
        return verb;
    }

    private static async Task<int> Run(Terminal terminal, string file, string? number, Words? words, CancellationToken cancellation)
    {
        await using var database = DatabaseFile.OpenExisting(file);
        var report = new Readjudicate(database, new PublishedProcesses(database)).Run(number, Progress.To(terminal, "commands decided again"), cancellation);
        if (number is not null && report.Cases == 0) throw Shared.NoCase(file, number);
        if (words is null) terminal.WriteJson(new { report.Cases, report.Decisions, differences = report.Differences.Select(Shown) });
        else terminal.Out.Write(Text(report, words));
        return report.Differences.IsEmpty ? 0 : 1;
    }

    private static object Shown(DecisionDifference d) => new { d.Case, d.Entry, d.Words, d.Event, recorded = Node(d.Recorded), decided = Node(d.Decided) };

    private static string Text(ReadjudicationReport report, Words words)
    {
        var lines = new Lines(words);
        foreach (var d in report.Differences)
        {
            lines.Say(0, d.Event is null ? "readjudicate.difference" : "readjudicate.event", d.Case, d.Entry, d.Event, d.Words, Name(d.Recorded ?? d.Decided));
            foreach (var (place, was, now) in JsonDifference.Between(Node(d.Recorded), Node(d.Decided)).Take(MostShown)) lines.Say(1, "readjudicate.value", place, was, now);
        }

        return lines.Say(0, report.Differences.IsEmpty ? "readjudicate.none" : "readjudicate.some", report.Cases, report.Decisions, report.Differences.Length).ToString();
    }

    // The first values tell what was touched; an event that is another altogether would fill the screen.
    private const int MostShown = 8;

    private static string? Name(string? happened) => Node(happened)?["is"]?.GetValue<string>();

    private static JsonNode? Node(string? json) => json is null ? null : JsonNode.Parse(json);
}

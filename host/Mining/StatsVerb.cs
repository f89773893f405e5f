using System.CommandLine;
using System.Text;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Words = Workflow.Host.Wording.Words;

namespace Workflow.Host.Mining;

/// <summary><c>stats</c>: counts a ledger.</summary>
public static class StatsVerb
{
    public static Command Make(Terminal terminal)
    {
        var (database, json) = (Shared.Database(), Shared.AsJson());
        var from = Shared.Day(terminal.Words, "--from", "The first day, included; without it from the beginning.");
        var to = Shared.Day(terminal.Words, "--to", "The last day, included; without it to the end.");
        var csv = new Option<string?>("--csv") { Description = "Write the counts there too, as CSV.", HelpName = "FILE" };
        var svg = new Option<string?>("--svg") { Description = "Draw the processes there.", HelpName = "FILE" };
        var verb = new Command("stats", Help.Stats) { database, from, to, csv, svg, json };
        verb.Check(result =>
        {
            if (result.GetValue(from) > result.GetValue(to)) result.AddError(terminal.Words.Tell("verb.span", ("from", result.GetValue(from)!.Value), ("to", result.GetValue(to)!.Value)));
        });
        verb.SetAction((parsed, cancellation) => Run(terminal, parsed.GetValue(database)!, (parsed.GetValue(from), parsed.GetValue(to)), new Wanted(
            parsed.GetValue(csv), parsed.GetValue(svg), parsed.GetValue(json), terminal.Words), cancellation));
        return verb;
    }

    private static async Task<int> Run(Terminal terminal, string file, (DateOnly? From, DateOnly? To) span, Wanted wanted, CancellationToken cancellation)
    {
        await using var database = DatabaseFile.OpenExisting(file);
        var counts = LedgerTally.Of(database, span.From, span.To, cancellation);
        var report = new StatsReport(counts, wanted.Words);
        await Administration.Look(database, "stats");
        if (wanted.Csv is { } csv) OutputFile.Write(csv, stream => stream.Write(Encoding.UTF8.GetBytes(report.Csv())));
        if (wanted.Svg is { } svg) OutputFile.Write(svg, stream => stream.Write(Encoding.UTF8.GetBytes(ProcessChart.Draw(counts, wanted.Words))));
        if (wanted.Json) terminal.WriteJson(report.Json());
        else terminal.Out.Write(ReportText.Write(report.Make()));
        return 0;
    }

    private sealed record Wanted(string? Csv, string? Svg, bool Json, Words Words);
}

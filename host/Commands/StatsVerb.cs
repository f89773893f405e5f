using System.CommandLine;
using System.Text;
using Workflow.Engine.Calendars;
using Workflow.Engine.Evidence;
using Workflow.Engine.Statistics;
using Workflow.Host.Mining;
using Workflow.Host.Opening;
using Workflow.Storage.Databases;
using Workflow.Storage.Publishing;
using Workflow.Storage.Reading;
using Words = Workflow.Host.Wording.Words;

namespace Workflow.Host.Commands;

/// <summary><c>stats</c>: counts a ledger.</summary>
public static class StatsVerb
{
    public static Command Make(Terminal terminal)
    {
        var (database, json) = (Shared.Database(), Shared.AsJson());
        var from = new Option<DateOnly?>("--from") { Description = "The first day, included; without it from the beginning.", HelpName = "DAY" };
        var to = new Option<DateOnly?>("--to") { Description = "The last day, included; without it to the end.", HelpName = "DAY" };
        var csv = new Option<string?>("--csv") { Description = "Write the counts there too, as CSV.", HelpName = "FILE" };
        var svg = new Option<string?>("--svg") { Description = "Draw the processes there.", HelpName = "FILE" };
        var language = new Option<string>("--language") { Description = "zh or en.", DefaultValueFactory = _ => "zh" };
        language.AcceptOnlyFromAmong("zh", "en");
        var verb = new Command("stats", Help.Stats) { database, from, to, csv, svg, json, language };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(from) > result.GetValue(to)) result.AddError($"Expected '--from' on or before '--to', but found {result.GetValue(from):yyyy-MM-dd} and {result.GetValue(to):yyyy-MM-dd}.");
        });
        verb.SetAction((parsed, cancellation) => Run(terminal, parsed.GetValue(database)!, new LedgerCounts(parsed.GetValue(from), parsed.GetValue(to)), new Wanted(
            parsed.GetValue(csv), parsed.GetValue(svg), parsed.GetValue(json), Words.In(parsed.GetValue(language)!)), cancellation));
        return verb;
    }

    private static async Task<int> Run(Terminal terminal, string file, LedgerCounts counts, Wanted wanted, CancellationToken cancellation)
    {
        await using var database = DatabaseFile.OpenExisting(file);
        Count(database, counts, cancellation);
        var report = new StatsReport(counts, wanted.Words);
        if (wanted.Csv is { } csv) OutputFile.Write(csv, stream => stream.Write(Encoding.UTF8.GetBytes(report.Csv())));
        if (wanted.Svg is { } svg) OutputFile.Write(svg, stream => stream.Write(Encoding.UTF8.GetBytes(ProcessChart.Draw(counts, wanted.Words))));
        if (wanted.Json) terminal.WriteJson(report.Json());
        else terminal.Out.Write(ReportText.Write(report.Make()));
        return 0;
    }

    private static void Count(Database database, LedgerCounts counts, CancellationToken cancellation)
    {
        var (processes, calendars, known) = (new PublishedProcesses(database), new CalendarReads(database), new Dictionary<string, WorkCalendar?>());
        using var ledger = new LedgerReads(database);
        foreach (var entries in ledger.Cases())
        {
            cancellation.ThrowIfCancellationRequested();
            var definitions = CaseDefinitions.Of(entries, digest => processes.Find(digest) ?? throw new OpeningRefusedException($"Expected the definition of {entries[0].Case} in the database, but there is none with the digest {digest}."));
            counts.Add(definitions, entries, Calendar, counts.To ?? entries[^1].Stamp.EffectiveOn);
        }

        WorkCalendar? Calendar(string digest) => known.TryGetValue(digest, out var calendar) ? calendar : known[digest] = calendars.Find(digest);
    }

    private sealed record Wanted(string? Csv, string? Svg, bool Json, Words Words);
}

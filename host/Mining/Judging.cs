using System.Text;
using Workflow.Host.Mining.Reports;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Mining.Conforming;
using Workflow.Mining.Logs;
using Workflow.Mining.Maps;

namespace Workflow.Host.Mining;

/// <summary>Judges a log case by case and writes what came of it; only one case is in memory.</summary>
/// <param name="log">The log's name, for the report.</param>
/// <param name="by">What it is judged by.</param>
/// <param name="format">One of <see cref="Formats"/>.</param>
/// <param name="words">The language.</param>
public sealed class Judging(string log, ConformanceSet by, string format, Words words)
{
    private readonly OtherCases _others = new();

    private readonly List<Bench> _benches =
    [
        .. by.All.Select(c => new Bench(c, new CaseJudge(c.Definition.Definition, c.Map, c.Calendar), new ConformanceSum(c.Calendar))),
    ];

    /// <summary>The forms of a report; JSON tells of each case, the others of the sum.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["text", "json", "html"];

    /// <summary>Judges every case; once.</summary>
    /// <param name="stream">Where the report goes; it is worth nothing when this throws.</param>
    /// <param name="reader">The log.</param>
    /// <param name="cancellation">Stops between cases.</param>
    /// <exception cref="OpeningRefusedException">The log is broken on the way; <see cref="XesReader.Fault"/> says where.</exception>
    public void Write(Stream stream, XesReader reader, CancellationToken cancellation)
    {
        using var json = format == "json" ? new ConformanceJson(stream, by.Chooses) : null;
        reader.Use(by.All.SelectMany(c => c.Map.DateKeys));
        for (var place = 1L; reader.Read() is { } trace; place++)
        {
            cancellation.ThrowIfCancellationRequested();
            Take(trace, place, json);
        }

        if (reader.Fault is { } fault)
            throw LogRefusals.Broken(fault);
        var parts = _benches.ConvertAll(b => new ConformancePart(About(b.By, reader.LooseEvents), b.Sum));
        if (json is not null)
            json.Finish(parts, _others, reader.LooseEvents);
        else
            stream.Write(Encoding.UTF8.GetBytes(Text(Report(parts, reader.LooseEvents))));
    }

    private Report Report(IReadOnlyList<ConformancePart> parts, long looseEvents) =>
        by.Chooses
            ? new SeveralReport(parts, _others, looseEvents, words).Make()
            : new ConformanceReport(parts[0].About, parts[0].Sum, words).Make();

    private void Take(XesTrace trace, long place, ConformanceJson? json)
    {
        if (_benches.Find(b => b.By.Map.Takes(trace)) is { } bench)
        {
            var verdict = bench.Judge.Judge(trace, place);
            bench.Sum.Add(verdict);
            json?.Write(bench.By.Definition.Definition.Id, verdict);
            return;
        }

        // What all parts of a map share tells where a case's number and process stand.
        Leave(by.All[0].Map, trace, place, json);
    }

    private void Leave(LogMap map, XesTrace trace, long place, ConformanceJson? json)
    {
        var (said, number) = (map.Said(trace), trace[map.CaseKey] is { Text.Length: > 0 } named ? named.Text : $"#{place}");
        _others.Add(said, number, trace);
        if (by.Chooses)
            json?.Write(said, number, trace);
    }

    private ConformanceSubject About(Conformance c, long looseEvents) =>
        new(
            log,
            c.Definition.Definition,
            c.Definition.Digest,
            c.MapName,
            c.Map.Zone.Id,
            c.CalendarWord,
            c.Map.Activities,
            by.Chooses ? null : looseEvents,
            by.Chooses ? null : _others.Cases
        );

    private string Text(Report report) => format == "text" ? ReportText.Write(report) : ReportHtml.Write(report, words.Tag);

    private sealed record Bench(Conformance By, CaseJudge Judge, ConformanceSum Sum);
}

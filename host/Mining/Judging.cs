using System.Text;
using Workflow.Definitions.Mining.Conforming;
using Workflow.Definitions.Mining.Logs;
using Workflow.Host.Opening;
using Workflow.Host.Wording;

namespace Workflow.Host.Mining;

/// <summary>Judges a log case by case and writes what came of it; only one case is in memory.</summary>
/// <param name="log">The log's name, for the report.</param>
/// <param name="by">What it is judged by.</param>
/// <param name="format">One of <see cref="Formats"/>.</param>
/// <param name="words">The language.</param>
public sealed class Judging(string log, Conformance by, string format, Words words)
{
    /// <summary>The forms of a report; JSON tells of each case, the others of the sum.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["text", "json", "html"];

    /// <summary>Judges every case.</summary>
    /// <param name="stream">Where the report goes; it is worth nothing when this throws.</param>
    /// <param name="reader">The log.</param>
    /// <param name="cancellation">Stops between cases.</param>
    /// <exception cref="OpeningRefusedException">The log is broken on the way; <see cref="XesReader.Fault"/> says where.</exception>
    public void Write(Stream stream, XesReader reader, CancellationToken cancellation)
    {
        using var json = format == "json" ? new ConformanceJson(stream) : null;
        var (judge, sum) = (new CaseJudge(by.Definition.Definition, by.Map, by.Calendar), new ConformanceSum(by.Calendar));
        var others = 0L;
        reader.Use(by.Map.DateKeys);
        while (reader.Read() is { } trace)
        {
            cancellation.ThrowIfCancellationRequested();
            if (by.Map.ProcessKey is { } key && trace[key]?.Text != by.Map.Process)
            {
                others++;
                continue;
            }

            var verdict = judge.Judge(trace, sum.Cases + 1);
            sum.Add(verdict);
            json?.Write(verdict);
        }

        if (reader.Fault is { } fault) throw new OpeningRefusedException(fault.ToString());
        var about = new ConformanceSubject(log, by.Definition.Definition, by.Definition.Digest, by.MapName, by.Map.Zone.Id, by.CalendarWord, by.Map.Activities, reader.LooseEvents, others);
        if (json is not null) json.Finish(about, sum);
        else stream.Write(Encoding.UTF8.GetBytes(Text(new ConformanceReport(about, sum, words).Make(), sum)));
    }

    private string Text(Report report, ConformanceSum sum)
    {
        if (format == "text") return ReportText.Write(report);
        var figures = new[] { (MonthChart.Draw(sum, words), "conform.figure.months"), (OrderChart.Draw(sum, words), "conform.figure.variants") };
        return ReportHtml.Write(report, words.Language, [.. figures.Where(f => f.Item1 is not null).Select(f => (f.Item1!, words[f.Item2]))]);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Workflow.Definitions.Due;
using Workflow.Engine.Statistics;
using Workflow.Host.Wording;

namespace Workflow.Host.Mining;

/// <summary>Words the counts of a ledger. Each rate is a fraction, and what it leaves over stands in a line of its own.</summary>
/// <param name="counts">The counts.</param>
/// <param name="words">The language.</param>
public sealed class StatsReport(LedgerCounts counts, Words words)
{
    /// <summary>Returns the report.</summary>
    public Report Make() =>
        new(
            words["stats.title"],
            [$"{words["stats.span"]} {Day(counts.From) ?? "…"} – {Day(counts.To) ?? "…"}; {words["stats.outside"]} {counts.Outside}"],
            [
                .. Rows().Where(r => r.Table is not ("departments" or "steps" or "holders")).GroupBy(r => r.Table).Select(Table),
                Tasks("departments", counts.Departments.Select(d => (d.Key, d.Value))),
                Tasks("steps", counts.Steps.Select(s => ($"{s.Key.Process} {s.Key.Step}", s.Value))),
                Table(Holders().GroupBy(r => r.Table).Single()),
            ]
        );

    /// <summary>Returns the same as CSV of RFC 4180: table, row, part, whole and the rounded percentage.</summary>
    public string Csv()
    {
        var text = new StringWriter { NewLine = "\n" };
        CsvWriter.Write(text, "table", "row", "part", "whole", "percent");
        foreach (var row in Rows())
            CsvWriter.Write(
                text,
                row.Table,
                row.Name,
                $"{row.Rate.Part}",
                $"{row.Rate.Whole}",
                row.Rate.Percent(2)?.ToString("0.##", CultureInfo.InvariantCulture) ?? ""
            );
        return text.ToString();
    }

    /// <summary>Returns the same for machines.</summary>
    public object Json() =>
        new
        {
            counts.From,
            counts.To,
            counts.Outside,
            total = counts.Total,
            byProcess = counts.ByProcess,
            outcomes = counts.Outcomes,
            outcomeTitles = counts.OutcomeTitles.ToDictionary(t => t.Key, t => words.Title(t.Value)),
            departments = counts.Departments,
            steps = counts.Steps.Select(s => new
            {
                s.Key.Process,
                s.Key.Step,
                counts = s.Value,
            }),
            clockDays = counts.ClockDays,
            unheldDays = counts.UnheldDays,
            holders = counts.Holders,
        };

    private IEnumerable<Row> Rows() =>
        Cases("cases", counts.Total)
            .Concat(counts.ByProcess.SelectMany(p => Process(p.Key, p.Value)))
            .Concat(Outcomes())
            .Concat(counts.Departments.SelectMany(d => Work("departments", d.Key, d.Value)))
            .Concat(counts.Steps.SelectMany(s => Work("steps", $"{s.Key.Process} {s.Key.Step}", s.Value)))
            .Concat(Holders());

    private ReportTable Table(IGrouping<string, Row> rows) =>
        new(
            words[$"stats.table.{rows.Key}"],
            Note(rows.Key),
            ["", ""],
            [.. rows.Select(r => (ImmutableArray<string>)[r.Name, $"{r.Rate}"])]
        );

    private ReportTable Tasks(string table, IEnumerable<(string Name, WorkCounts Work)> tasks) =>
        new(
            words[$"stats.table.{table}"],
            Note(table),
            ["", words["stats.opened"], words["stats.done"], words["stats.open"], words["stats.closed"], words["stats.on-time"]],
            [
                .. tasks.Select(t =>
                    (ImmutableArray<string>)
                        [t.Name, $"{t.Work.Opened}", $"{t.Work.Done}", $"{t.Work.Open}", $"{t.Work.Closed}", $"{t.Work.OnTimeRate}"]
                ),
            ]
        );

    private IEnumerable<Row> Cases(string table, CaseCounts c) =>
        [
            new(table, words["stats.received"], new Rate(c.Received, c.Received)),
            new(table, words["stats.accepted"], c.AcceptanceRate),
            new(table, words["stats.not-accepted"], new Rate(c.NotAccepted, c.Received)),
            new(table, words["stats.undecided"], new Rate(c.Undecided, c.Received)),
            new(table, words["stats.carried-over"], new Rate(c.CarriedOver, c.Workload)),
            new(table, words["stats.concluded"], c.ConclusionRate),
            new(table, words["stats.withdrawn"], new Rate(c.Withdrawn, c.Workload)),
            new(table, words["stats.pending"], new Rate(c.Pending, c.Workload)),
            new(table, words["stats.on-time"], c.OnTimeRate),
            new(table, words["stats.late"], c.OnTimeRate.Remainder),
            new(table, words["stats.untimed"], new Rate(c.Untimed, c.Concluded)),
        ];

    private IEnumerable<Row> Process(string id, CaseCounts c) =>
        [
            new("processes", $"{id}: {words["stats.accepted"]}", c.AcceptanceRate),
            new("processes", $"{id}: {words["stats.concluded"]}", c.ConclusionRate),
            new("processes", $"{id}: {words["stats.on-time"]}", c.OnTimeRate),
        ];

    // Results of cases turned away at the door count too, so the whole is what has a result.
    private IEnumerable<Row> Outcomes() =>
        counts.Outcomes.Select(o => new Row(
            "outcomes",
            words.Title(counts.OutcomeTitles[o.Key]),
            new Rate(o.Value, counts.Outcomes.Values.Sum())
        ));

    private IEnumerable<Row> Work(string table, string name, WorkCounts work) =>
        [
            new(table, $"{name}: {words["stats.done"]}", new Rate(work.Done, work.Opened)),
            new(table, $"{name}: {words["stats.open"]}", new Rate(work.Open, work.Opened)),
            new(table, $"{name}: {words["stats.closed"]}", new Rate(work.Closed, work.Opened)),
            new(table, $"{name}: {words["stats.on-time"]}", work.OnTimeRate),
        ];

    private IEnumerable<Row> Holders() =>
        counts
            .Holders.Select(h => new Row("holders", h.Key, new Rate(h.Value, counts.ClockDays)))
            .Append(new Row("holders", words["stats.unheld"], new Rate(counts.UnheldDays, counts.ClockDays)));

    private string? Note(string table) => table is "holders" or "departments" ? words[$"stats.note.{table}"] : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Row(string Table, string Name, Rate Rate);
}

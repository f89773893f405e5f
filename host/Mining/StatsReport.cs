using System.Collections.Immutable;
using System.Globalization;
using Workflow.Definitions.Due;
using Workflow.Engine.Statistics;
using Workflow.Host.Mining.Reports;
using Workflow.Host.Wording;

namespace Workflow.Host.Mining;

/// <summary>Words the counts of a ledger. Each rate is a fraction, and what it leaves over stands in a line of its own.</summary>
/// <param name="counts">The counts.</param>
/// <param name="words">The language.</param>
public sealed class StatsReport(LedgerCounts counts, Words words)
{
    /// <summary>Returns the report.</summary>
    public Report Make() =>
        new(words["stats.title"], [Lead()], [.. Counted(), .. Worked(), Table(Holders().GroupBy(r => r.Table).Single())]);

    private string Lead()
    {
        var span = $"{Day(counts.From) ?? "…"} – {Day(counts.To) ?? "…"}";
        return $"{words["stats.span"]} {span}; {words["stats.outside"]} {counts.Outside}";
    }

    private IEnumerable<ReportTable> Counted() =>
        Rows().Where(r => r.Table is not ("departments" or "steps" or "holders")).GroupBy(r => r.Table).Select(Table);

    private IEnumerable<ReportTable> Worked() =>
        [
            Tasks("departments", counts.Departments.Select(d => (d.Key, d.Value))),
            Tasks("steps", counts.Steps.Select(s => ($"{s.Key.Process} {s.Key.Step}", s.Value))),
        ];

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
            steps = counts.Steps.Select(s => Step(s.Key.Process, s.Key.Step, s.Value)),
            clockDays = counts.ClockDays,
            unheldDays = counts.UnheldDays,
            holders = counts.Holders,
        };

    private static object Step(string process, string step, WorkCounts counts) =>
        new
        {
            process,
            step,
            counts,
        };

    private IEnumerable<RateLine> Rows() =>
        Cases("cases", counts.Total)
            .Concat(counts.ByProcess.SelectMany(p => Process(p.Key, p.Value)))
            .Concat(Outcomes())
            .Concat(counts.Departments.SelectMany(d => Work("departments", d.Key, d.Value)))
            .Concat(counts.Steps.SelectMany(s => Work("steps", $"{s.Key.Process} {s.Key.Step}", s.Value)))
            .Concat(Holders());

    private ReportTable Table(IGrouping<string, RateLine> rows) =>
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
            words.Each("", "stats.opened", "stats.done", "stats.open", "stats.closed", "stats.on-time"),
            [.. tasks.Select(t => Cells(t.Name, t.Work))]
        );

    private static ImmutableArray<string> Cells(string name, WorkCounts work) =>
        [name, $"{work.Opened}", $"{work.Done}", $"{work.Open}", $"{work.Closed}", $"{work.OnTimeRate}"];

    private IEnumerable<RateLine> Cases(string table, CaseCounts c)
    {
        (string Key, Rate Rate)[] rates =
        [
            ("received", new(c.Received, c.Received)),
            ("accepted", c.AcceptanceRate),
            ("not-accepted", new(c.NotAccepted, c.Received)),
            ("undecided", new(c.Undecided, c.Received)),
            ("carried-over", new(c.CarriedOver, c.Workload)),
            ("concluded", c.ConclusionRate),
            ("withdrawn", new(c.Withdrawn, c.Workload)),
            ("pending", new(c.Pending, c.Workload)),
            ("overdue", new(c.Overdue, c.Pending)),
            ("on-time", c.OnTimeRate),
            ("late", c.OnTimeRate.Remainder),
            ("untimed", new(c.Untimed, c.Concluded)),
            ("by-rule", new(c.ByRule, c.Workload)),
        ];
        return rates.Select(r => new RateLine(table, words[$"stats.{r.Key}"], r.Rate));
    }

    private IEnumerable<RateLine> Process(string id, CaseCounts c) =>
        [
            new("processes", $"{id}: {words["stats.accepted"]}", c.AcceptanceRate),
            new("processes", $"{id}: {words["stats.concluded"]}", c.ConclusionRate),
            new("processes", $"{id}: {words["stats.on-time"]}", c.OnTimeRate),
        ];

    // Results of cases turned away at the door count too, so the whole is what has a result.
    private IEnumerable<RateLine> Outcomes() =>
        counts.Outcomes.Select(o => new RateLine(
            "outcomes",
            words.Title(counts.OutcomeTitles[o.Key]),
            new Rate(o.Value, counts.Outcomes.Values.Sum())
        ));

    private IEnumerable<RateLine> Work(string table, string name, WorkCounts work)
    {
        (string Key, Rate Rate)[] rates =
        [
            ("done", new(work.Done, work.Opened)),
            ("open", new(work.Open, work.Opened)),
            ("closed", new(work.Closed, work.Opened)),
            ("on-time", work.OnTimeRate),
        ];
        return rates.Select(r => new RateLine(table, $"{name}: {words[$"stats.{r.Key}"]}", r.Rate));
    }

    private IEnumerable<RateLine> Holders() =>
        counts
            .Holders.Select(h => new RateLine("holders", h.Key, new Rate(h.Value, counts.ClockDays)))
            .Append(new RateLine("holders", words["stats.unheld"], new Rate(counts.UnheldDays, counts.ClockDays)));

    private string? Note(string table) => table is "holders" or "departments" ? words[$"stats.note.{table}"] : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record RateLine(string Table, string Name, Rate Rate);
}

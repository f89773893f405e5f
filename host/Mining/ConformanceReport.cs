using System.Collections.Immutable;
using System.Globalization;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Wording;
using Workflow.Engine.Processes;
using Workflow.Mining.Conforming;
using Workflow.Mining.Maps;
using HostMessages = Workflow.Host.Wording.HostMessages;
using Words = Workflow.Host.Wording.Words;

namespace Workflow.Host.Mining;

/// <summary>Words the sum of a log's verdicts. Every rate stands with its numerator and denominator.</summary>
/// <param name="about">What was judged by what.</param>
/// <param name="sum">The sum.</param>
/// <param name="words">The language.</param>
public sealed class ConformanceReport(ConformanceSubject about, ConformanceSum sum, Words words)
{
    /// <summary>How many orders of steps are listed.</summary>
    private const int Listed = 12;

    /// <summary>Returns the report.</summary>
    public Report Make() =>
        new(
            $"{words.Title(about.Definition.Title)}{words["conform.title"]}",
            [
                words.Say("conform.lead.log", about.Log, sum.Cases, sum.Events.Total),
                words.Say("conform.lead.definition", about.Definition.Id, about.Definition.InForce, about.Digest[..12]),
                words.Clauses([words.Say("conform.lead.map", about.Map), about.Zone]),
                $"{words["conform.calendar"]} {words[about.Calendar]}",
                .. sum.AsOf is { } asOf ? [$"{words["conform.as-of"]} {Day(asOf)}"] : ImmutableArray<string>.Empty,
            ],
            [
                Cases(),
                Order(),
                Events(),
                .. Departures(),
                Units(),
                .. sum.Clocks.Select(c => Clock(c.Key, c.Value)),
                .. Steps(),
                Variants(),
                Months(),
            ]
        )
        {
            Figures =
            [
                .. Figure(MonthChart.Draw(sum, words), "conform.figure.months"),
                .. Figure(OrderChart.Draw(sum, words), "conform.figure.variants"),
            ],
        };

    private ImmutableArray<ReportFigure> Figure(string? svg, string caption) => svg is null ? [] : [new ReportFigure(svg, words[caption])];

    private ReportTable Cases() =>
        Counts(
            "conform.section.cases",
            null,
            ("conform.all", sum.Cases),
            ("conform.ended", sum.Ended),
            ("conform.unfinished", sum.Cases - sum.Ended),
            ("conform.empty", sum.Empty)
        )
            is var table
        && about is { LooseEvents: { } loose, OtherCases: { } others }
            ? table with
            {
                Rows = [.. table.Rows, [words["conform.loose"], $"{loose}"], [words["conform.other-process"], $"{others}"]],
            }
            : table;

    private ReportTable Order() =>
        Rates(
            "conform.section.order",
            words["conform.note.overlap"],
            sum.Cases,
            ("conform.fits", sum.Fitting),
            ("conform.fits-not", sum.Cases - sum.Fitting),
            ("conform.skipped", sum.CasesWith(DeviationKind.Skipped)),
            ("conform.repeated", sum.CasesWith(DeviationKind.Repeated)),
            ("conform.out-of-order", sum.CasesWith(DeviationKind.OutOfOrder)),
            ("conform.unknown", sum.CasesWith(DeviationKind.Unknown)),
            ("conform.wrong-unit", sum.ByWrongUnit),
            ("conform.inexact", sum.Inexact)
        )
            is var all
            ? all with
            {
                Rows = all.Rows.Insert(1, Rate("conform.fits-ended", sum.FittingEnded, sum.Ended)),
            }
            : all;

    private ReportTable Events() =>
        Rates(
            "conform.section.events",
            null,
            sum.Events.Total,
            ("conform.matched", sum.Events.Matched),
            ("conform.repeated", sum.Events.Repeated),
            ("conform.out-of-order", sum.Events.OutOfOrder),
            ("conform.unknown", sum.Events.Unknown),
            ("conform.ignored", sum.Events.Ignored),
            ("conform.other-transition", sum.Events.OtherTransition)
        );

    private IEnumerable<ReportTable> Departures()
    {
        var rows = sum
            .Deviations.Select(d =>
                (ImmutableArray<string>)[words[Key(d.Kind)], Step(d.What), $"{d.Times}", Fractions.Of(d.Cases, sum.Cases)]
            )
            .ToImmutableArray();
        if (!rows.IsEmpty)
            yield return new ReportTable(
                words["conform.section.departures"],
                null,
                ["", words["conform.step"], words["conform.times"], words["conform.in-cases"]],
                rows
            );
    }

    private ReportTable Units()
    {
        var table = Rates(
            "conform.section.units",
            words["conform.note.units"],
            sum.Units.Total,
            ("conform.unit-right", sum.Units.Right),
            ("conform.unit-wrong", sum.Units.Wrong),
            ("conform.unit-unsaid", sum.Units.Unsaid),
            ("conform.unit-not-asked", sum.Units.NotAsked)
        );
        return table with
        {
            Rows =
            [
                .. table.Rows,
                .. sum
                    .WrongUnits.Take(Listed)
                    .Select(w =>
                        (ImmutableArray<string>)
                            [$"  {words.Say("conform.of-step", Step(w.What.Step), w.What.Unit)}", Fractions.Of(w.Times, sum.Units.Total)]
                    ),
            ],
        };
    }

    private ReportTable Clock(string id, ClockSum clock)
    {
        var rule = about.Definition.Clocks.First(c => c.Id == id);
        return new ReportTable(
            words.Say("conform.section.clock", words.Language == Language.En ? rule.Id : rule.Title, words.Clauses(Terms(rule))),
            words.Clauses([
                words.Say("conform.days-taken", Spread(clock.Days)),
                words.Say("conform.not-started", clock.NotStarted),
                .. clock.IsProvisional ? [words["conform.provisional"]] : ImmutableArray<string>.Empty,
            ]),
            [
                "",
                words["conform.on-time"],
                words["conform.late"],
                words["conform.late-days"],
                words["conform.late-working-days"],
                words["conform.open-overdue"],
                words["conform.open"],
                words["conform.undated"],
                words["conform.all"],
            ],
            [.. clock.By.Where(b => b.Value.Undated < b.Value.Total).Select(b => Row(b.Key, b.Value))]
        );
    }

    private IEnumerable<string> Terms(ClockRule rule) =>
        [
            words.List(rule.Limits.Select(l => l.Period is { } period ? words.Period(period) : "–")),
            HostMessages.All.Say(Reasons.Basis($"{rule.Basis}"), words.Language),
        ];

    private ImmutableArray<string> Row(Yardstick by, LateSum late)
    {
        var overdue = sum.AsOf is { } asOf ? late.Overdue(asOf) : 0;
        var ended = late.OnTime + late.LateDays.Count;
        return
        [
            words[$"conform.by.{by}"],
            Fractions.Of(late.OnTime, ended),
            Fractions.Of(late.LateDays.Count, ended),
            Spread(late.LateDays),
            Spread(late.LateWorkingDays),
            $"{overdue}",
            $"{late.Open - overdue}",
            $"{late.Undated}",
            $"{late.Total}",
        ];
    }

    private IEnumerable<ReportTable> Steps()
    {
        if (sum.Steps.Count == 0)
            yield break;
        yield return new ReportTable(
            words["conform.section.steps"],
            words["conform.note.steps"],
            [
                words["conform.step"],
                words["conform.limit"],
                words["conform.on-time"],
                words["conform.late"],
                words["conform.late-working-days"],
                words["conform.undated"],
                words["conform.all"],
            ],
            [.. sum.Steps.Select(s => Row(s.Key, s.Value))]
        );
    }

    private ImmutableArray<string> Row(string step, StepSum runs)
    {
        var (limit, dated) = (Outline.All(about.Definition).OfType<WorkNode>().First(n => n.Id == step).Limit, runs.Total - runs.Undated);
        var period = limit!.Limits.First(l => l.When is null).Period!;
        return
        [
            Step(step),
            words.Period(period),
            Fractions.Of(runs.OnTime, dated),
            Fractions.Of(runs.LateWorkingDays.Count, dated),
            Spread(runs.LateWorkingDays),
            $"{runs.Undated}",
            $"{runs.Total}",
        ];
    }

    private ReportTable Variants()
    {
        var all = sum.Variants.ToList();
        var rows = all.Take(Listed)
            .Select(v =>
                (ImmutableArray<string>)
                    [
                        $"{v.Cases}",
                        Fractions.Percent(v.Cases, sum.Cases),
                        v.Fitting == v.Cases ? words["conform.yes"] : $"{v.Fitting}/{v.Cases}",
                        string.Join(" → ", v.Activities),
                    ]
            )
            .ToList();
        var rest = sum.Cases - all.Take(Listed).Sum(v => v.Cases);
        if (rest > 0)
            rows.Add([$"{rest}", Fractions.Percent(rest, sum.Cases), "", words["conform.other-variants"]]);
        return new ReportTable(
            words.Say("conform.beside", words["conform.section.variants"], all.Count),
            null,
            [words["conform.cases"], "%", words["conform.fits"], words["conform.sequence"]],
            [.. rows]
        );
    }

    private ReportTable Months() =>
        new(
            words["conform.section.months"],
            words["conform.note.months"],
            [
                words["conform.month"],
                words["conform.begun"],
                words["conform.ended"],
                words["conform.fits"],
                words["conform.late"],
                words["conform.median"],
                words["conform.p90"],
            ],
            [
                .. sum.Months.Select(m =>
                    (ImmutableArray<string>)
                        [
                            m.Key.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                            $"{m.Value.Begun}",
                            $"{m.Value.Ended}",
                            $"{m.Value.Fitting}",
                            $"{m.Value.Late}",
                            $"{m.Value.Days.Percentile(50)}",
                            $"{m.Value.Days.Percentile(90)}",
                        ]
                ),
            ]
        );

    private ReportTable Counts(string title, string? note, params ReadOnlySpan<(string Key, long Count)> rows)
    {
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var (key, count) in rows)
            lines.Add([words[key], $"{count}"]);
        return new ReportTable(words[title], note, ["", ""], lines.ToImmutable());
    }

    private ReportTable Rates(string title, string? note, long whole, params ReadOnlySpan<(string Key, long Part)> rows)
    {
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var (key, part) in rows)
            lines.Add(Rate(key, part, whole));
        return new ReportTable(words[title], note, ["", ""], lines.ToImmutable());
    }

    private ImmutableArray<string> Rate(string key, long part, long whole) => [words[key], Fractions.Of(part, whole)];

    // Titles of steps are Chinese; who reads English knows a step by their own name for it, where the map has one.
    private string Step(string id)
    {
        var theirs = about
            .Names.Where(n => n.Value.Step == id && n.Value.Act == MappedAct.Finish)
            .Select(n => n.Key)
            .Order(StringComparer.Ordinal)
            .ToList();
        var name =
            words.Language == Language.En
                ? theirs is [var only]
                    ? only
                    : id
                : Outline.All(about.Definition).FirstOrDefault(n => n.Id == id)?.Title ?? id;
        return name == id ? id : words.Say("conform.beside", name, id);
    }

    private string Spread(Spread spread) =>
        spread.Count == 0 ? "–" : $"{spread.Percentile(50)} / {spread.Percentile(90)} / {spread.Percentile(100)}";

    private static string Key(DeviationKind kind) =>
        kind switch
        {
            DeviationKind.Skipped => "conform.skipped",
            DeviationKind.Repeated => "conform.repeated",
            DeviationKind.OutOfOrder => "conform.out-of-order",
            _ => "conform.unknown",
        };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What was judged by what.</summary>
/// <param name="Log">The log's name.</param>
/// <param name="Definition">The definition.</param>
/// <param name="Digest">Its digest.</param>
/// <param name="Map">The map's name.</param>
/// <param name="Zone">The zone that turned moments into days.</param>
/// <param name="Calendar">The word for the calendar.</param>
/// <param name="Names">Their activities, as the map reads them.</param>
/// <param name="LooseEvents">Events that stand in no case; null where the report over several definitions tells it.</param>
/// <param name="OtherCases">Cases that name another process; they are not judged and in no other count. Null where the report over several definitions tells it.</param>
public sealed record ConformanceSubject(
    string Log,
    ProcessDefinition Definition,
    string Digest,
    string Map,
    string Zone,
    string Calendar,
    IReadOnlyDictionary<string, MappedActivity> Names,
    long? LooseEvents,
    long? OtherCases
);

/// <summary>What came of the cases of one definition.</summary>
/// <param name="About">What was judged by what.</param>
/// <param name="Sum">The sum of the verdicts.</param>
public sealed record ConformancePart(ConformanceSubject About, ConformanceSum Sum);

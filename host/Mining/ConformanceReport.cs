using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Wording;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Host.Mining.Reports;
using Workflow.Host.Wording;
using Workflow.Mining.Conforming;
using Workflow.Mining.Maps;

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
        new($"{words.Title(about.Definition.Title)}{words["conform.title"]}", [.. Lead()], [.. Tables()])
        {
            Figures =
            [
                .. Figure(MonthChart.Of(sum, words), "conform.figure.months"),
                .. Figure(OrderChart.Of(sum, words), "conform.figure.variants"),
            ],
        };

    private IEnumerable<string> Lead()
    {
        yield return words.Say("conform.lead.log", about.Log, sum.Cases, sum.Events.Total);
        yield return words.Say("conform.lead.definition", about.Definition.Id, about.Definition.InForce, about.Digest[..12]);
        yield return words.Clauses([words.Say("conform.lead.map", about.Map), about.Zone]);
        yield return $"{words["conform.calendar"]} {words[about.Calendar]}";
        if (sum.AsOf is { } asOf)
            yield return $"{words["conform.as-of"]} {Day(asOf)}";
    }

    private IEnumerable<ReportTable> Tables() =>
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
        ];

    private ImmutableArray<ReportFigure> Figure(string? svg, string caption) => svg is null ? [] : [new ReportFigure(svg, words[caption])];

    private ReportTable Cases()
    {
        var table = Counts(
            "conform.section.cases",
            ("conform.all", sum.Cases),
            ("conform.ended", sum.Ended),
            ("conform.unfinished", sum.Cases - sum.Ended),
            ("conform.empty", sum.Empty)
        );
        if (sum.Reordered > 0)
            table = table with { Rows = [.. table.Rows, [words["conform.reordered"], $"{sum.Reordered}"]] };
        return about is { LooseEvents: { } loose, OtherCases: { } others }
            ? table with
            {
                Rows = [.. table.Rows, [words["conform.loose"], $"{loose}"], [words["conform.other-process"], $"{others}"]],
            }
            : table;
    }

    private ReportTable Order()
    {
        var all = Rates(
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
        );
        return all with { Rows = all.Rows.Insert(1, Rate("conform.fits-ended", sum.FittingEnded, sum.Ended)) };
    }

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
        return table with { Rows = [.. table.Rows, .. sum.WrongUnits.Take(Listed).Select(w => Row(w.What, w.Times))] };
    }

    private ImmutableArray<string> Row(WrongUnit what, long times) =>
        [$"  {words.Say("conform.of-step", Step(what.Step), what.Unit)}", Fractions.Of(times, sum.Units.Total)];

    private ReportTable Clock(string id, ClockSum clock) =>
        new(
            Title(about.Definition.Clocks.First(c => c.Id == id)),
            Note(clock),
            words.Each(
                "",
                "conform.on-time",
                "conform.late",
                "conform.late-days",
                "conform.late-working-days",
                "conform.open-overdue",
                "conform.open",
                "conform.undated",
                "conform.all"
            ),
            [.. clock.By.Where(b => b.Value.Undated < b.Value.Total).Select(b => Row(b.Key, b.Value))]
        );

    private string Title(ClockRule rule) =>
        words.Say(
            "conform.section.clock",
            words.Language == Language.En ? rule.TitleEn ?? rule.Id : rule.Title,
            words.Clauses(Terms(rule))
        );

    private IEnumerable<string> Terms(ClockRule rule) =>
        [
            words.List(rule.Limits.Select(l => l.Period is { } period ? words.Period(period) : "–")),
            HostMessages.All.Say(Reasons.Basis($"{rule.Basis}"), words.Language),
        ];

    private string Note(ClockSum clock) =>
        words.Clauses([
            words.Say("conform.days-taken", Spread(clock.Days)),
            words.Say("conform.not-started", clock.NotStarted),
            .. clock.IsProvisional ? [words["conform.provisional"]] : ImmutableArray<string>.Empty,
        ]);

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
            words.Each(
                "conform.step",
                "conform.limit",
                "conform.on-time",
                "conform.late",
                "conform.late-working-days",
                "conform.undated",
                "conform.all"
            ),
            [.. sum.Steps.Select(s => Row(s.Key, s.Value))]
        );
    }

    private ImmutableArray<string> Row(string step, StepSum runs)
    {
        var dated = runs.Total - runs.Undated;
        return
        [
            Step(step),
            words.Period(Limit(step)),
            Fractions.Of(runs.OnTime, dated),
            Fractions.Of(runs.LateWorkingDays.Count, dated),
            Spread(runs.LateWorkingDays),
            $"{runs.Undated}",
            $"{runs.Total}",
        ];
    }

    private Period Limit(string step) =>
        Outline.All(about.Definition).OfType<WorkNode>().First(n => n.Id == step).Limit!.Limits.First(l => l.When is null).Period!;

    private ReportTable Variants()
    {
        var (all, listed) = (sum.Variants.Count(), sum.Variants.Take(Listed).ToList());
        var rest = sum.Cases - listed.Sum(v => v.Cases);
        IEnumerable<ImmutableArray<string>> others =
            rest > 0
                ?
                [
                    [$"{rest}", Fractions.Percent(rest, sum.Cases), "", words["conform.other-variants"]],
                ]
                : [];
        return new ReportTable(
            words.Say("conform.beside", words["conform.section.variants"], all),
            null,
            [words["conform.cases"], "%", words["conform.fits"], words["conform.sequence"]],
            [.. listed.Select(Row), .. others]
        );
    }

    private ImmutableArray<string> Row(VariantCount variant) =>
        [
            $"{variant.Cases}",
            Fractions.Percent(variant.Cases, sum.Cases),
            variant.Fitting == variant.Cases ? words["conform.yes"] : $"{variant.Fitting}/{variant.Cases}",
            string.Join(" → ", variant.Activities),
        ];

    private ReportTable Months() =>
        new(
            words["conform.section.months"],
            words["conform.note.months"],
            words.Each("conform.month", "conform.begun", "conform.ended", "conform.fits", "conform.late", "conform.median", "conform.p90"),
            [.. sum.Months.Select(m => Row(m.Key, m.Value))]
        );

    private static ImmutableArray<string> Row(DateOnly month, MonthSum of) =>
        [
            month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            $"{of.Begun}",
            $"{of.Ended}",
            $"{of.Fitting}",
            $"{of.Late}",
            $"{of.Days.Percentile(50)}",
            $"{of.Days.Percentile(90)}",
        ];

    private ReportTable Counts(string title, params ReadOnlySpan<(string Key, long Count)> rows)
    {
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var (key, count) in rows)
            lines.Add([words[key], $"{count}"]);
        return new ReportTable(words[title], null, ["", ""], lines.ToImmutable());
    }

    private ReportTable Rates(string title, string? note, long whole, params ReadOnlySpan<(string Key, long Part)> rows)
    {
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var (key, part) in rows)
            lines.Add(Rate(key, part, whole));
        return new ReportTable(words[title], note, ["", ""], lines.ToImmutable());
    }

    private ImmutableArray<string> Rate(string key, long part, long whole) => [words[key], Fractions.Of(part, whole)];

    // Where a step has no English title, who reads English knows it by their own name for it, where the map has one.
    private string Step(string id)
    {
        var title = about.Definition.NodeName(id);
        var name = words.Language == Language.En ? title.En ?? Theirs(id) : title.Zh;
        return name == id ? id : words.Say("conform.beside", name, id);
    }

    private string Theirs(string id)
    {
        var named = about.Names.Where(n => n.Value.Step == id && n.Value.Act == MappedAct.Finish).Select(n => n.Key).ToList();
        return named is [var only] ? only : id;
    }

    private string Spread(Spread spread) => spread.Count == 0 ? "–" : string.Join(" / ", Percentiles.Select(spread.Percentile));

    private static readonly int[] Percentiles = [50, 90, 100];

    private static string Key(DeviationKind kind) =>
        kind switch
        {
            DeviationKind.Skipped => "conform.skipped",
            DeviationKind.Repeated => "conform.repeated",
            DeviationKind.OutOfOrder => "conform.out-of-order",
            DeviationKind.Unknown => "conform.unknown",
            _ => throw new UnreachableException($"No answer for {kind}."),
        };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

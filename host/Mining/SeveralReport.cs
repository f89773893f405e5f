using System.Collections.Immutable;
using Workflow.Host.Mining.Reports;
using Workflow.Host.Wording;

namespace Workflow.Host.Mining;

/// <summary>Words what came of a log of several processes: the sum first, then a section for each definition.</summary>
/// <param name="parts">The sums of the definitions, at least one.</param>
/// <param name="others">The cases of none of them.</param>
/// <param name="looseEvents">Events that stand in no case.</param>
/// <param name="words">The language.</param>
public sealed class SeveralReport(IReadOnlyList<ConformancePart> parts, OtherCases others, long looseEvents, Words words)
{
    private readonly SeveralTotals _all = SeveralTotals.Of(parts, others, looseEvents);

    /// <summary>Returns the report.</summary>
    public Report Make() =>
        new(words.Say("conform.several.title", parts.Count), Lead(), [Cases(), Definitions(), .. Others()])
        {
            Figures = [new ReportFigure(DefinitionChart.Of(parts, others, words), words["conform.figure.definitions"])],
            Sections = [.. parts.Select(p => new ConformanceReport(p.About, p.Sum, words).Make())],
        };

    private ImmutableArray<string> Lead() =>
        [words.Say("conform.lead.log", _all.Log, _all.Cases, _all.Events), words.Say("conform.lead.map", _all.Map)];

    private ReportTable Cases() =>
        new(
            words["conform.section.cases"],
            null,
            ["", ""],
            [
                [words["conform.all"], $"{_all.Cases}"],
                [words["conform.several.judged"], Fractions.Of(_all.Judged, _all.Cases)],
                [words["conform.several.other"], Fractions.Of(_all.OtherCases, _all.Cases)],
                [words["conform.loose"], $"{looseEvents}"],
            ]
        );

    private ReportTable Definitions() =>
        new(
            words["conform.several.definitions"],
            null,
            words.Each(
                "conform.definition",
                "conform.in-cases",
                "conform.several.events",
                "conform.ended",
                "conform.unfinished",
                "conform.fits",
                "conform.fits-not"
            ),
            [
                .. parts.Select(p => Row(Name(p.About), p.Sum.Cases, p.Sum.Events.Total, p.Sum.Ended, p.Sum.Fitting)),
                Row(words["conform.several.sum"], _all.Judged, _all.JudgedEvents.Total, _all.Ended, _all.Fitting),
            ]
        );

    private static ImmutableArray<string> Row(string name, long cases, long events, long ended, long fitting) =>
        [name, $"{cases}", $"{events}", $"{ended}", $"{cases - ended}", Fractions.Of(fitting, cases), Fractions.Of(cases - fitting, cases)];

    private string Name(ConformanceSubject about) => words.Say("conform.beside", words.Title(about.Definition.Title), about.Definition.Id);

    private IEnumerable<ReportTable> Others() =>
        others.Cases == 0
            ? []
            :
            [
                new ReportTable(
                    words["conform.several.others"],
                    words["conform.several.other.note"],
                    words.Each("conform.several.said", "conform.in-cases", "conform.several.events", "conform.several.named"),
                    [.. others.By.Select(Row), .. Untold()]
                ),
            ];

    private ImmutableArray<string> Row(OtherProcess process) =>
        [
            process.Said ?? words["conform.several.unsaid"],
            $"{process.Cases}",
            $"{process.Events}",
            words.List(process.Cases > process.Named.Length ? [.. process.Named, "…"] : process.Named),
        ];

    private IEnumerable<ImmutableArray<string>> Untold()
    {
        var untold = others.Cases - others.By.Sum(p => p.Cases);
        return untold > 0
            ?
            [
                [words["conform.several.rest"], $"{untold}", $"{others.Events - others.By.Sum(p => p.Events)}", ""],
            ]
            : [];
    }
}

using System.Collections.Immutable;
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
        new(
            words.Say("conform.several.title", parts.Count),
            [words.Say("conform.lead.log", _all.Log, _all.Cases, _all.Events), words.Say("conform.lead.map", _all.Map)],
            [Cases(), Definitions(), .. Others()]
        )
        {
            Figures = [new ReportFigure(DefinitionChart.Draw(parts, others, words), words["conform.figure.definitions"])],
            Sections = [.. parts.Select(p => new ConformanceReport(p.About, p.Sum, words).Make())],
        };

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
            [
                words["conform.definition"],
                words["conform.in-cases"],
                words["conform.several.events"],
                words["conform.ended"],
                words["conform.unfinished"],
                words["conform.fits"],
                words["conform.fits-not"],
            ],
            [
                .. parts.Select(p =>
                    Row(
                        words.Say("conform.beside", words.Title(p.About.Definition.Title), p.About.Definition.Id),
                        p.Sum.Cases,
                        p.Sum.Events.Total,
                        p.Sum.Ended,
                        p.Sum.Fitting
                    )
                ),
                Row(words["conform.several.sum"], _all.Judged, _all.JudgedEvents.Total, _all.Ended, _all.Fitting),
            ]
        );

    private static ImmutableArray<string> Row(string name, long cases, long events, long ended, long fitting) =>
        [name, $"{cases}", $"{events}", $"{ended}", $"{cases - ended}", Fractions.Of(fitting, cases), Fractions.Of(cases - fitting, cases)];

    private IEnumerable<ReportTable> Others()
    {
        if (others.Cases == 0)
            yield break;
        var (by, untold) = (others.By, others.Cases - others.By.Sum(p => p.Cases));
        yield return new ReportTable(
            words["conform.several.others"],
            words["conform.several.other.note"],
            [words["conform.several.said"], words["conform.in-cases"], words["conform.several.events"], words["conform.several.named"]],
            [
                .. by.Select(p =>
                    (ImmutableArray<string>)
                        [
                            p.Said ?? words["conform.several.unsaid"],
                            $"{p.Cases}",
                            $"{p.Events}",
                            words.List(p.Cases > p.Named.Length ? [.. p.Named, "…"] : p.Named),
                        ]
                ),
                .. untold > 0
                    ?
                    [
                        [words["conform.several.rest"], $"{untold}", $"{others.Events - by.Sum(p => p.Events)}", ""],
                    ]
                    : ImmutableArray<ImmutableArray<string>>.Empty,
            ]
        );
    }
}

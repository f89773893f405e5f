using Workflow.Mining.Conforming;

namespace Workflow.Host.Mining;

/// <summary>The sum over the definitions of a log; every case and every event is in one of the counts.</summary>
/// <param name="Log">The log's name.</param>
/// <param name="Map">The map's name.</param>
/// <param name="Cases">All cases of the log.</param>
/// <param name="Judged">Those that a definition is of.</param>
/// <param name="Ended">Those of <see cref="Judged"/> that have ended.</param>
/// <param name="Fitting">Those of <see cref="Judged"/> whose order of steps their definition allows.</param>
/// <param name="NotFitting">The rest of <see cref="Judged"/>.</param>
/// <param name="Events">All events of cases.</param>
/// <param name="JudgedEvents">What became of those of <see cref="Judged"/>.</param>
/// <param name="LooseEvents">Events that stand in no case.</param>
/// <param name="OtherCases">Cases of no definition.</param>
/// <param name="OtherEvents">Their events.</param>
/// <param name="OtherProcesses">What they say of their process.</param>
public sealed record SeveralTotals(
    string Log,
    string Map,
    long Cases,
    long Judged,
    long Ended,
    long Fitting,
    long NotFitting,
    long Events,
    EventCounts JudgedEvents,
    long LooseEvents,
    long OtherCases,
    long OtherEvents,
    IReadOnlyList<OtherProcess> OtherProcesses
)
{
    /// <summary>Adds the definitions up.</summary>
    public static SeveralTotals Of(IReadOnlyList<ConformancePart> parts, OtherCases others, long looseEvents)
    {
        var (sums, about) = (parts.Select(p => p.Sum).ToList(), parts[0].About);
        var (judged, fitting) = (sums.Sum(s => s.Cases), sums.Sum(s => s.Fitting));
        var events = sums.Aggregate(EventCounts.None, (all, s) => all + s.Events);
        return new SeveralTotals(
            about.Log,
            about.Map,
            judged + others.Cases,
            judged,
            sums.Sum(s => s.Ended),
            fitting,
            judged - fitting,
            events.Total + others.Events,
            events,
            looseEvents,
            others.Cases,
            others.Events,
            others.By
        );
    }
}

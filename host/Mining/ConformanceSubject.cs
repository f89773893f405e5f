using Workflow.Engine.Processes;
using Workflow.Mining.Conforming;
using Workflow.Mining.Maps;

namespace Workflow.Host.Mining;

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

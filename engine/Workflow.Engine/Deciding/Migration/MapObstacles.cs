using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Migration;

/// <summary>Why a case cannot move to this definition at all, and what is wrong with the mapping itself.</summary>
internal static class MapObstacles
{
    private const int MostNames = 1_000;

    internal static IEnumerable<Refusal> Of(CaseLook look, Counterparts parts) =>
        (WrongTarget(look, parts) ?? TooLong(parts.Map)) is { } refusal ? [refusal] : [.. Unknown(parts), .. Twice(parts)];

    private static Refusal? WrongTarget(CaseLook look, Counterparts parts)
    {
        var (from, to) = (parts.From.Definition, parts.To.Definition);
        if (from.Id != to.Id)
            return MigrateRefusals.OtherProcess(Naming.Process(from), Naming.Process(to));
        if (parts.From.Digest == parts.To.Digest)
            return MigrateRefusals.SameDefinition(look.State.Number);
        return to.InForce.From > look.On ? MigrateRefusals.NotInForce(Naming.Process(to), to.InForce.From) : null;
    }

    private static Refusal? TooLong(MigrationMap map)
    {
        var names = map.Steps.Count + map.Outcomes.Count + map.Clocks.Count + map.Ends.Length;
        return names > MostNames ? MigrateRefusals.MapTooLong(MostNames, names) : null;
    }

    private static IEnumerable<Refusal> Unknown(Counterparts parts)
    {
        var (map, from, to) = (parts.Map, parts.From, parts.To);
        return
        [
            .. Missing(map.Steps.Keys, Steps(from), MappedThing.Step, MigrateRefusals.UnknownNow),
            .. Missing(map.Steps.Values, Steps(to), MappedThing.Step, MigrateRefusals.UnknownThere),
            .. Missing(map.Outcomes.Keys, Outcomes(from), MappedThing.Outcome, MigrateRefusals.UnknownNow),
            .. Missing(map.Clocks.Keys, Clocks(from), MappedThing.Clock, MigrateRefusals.UnknownNow),
            .. Missing(map.Clocks.Values, Clocks(to), MappedThing.Clock, MigrateRefusals.UnknownThere),
            .. Missing(map.Ends, Limits(from), MappedThing.Clock, MigrateRefusals.UnknownNow),
        ];
    }

    private static IEnumerable<Refusal> Missing(
        IEnumerable<string> names,
        List<NameValue> known,
        MappedThing thing,
        Func<MappedThing, string, IEnumerable<NameValue>, Refusal> refuse
    ) => names.Where(n => known.TrueForAll(k => k.Id != n)).Select(n => refuse(thing, n, known));

    private static IEnumerable<Refusal> Twice(Counterparts parts) =>
        [
            .. Twice(parts.From.Places.Select(p => p.Node.Id), id => parts.Key(id), id => parts.To.Find(id) is not null),
            .. Twice(parts.From.Definition.Clocks.Select(r => r.Id), id => parts.Clock(id), id => HasClock(parts.To, id)),
        ];

    private static IEnumerable<Refusal> Twice(IEnumerable<string> ids, Func<string, string> becomes, Func<string, bool> exists) =>
        ids.GroupBy(becomes).Where(g => g.Count() > 1 && exists(g.Key)).Select(g => MigrateRefusals.MapTwice(MessageValue.List(g), g.Key));

    private static List<NameValue> Steps(PublishedProcess process) => [.. process.Places.Select(p => Naming.Step(p.Node))];

    private static List<NameValue> Clocks(PublishedProcess process) => [.. process.Definition.Clocks.Select(Naming.Clock)];

    private static List<NameValue> Limits(PublishedProcess process) => [.. DefinedClocks.All(process.Definition).Select(Naming.Clock)];

    private static List<NameValue> Outcomes(PublishedProcess process) =>
        [.. process.Places.SelectMany(p => Outline.Bodies(p.Node).Select(o => o.Name($"{p.Node.Id}.{o.Id}")))];

    private static bool HasClock(PublishedProcess process, string id) => process.Definition.Clocks.Any(r => r.Id == id);
}

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
            .. Missing(map.Steps.Keys, Steps(from), MigrateRefusals.UnknownNow),
            .. Missing(map.Steps.Values, Steps(to), MigrateRefusals.UnknownThere),
            .. Missing(map.Outcomes.Keys, Outcomes(from), MigrateRefusals.UnknownNow),
            .. Missing(map.Clocks.Keys, Clocks(from), MigrateRefusals.UnknownNow),
            .. Missing(map.Clocks.Values, Clocks(to), MigrateRefusals.UnknownThere),
            .. Missing(map.Ends, Limits(from), MigrateRefusals.UnknownNow),
        ];
    }

    private static IEnumerable<Refusal> Missing(
        IEnumerable<string> names,
        Mappable things,
        Func<MappedThing, string, IEnumerable<NameValue>, Refusal> refuse
    ) => names.Where(n => !things.Has(n)).Select(n => refuse(things.Kind, n, things.Names));

    private static IEnumerable<Refusal> Twice(Counterparts parts) =>
        [
            .. Twice(parts.From.Places.Select(p => p.Node.Id), id => parts.Key(id), id => parts.To.Find(id) is not null),
            .. Twice(parts.From.Definition.Clocks.Select(r => r.Id), id => parts.Clock(id), id => HasClock(parts.To, id)),
        ];

    private static IEnumerable<Refusal> Twice(IEnumerable<string> ids, Func<string, string> becomes, Func<string, bool> exists) =>
        ids.GroupBy(becomes).Where(g => g.Count() > 1 && exists(g.Key)).Select(g => MigrateRefusals.MapTwice(MessageValue.List(g), g.Key));

    private static Mappable Steps(PublishedProcess process) =>
        new(MappedThing.Step, id => process.Find(id)?.Id == id, process.Places.Select(p => Naming.Step(p.Node)));

    private static Mappable Clocks(PublishedProcess process) =>
        new(MappedThing.Clock, id => HasClock(process, id), process.Definition.Clocks.Select(Naming.Clock));

    private static Mappable Limits(PublishedProcess process)
    {
        var rules = DefinedClocks.All(process.Definition);
        return new(MappedThing.Clock, id => rules.Any(r => r.Id == id), rules.Select(Naming.Clock));
    }

    private static Mappable Outcomes(PublishedProcess process) =>
        new(
            MappedThing.Outcome,
            id => OutcomeKey.Parse(id) is { } key && HasOutcome(process, key),
            process.Places.SelectMany(p => Outcomes(p.Node))
        );

    private static IEnumerable<NameValue> Outcomes(Node node) =>
        Outline.Bodies(node).Select(o => o.Name($"{new OutcomeKey(node.Id, o.Id)}"));

    private static bool HasOutcome(PublishedProcess process, OutcomeKey key) =>
        process.Find(key.Step) is { } node && node.Id == key.Step && Outline.Bodies(node).Any(o => o.Id == key.Outcome);

    private static bool HasClock(PublishedProcess process, string id) => process.Definition.Clocks.Any(r => r.Id == id);

    /// <summary>What a mapping may name on one side.</summary>
    /// <param name="Kind">What kind of thing it is.</param>
    /// <param name="Has">Whether the process has one with this id.</param>
    /// <param name="Names">What people call them all; made only where it is told.</param>
    private sealed record Mappable(MappedThing Kind, Func<string, bool> Has, IEnumerable<NameValue> Names);
}

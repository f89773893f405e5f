using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Migration;

/// <summary>Why a case cannot move to this definition at all, and what is wrong with the mapping itself.</summary>
internal static class MapObstacles
{
    private const int MostNames = 1_000;

    internal static IEnumerable<Refusal> Of(CaseLook look, Counterparts parts)
    {
        var (from, to) = (parts.From.Definition, parts.To.Definition);
        if (from.Id != to.Id) return [new Refusal("migrate.other_process", $"Expected another definition of {from.Id}, but it is one of {to.Id}.")];
        if (parts.From.Digest == parts.To.Digest) return [new Refusal("migrate.same_definition", $"Expected another definition than the one that {look.State.Number} is bound to, but it is the same.")];
        if (to.InForce.From > look.On) return [new Refusal("migrate.not_in_force", $"Expected a definition in force by {look.On:yyyy-MM-dd}, but it is from {to.InForce}.", "wait until it is")];
        return Names(parts);
    }

    private static IEnumerable<Refusal> Names(Counterparts parts)
    {
        var (map, from, to) = (parts.Map, parts.From, parts.To);
        if (map.Steps.Count + map.Outcomes.Count + map.Clocks.Count + map.Ends.Length > MostNames)
            return [new Refusal("migrate.map_too_long", $"Expected a mapping of at most {MostNames} names, but it has more.")];
        return
        [
            .. map.Steps.Where(s => from.PlaceOf(s.Key)?.Node.Id != s.Key).Select(s => Unknown($"a step '{s.Key}' of the definition now", s.Key)),
            .. map.Steps.Where(s => to.PlaceOf(s.Value)?.Node.Id != s.Value).Select(s => Unknown($"a step '{s.Value}' of the target", s.Value)),
            .. map.Outcomes.Where(o => !HasOutcome(from, o.Key)).Select(o => Unknown($"an outcome '{o.Key}' of the definition now", o.Key)),
            .. map.Clocks.Where(c => from.Definition.Clocks.All(r => r.Id != c.Key)).Select(c => Unknown($"a clock '{c.Key}' of the definition now", c.Key)),
            .. map.Clocks.Where(c => to.Definition.Clocks.All(r => r.Id != c.Value)).Select(c => Unknown($"a clock '{c.Value}' of the target", c.Value)),
            .. map.Ends.Where(e => DefinedClocks.All(from.Definition).All(r => r.Id != e)).Select(e => Unknown($"a clock '{e}' of the definition now", e)),
            .. Twice(from.Places.Select(p => p.Node.Id), id => parts.Key(id), id => to.Find(id) is not null),
            .. Twice(from.Definition.Clocks.Select(r => r.Id), id => map.Clocks.GetValueOrDefault(id, id), id => to.Definition.Clocks.Any(r => r.Id == id)),
        ];
    }

    private static IEnumerable<Refusal> Twice(IEnumerable<string> ids, Func<string, string> becomes, Func<string, bool> exists) =>
        ids.GroupBy(becomes).Where(g => g.Count() > 1 && exists(g.Key)).Select(g =>
            new Refusal("migrate.map_twice", $"Expected one counterpart for each, but {string.Join(" and ", g.Select(id => $"'{id}'"))} would both be '{g.Key}'.", "map one of them elsewhere"));

    private static Refusal Unknown(string what, string name) => new("migrate.map_unknown", $"Expected {what}, but there is no '{name}'.");

    private static bool HasOutcome(PublishedProcess process, string name)
    {
        var dot = name.LastIndexOf('.');
        return dot > 0 && process.Find(name[..dot]) is { } node && Outline.Bodies(node).Any(o => o.Id == name[(dot + 1)..]);
    }
}

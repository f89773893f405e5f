using System.Collections.Immutable;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Materials;

/// <summary>Going through the list of materials at a step: what came in, what is promised, what has expired, what is missing.</summary>
internal static class Checking
{
    internal static Refusal? Check(CaseLook look, WorkNode node, Complete command)
    {
        if (command.Materials is null && command.Promised.IsEmpty && command.ValidUntil.IsEmpty) return null;
        if (!node.ChecksMaterials || command.Materials is not { } received) return new Refusal("material.not_checked", $"Expected no list of materials at {Quoted.Step(look, command.Step)}, but one was given.");
        return received.Concat(command.Promised.Keys).Concat(command.ValidUntil.Keys).FirstOrDefault(id => Find(look, id) is null) is { } unknown
            ? Unknown(look, unknown)
            : command.Promised.Select(p => Promise(look, received, p.Key, p.Value)).FirstOrDefault(r => r is not null)
                ?? received.Select(id => Dated(Find(look, id)!, Until(look, id, command))).FirstOrDefault(r => r is not null)
                ?? command.ValidUntil.Keys.Where(id => !received.Contains(id)).Select(id => new Refusal("material.undated", $"Expected a last day of validity only for what was received, but {Quoted.Material(Find(look, id)!)} was not.")).FirstOrDefault();
    }

    /// <summary>Records the list, where one was gone through. Of a process that says more of its materials, how each stands is recorded too.</summary>
    internal static void Take(CaseTurn turn, Complete command, Act act)
    {
        if (command.Materials is not { } listed) return;
        var expired = listed.Where(id => Until(turn, id, command) < act.On).ToImmutableArray();
        ImmutableArray<string> received = expired.IsEmpty ? listed : listed.RemoveRange(expired);
        ImmutableArray<string> missing = [.. turn.Definition.Materials.Where(m => IsMissing(turn, m, received, command.Promised)).Select(m => m.Id)];
        turn.Apply(new MaterialsChecked(command.Step, received, missing));
        if (!turn.Definition.Materials.Any(m => m.HasTerms)) return;
        foreach (var id in received) Receive(turn, id, Until(turn, id, command), command.Step, act);
        foreach (var id in expired) Stand(turn, command.Step, act, id, Standing.Expired, Until(turn, id, command));
        foreach (var id in missing.Except(expired).Where(id => Standings.IsThere(Standings.Of(turn.State, id)))) Stand(turn, command.Step, act, id, Standing.Missing, null);
        foreach (var (id, document) in command.Promised)
            if (Find(turn, id) is { Promise: not null } material) Promising.Promise(turn, material, document, command.Step, act);
    }

    internal static Material? Find(CaseLook look, string id) => look.Definition.Materials.FirstOrDefault(m => m.Id == id);

    internal static Refusal Unknown(CaseLook look, string id) => new("material.unknown", $"Expected materials of {look.Definition.Id}, but '{id}' is none.");

    // What stood otherwise before is received now; what was received already stays as it was, since the day it was.
    private static void Receive(CaseTurn turn, string id, DateOnly? until, string step, Act act)
    {
        ClockKeeper.OnPromiseEnded(turn, id, act.On, "received");
        if (Standings.Last(turn.State, id) is not { } last || !Standings.IsThere(last.Standing) || last.Until != until) Stand(turn, step, act, id, Standing.Received, until);
        Promising.OnKept(turn, id);
    }

    private static void Stand(CaseTurn turn, string step, Act act, string id, Standing standing, DateOnly? until) =>
        turn.Apply(new MaterialStood(id, standing, act.On, act.Actor) { Until = until, Step = step });

    // What the office obtains itself is nobody's to hand in; what is promised is awaited until the promise ends.
    private static bool IsMissing(CaseLook look, Material material, ImmutableArray<string> received, ImmutableSortedDictionary<string, string> promised) =>
        material is { RequiredWhen: { } when, Shared: null } && Evaluation.IsTrue(when, look.Values)
        && !received.Contains(material.Id) && !promised.ContainsKey(material.Id)
        && Standings.Last(look.State, material.Id) is not { Standing: Standing.Promised or Standing.Returned };

    private static DateOnly? Until(CaseLook look, string id, Complete command) =>
        command.ValidUntil.TryGetValue(id, out var told) ? told : Standings.Last(look.State, id) is { Standing: not Standing.Promised } last ? last.Until : null;

    private static Refusal? Promise(CaseLook look, ImmutableArray<string> received, string id, string document)
    {
        var material = Find(look, id)!;
        return received.Contains(id)
            ? new Refusal("material.promised_and_received", $"Expected {Quoted.Material(material)} to be received or promised, but it is both.")
            : Promise(look, material, document);
    }

    /// <summary>Whether a material may be promised now.</summary>
    internal static Refusal? Promise(CaseLook look, Material material, string document)
    {
        if (material.Promise is null) return new Refusal("material.no_promise", $"Expected a material that may be promised, but {Quoted.Material(material)} may not.", "ask for it in the supplement notice");
        if (Standings.Last(look.State, material.Id) is { Standing: Standing.Promised } before) return new Refusal("material.already_promised", $"Expected one promise, but {Quoted.Material(material)} is promised until {before.Until:yyyy-MM-dd} already.", "it is not missing while the promise stands");
        return Receiving.Named(document, $"the promise of {Quoted.Material(material)}");
    }

    /// <summary>Whether a material has a last day of validity exactly where it carries one.</summary>
    internal static Refusal? Dated(Material material, DateOnly? until) => (material.Dated, until) switch
    {
        (true, null) => new Refusal("material.valid_until_missing", $"Expected the last day of validity of {Quoted.Material(material)}, but none is given."),
        (false, not null) => new Refusal("material.undated", $"Expected no last day of validity for {Quoted.Material(material)}, but one is given."),
        _ => null,
    };
}

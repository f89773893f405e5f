using System.Collections.Immutable;
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
        if (command.Materials is null && command.Promised.IsEmpty && command.ValidUntil.IsEmpty)
            return null;
        if (!node.ChecksMaterials || command.Materials is not { } received)
            return MaterialRefusals.NotChecked(Naming.Step(look, command.Step));
        var named = received.Concat(command.Promised.Keys).Concat(command.ValidUntil.Keys);
        return named.FirstOrDefault(id => Find(look, id) is null) is { } unknown
            ? Unknown(look, unknown)
            : Fitting(look, command, received);
    }

    private static Refusal? Fitting(CaseLook look, Complete command, ImmutableArray<string> received) =>
        command.Promised.Select(p => Promise(look, received, p.Key, p.Value)).FirstOrDefault(r => r is not null)
        ?? received.Select(id => Dated(Find(look, id)!, Until(look, id, command))).FirstOrDefault(r => r is not null)
        ?? (
            command.ValidUntil.Keys.Except(received).FirstOrDefault() is { } stray
                ? MaterialRefusals.DatedNotReceived(Naming.Material(look, stray))
                : null
        );

    // An office's list says what is there. A party's adds to it: what it names now or attached before is handed in until an office finds it lacking.
    private static ImmutableArray<string>? Listed(CaseLook look, Complete command) =>
        look.Process.Find(command.Step) is StepNode { By: PartyRole, ChecksMaterials: true }
            ? [.. look.State.Materials.Union(command.Materials ?? []).Except(command.Promised.Keys)]
            : command.Materials;

    /// <summary>Records the list, where one was gone through. If materials have terms, their standing is recorded as well.</summary>
    internal static void Take(CaseTurn turn, Complete command, Act act)
    {
        if (Listed(turn, command) is not { } listed)
            return;
        var expired = listed.Where(id => Until(turn, id, command) < act.On).ToImmutableArray();
        ImmutableArray<string> received = expired.IsEmpty ? listed : listed.RemoveRange(expired);
        var missing = Missing(turn, received, command);
        turn.Apply(new MaterialsChecked(command.Step, received, missing));
        if (turn.Definition.Materials.Any(m => m.HasTerms))
            Stand(turn, command, act, (received, expired, missing));
    }

    private static void Stand(
        CaseTurn turn,
        Complete command,
        Act act,
        (ImmutableArray<string> Received, ImmutableArray<string> Expired, ImmutableArray<string> Missing) found
    )
    {
        foreach (var id in found.Received)
            Receive(turn, command, act, id);
        foreach (var id in found.Expired)
            Stand(turn, command, act, id, Standing.Expired);
        foreach (var id in found.Missing.Except(found.Expired))
            Miss(turn, command, act, id);
        Promise(turn, command, act);
    }

    private static ImmutableArray<string> Missing(CaseLook look, ImmutableArray<string> received, Complete command) =>
        [
            .. look
                .Definition.Materials.Where(m => IsMissing(look, m) && !received.Contains(m.Id) && !command.Promised.ContainsKey(m.Id))
                .Select(m => m.Id),
        ];

    /// <summary>Returns what is required and is not there, neither received nor promised nor to be obtained by the office.</summary>
    internal static IEnumerable<Material> Missing(CaseLook look) =>
        look.Definition.Materials.Where(m => IsMissing(look, m) && !Standings.IsThere(Standings.Of(look.State, m.Id)));

    /// <summary>Returns what will be missing once the act has gone through its list, if it has one.</summary>
    internal static IEnumerable<Material> Missing(CaseLook look, Complete command) =>
        Listed(look, command) is { } listed
            ? Missing(look, [.. listed.Where(id => Until(look, id, command) is not { } until || until >= look.On)], command)
                .Select(id => Find(look, id)!)
            : Missing(look);

    /// <summary>Whether an outcome may be had with what is missing: one that asks for everything may not, and one that says something is may not without.</summary>
    internal static Refusal? Fit(CaseLook look, OutcomeRule outcome) => Fit(outcome, Missing(look));

    /// <summary>The same with the list that the act goes through.</summary>
    internal static Refusal? Fit(CaseLook look, Complete command, OutcomeRule outcome) => Fit(outcome, Missing(look, command));

    private static Refusal? Fit(OutcomeRule outcome, IEnumerable<Material> missing) =>
        outcome.MaterialsComplete ? Lacking(outcome, [.. missing])
        : outcome.MaterialsIncomplete && !missing.Any() ? MaterialRefusals.NothingMissing(Naming.Outcome(outcome))
        : null;

    private static Refusal? Lacking(OutcomeRule outcome, ImmutableArray<Material> missing) =>
        missing.IsEmpty ? null : MaterialRefusals.Incomplete(Naming.Outcome(outcome), missing.Select(Naming.Material));

    private static void Promise(CaseTurn turn, Complete command, Act act)
    {
        foreach (var (id, document) in command.Promised)
            if (Find(turn, id) is { Promise: not null } material)
                Promising.Promise(turn, material, document, command.Step, act);
    }

    internal static Material? Find(CaseLook look, string id) => look.Definition.Materials.FirstOrDefault(m => m.Id == id);

    internal static Refusal Unknown(CaseLook look, string id) => Unknown(look.Definition, id);

    internal static Refusal Unknown(ProcessDefinition definition, string id) =>
        MaterialRefusals.Unknown(Naming.Process(definition), id, Naming.Materials(definition));

    // What stood otherwise before is received now; what was received already stays as it was, since the day it was.
    private static void Receive(CaseTurn turn, Complete command, Act act, string id)
    {
        if (!IsAsBefore(turn, command, id))
            Stand(turn, command, act, id, Standing.Received);
        Promising.OnKept(turn, id);
    }

    private static bool IsAsBefore(CaseLook look, Complete command, string id) =>
        Standings.Last(look.State, id) is { } last && Standings.IsThere(last.Standing) && last.Until == Until(look, id, command);

    private static void Stand(CaseTurn turn, Complete command, Act act, string id, Standing standing) =>
        turn.Apply(new MaterialStood(id, standing, act.On, act.Actor) { Until = Until(turn, id, command), Step = command.Step });

    // What was there before is missing now.
    private static void Miss(CaseTurn turn, Complete command, Act act, string id)
    {
        if (!Standings.IsThere(Standings.Of(turn.State, id)))
            return;
        turn.Apply(new MaterialStood(id, Standing.Missing, act.On, act.Actor) { Step = command.Step });
    }

    // What the office obtains itself is nobody's to hand in; what is promised is awaited until the promise ends.
    private static bool IsMissing(CaseLook look, Material material) =>
        material is { RequiredWhen: { } when, Shared: null }
        && Evaluation.IsTrue(when, look.Values)
        && Standings.Last(look.State, material.Id) is not { Standing: Standing.Promised or Standing.Returned };

    private static DateOnly? Until(CaseLook look, string id, Complete command) =>
        command.ValidUntil.TryGetValue(id, out var told) ? told
        : Standings.Last(look.State, id) is { Standing: not Standing.Promised } last ? last.Until
        : null;

    private static Refusal? Promise(CaseLook look, ImmutableArray<string> received, string id, string document)
    {
        var material = Find(look, id)!;
        return received.Contains(id) ? MaterialRefusals.PromisedAndReceived(Naming.Material(material)) : Promise(look, material, document);
    }

    /// <summary>Whether a material may be promised now.</summary>
    internal static Refusal? Promise(CaseLook look, Material material, string document)
    {
        var name = Naming.Material(material);
        if (material.Promise is null)
            return MaterialRefusals.NoPromise(name);
        return Standings.Last(look.State, material.Id) is { Standing: Standing.Promised, Until: { } until }
            ? MaterialRefusals.AlreadyPromised(name, until)
            : Receiving.Named(document, MaterialRefusals.PromiseOf(name));
    }

    /// <summary>Whether a material has a last day of validity exactly where it carries one.</summary>
    internal static Refusal? Dated(Material material, DateOnly? until) =>
        (material.Dated, until) switch
        {
            (true, null) => MaterialRefusals.ValidUntilMissing(Naming.Material(material)),
            (false, not null) => MaterialRefusals.Undated(Naming.Material(material)),
            _ => null,
        };
}

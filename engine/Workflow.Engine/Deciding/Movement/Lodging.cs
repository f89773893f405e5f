using System.Collections.Immutable;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>Opens a case: only a listed item, only in a hall, only under a definition in force that day.</summary>
internal static class Lodging
{
    internal static Refusal? Lodge(CaseTurn turn, Lodge command)
    {
        if ((Lengths.Parties(command) ?? Guard(turn, command)) is { } refusal) return refusal;
        var seen = new CaseValues(CaseState.Empty with { Form = command.Form }, turn.Calendar);
        if (Payload.Fields(turn.Definition, new Asked(Naming.Form, turn.Definition.Form, seen), command.Form) is { } wrong) return wrong;
        if (SetLengths.Check(turn, null, command.Form) is { } length) return length;
        turn.Apply(new CaseLodged
        {
            Number = Number(turn),
            Process = turn.Definition.Id,
            Definition = turn.Process.Digest,
            Offices = turn.Stamp.Facts.Offices,
            Parties = command.Parties,
            Form = command.Form,
            Materials = command.Materials,
            Calendar = turn.Calendar.Digest,
            On = turn.On,
            Parent = command.Parent,
        });
        return null;
    }

    /// <summary>What holds for the parties, materials and form of any case holds for one that is told too; its item may have left the catalogue's active rows meanwhile.</summary>
    internal static Refusal? Told(CaseLook look, AdoptCase command)
    {
        var seen = new CaseValues(CaseState.Empty with { Form = command.Form }, look.Calendar);
        return (look.Stamp.Facts.Item is null ? NotListed(look) : null)
            ?? Parties(look.Definition, command.Parties)
            ?? Materials(look.Definition, command.Materials)
            ?? Payload.Fields(look.Definition, new Asked(Naming.Form, look.Definition.Form, seen), command.Form)
            ?? SetLengths.Check(look, null, command.Form);
    }

    private static Refusal NotListed(CaseLook look) =>
        new("item.not_listed", $"Expected item {look.Definition.Item.Code} in the catalogue, but it is not listed.", "an item that is not listed may not be handled");

    private static Refusal? Guard(CaseLook look, Lodge command)
    {
        var definition = look.Definition;
        if (!definition.InForce.Includes(look.On)) return new Refusal("process.not_in_force", $"Expected {definition.Id} to be in force on {look.On:yyyy-MM-dd}, but it is from {definition.InForce}.");
        return Catalogue(look) ?? Parties(definition, command.Parties) ?? Materials(definition, command.Materials) ?? Actor(look, command);
    }

    // 没有进入清单的禁止办理，没有进入政务服务中心的禁止受理.
    private static Refusal? Catalogue(CaseLook look)
    {
        var code = look.Definition.Item.Code;
        return look.Stamp.Facts.Item switch
        {
            null => NotListed(look),
            { Status: not "active" } item => new Refusal("item.not_active", $"Expected item {code} to be active on {look.On:yyyy-MM-dd}, but it is {item.Status}."),
            { Hall: null } => new Refusal("item.not_stationed", $"Expected item {code} to be stationed in a hall, but it is in none.", "an item outside the halls may not be accepted"),
            _ => null,
        };
    }

    private static Refusal? Parties(ProcessDefinition definition, ImmutableArray<PartyEntry> parties)
    {
        if (parties.FirstOrDefault(p => definition.Parties.All(d => d.Role != p.Role)) is { } stranger)
            return new Refusal("party.unknown", $"Expected parties of {definition.Id}, but it has no '{stranger.Role}'.");
        if (parties.FirstOrDefault(p => string.IsNullOrWhiteSpace(p.Name) || string.IsNullOrWhiteSpace(p.Person)) is { } nameless)
            return new Refusal("party.incomplete", $"Expected a name and a person for '{nameless.Role}', but one is missing.");
        return definition.Parties.FirstOrDefault() is { } first && parties.All(p => p.Role != first.Role)
            ? new Refusal("party.missing", $"Expected {first.Title} ('{first.Role}'), but nobody is named.")
            : null;
    }

    private static Refusal? Materials(ProcessDefinition definition, ImmutableArray<string> materials) =>
        materials.FirstOrDefault(m => definition.Materials.All(d => d.Id != m)) is { } unknown
            ? new Refusal("material.unknown", $"Expected materials of {definition.Id}, but '{unknown}' is none.")
            : null;

    private static Refusal? Actor(CaseLook look, Lodge command)
    {
        if (look.Stamp.IsRule) return command.Parent is null ? new Refusal("case.not_yours", $"Expected a person to lodge, but {look.Stamp.Actor} is a rule.") : null;
        if (Actors.Principal(look) is not { } person) return Actors.Unknown(look.Stamp.For ?? look.Stamp.Actor);
        return !person.IsPart && command.Parties.Any(p => p.Person == person.Id) || Entitlements.TakesPart(person, look.Stamp.Facts.Offices.Values)
            ? null
            : new Refusal("case.not_yours", $"Expected a party or an officer of an office that takes part, but {look.Stamp.Actor} is neither.");
    }

    /// <summary>Takes the next number of cases of the item.</summary>
    internal static string Number(CaseTurn turn)
    {
        var stem = $"{turn.Definition.Item.Code}-{turn.Today.Year}";
        return $"{stem}-{turn.TakeSerial($"case {stem}"):000000}";
    }
}

using System.Collections.Immutable;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Materials;
using Workflow.Engine.Deciding.Parties;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>Opens a case: only a listed item, only in a hall, only under a definition in force that day.</summary>
internal static class Lodging
{
    internal static Operation Operation { get; } = Operation.Of<Lodge>(Lodge);

    internal static Refusal? Lodge(CaseTurn turn, Lodge command)
    {
        if ((MayBeLodged(turn, command) ?? Days(turn, command)) is { } refusal)
            return refusal;
        turn.Apply(Happened(turn, command));
        return null;
    }

    private static Refusal? MayBeLodged(CaseLook look, Lodge command) =>
        Lengths.Parties(look, command.Parties)
        ?? Calling.MayGoDown(look, command.Parent)
        ?? Guard(look, command)
        ?? FilledIn(look, command.Form);

    private static CaseLodged Happened(CaseTurn turn, Lodge command) =>
        new()
        {
            Number = Number(turn),
            Process = turn.Definition.Id,
            Definition = turn.Process.Digest,
            Offices = turn.Stamp.Facts.Offices,
            Parties = NamedParties.Of(turn, command),
            Form = command.Form,
            Materials = command.Materials,
            Calendar = turn.Calendar.Digest,
            On = turn.On,
            Parent = command.Parent,
        };

    /// <summary>
    /// What holds for the parties, materials and form of any case holds for one that is told too; its item may have left the
    /// catalogue's active rows meanwhile.
    /// </summary>
    internal static Refusal? Told(CaseLook look, AdoptCase command) =>
        (look.Stamp.Facts.Item is null ? Catalogue(look) : null)
        ?? Parties(look.Definition, NamedParties.Told(look, command))
        ?? Visitors.Told(look, command.Parties)
        ?? Materials(look.Definition, command.Materials)
        ?? FilledIn(look, command.Form);

    private static Refusal? FilledIn(CaseLook look, ImmutableSortedDictionary<string, FieldValue> form)
    {
        var seen = new CaseValues(look.Process, CaseState.Empty with { Form = form }, look.Calendar);
        var asked = new AskedFields(Naming.Form, look.Definition.Form, seen);
        return Payload.Fields(look.Definition, asked, form) ?? SetLengths.Check(look, null, form);
    }

    // What another system took down long ago is not measured by the day on which it is told.
    private static Refusal? Days(CaseLook look, Lodge command) =>
        DayBounds.Check(look, EnteredDays.OfForm(look, command.Form, command.Form));

    private static Refusal? Guard(CaseLook look, Lodge command)
    {
        var definition = look.Definition;
        if (!definition.InForce.Includes(look.On))
            return ProcessRefusals.NotInForce(Naming.Process(definition), look.On);
        return Catalogue(look)
            ?? Parties(definition, NamedParties.Of(look, command))
            ?? Materials(definition, command.Materials)
            ?? Taken(look, command)
            ?? Actor(look, command);
    }

    // A called case has the parties of the one that called it, visitors among them.
    private static Refusal? Taken(CaseLook look, Lodge command) =>
        look.Stamp.IsRule ? null : Visitors.Check(look, command.Parties, NamedParties.Window(look, command));

    // 没有进入清单的禁止办理，没有进入政务服务中心的禁止受理; what the office begins by itself is accepted nowhere.
    private static Refusal? Catalogue(CaseLook look)
    {
        var (code, process) = (look.Definition.Item.Code, Naming.Process(look.Definition));
        if (look.Stamp.Facts.Item is not { } item)
            return ItemRefusals.NotListed(code, process);
        if (item.Status != CatalogueStatus.Active)
            return ItemRefusals.NotActive(code, process, look.On);
        return item is { Hall: null, ExOfficio: false } ? ItemRefusals.NotStationed(code, process) : null;
    }

    private static Refusal? Parties(ProcessDefinition definition, ImmutableArray<PartyEntry> parties)
    {
        if (parties.Select(p => Fitness.Unfit(definition, p)).FirstOrDefault(r => r is not null) is { } unfit)
            return unfit;
        return Needed(definition).FirstOrDefault(n => parties.All(p => p.Role != n.Role)) is { } absent
            ? PartyRefusals.Missing(absent.Named())
            : null;
    }

    // Without the first there is no case; without another, what it must do would be left out without a word.
    private static IEnumerable<Party> Needed(ProcessDefinition definition)
    {
        var acting = Outline.All(definition).Where(n => n.Mandatory).SelectMany(ActingParties).ToHashSet(StringComparer.Ordinal);
        return definition.Parties.Where((party, i) => i == 0 || acting.Contains(party.Role));
    }

    private static IEnumerable<string> ActingParties(Node node) =>
        node is StepNode { By: PartyRole party } ? [party.Role]
        : node is JointNode joint ? joint.Participants.Select(p => p.By).OfType<PartyRole>().Select(p => p.Role)
        : [];

    private static Refusal? Materials(ProcessDefinition definition, ImmutableArray<string> materials) =>
        materials.FirstOrDefault(m => definition.Materials.All(d => d.Id != m)) is { } unknown
            ? Checking.Unknown(definition, unknown)
            : null;

    private static Refusal? Actor(CaseLook look, Lodge command)
    {
        var who = PartyRefusals.PartyOrOfficer();
        if (look.Stamp.IsRule)
            return command.Parent is null ? ActorRefusals.NotYours(who, Naming.Actor(look)) : null;
        if (Actors.Principal(look) is not { } person)
            return Actors.Unknown(look.Stamp.For ?? look.Stamp.Actor);
        return IsParty(person, command) || Entitlements.TakesPart(person, look.Stamp.Facts.Offices.Values)
            ? null
            : ActorRefusals.NotYours(who, Naming.Actor(look));
    }

    internal static bool IsParty(PersonFact person, Lodge command) => !person.IsPart && command.Parties.Any(p => p.Person == person.Id);

    /// <summary>Takes the next number of cases of the item.</summary>
    internal static string Number(CaseTurn turn)
    {
        var series = CaseSeries.Of(turn.Definition.Item.Code, turn.Today.Year);
        return series.Number(turn.TakeSerial($"{series}"));
    }
}

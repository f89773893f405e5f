using Workflow.Engine.Deciding.Parties;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.People;

/// <summary>Copies, urgings and supervision: entries that change no step, form or clock.</summary>
internal static class Informing
{
    internal static Operation CopyOperation { get; } =
        Operation.Of<SendCopy>(Copy) with
        {
            OfCase = look => [ActionOffer.OfCase("copy", MayCopy(look))],
            When = Operation.CaseStanding.Always,
        };

    internal static Operation SuperviseOperation { get; } =
        Operation.Of<Supervise>(Supervise) with
        {
            OfCase = look => [ActionOffer.OfCase("supervise", Actors.MustSupervise(look))],
            When = Operation.CaseStanding.Always,
        };

    internal static Operation UrgeOperation { get; } =
        Operation.Of<Urge>(Urge) with
        {
            AtTask = (look, _, step) => step.Status == StepStatus.Open ? [ActionOffer.At("urge", step.Key, MayUrge(look, step.Key))] : [],
            OfCase = UrgingReaders.Offers,
            When = Operation.CaseStanding.Always,
        };

    private const int MostCopies = 50;

    internal static Refusal? Copy(CaseTurn turn, SendCopy command)
    {
        if (MayCopy(turn) is { } refusal)
            return refusal;
        if (Remarks.Step(turn, command.Step) is { } unknown)
            return unknown;
        if (command.People.IsDefaultOrEmpty || command.People.Length > MostCopies)
            return InformingRefusals.CopyPeople(MostCopies, command.People.IsDefault ? 0 : command.People.Length);
        if (command.People.FirstOrDefault(id => Actors.Find(turn, id) is null) is { } stranger)
            return Actors.Unknown(stranger);
        turn.Apply(new CopySent(command.Step, [.. command.People.Distinct().Select(Entitlement.Reader)]));
        return null;
    }

    internal static Refusal? Urge(CaseTurn turn, Urge command)
    {
        if (command.Reader is not null)
            return UrgingReaders.Urge(turn, command);
        if (command.Step is not { } key)
            return InformingRefusals.UrgesNobody();
        if (MayUrge(turn, key) is { } refusal)
            return refusal;
        if (PlainText.IsBlank(command.Text))
            return InformingRefusals.UrgesWithoutWords();
        turn.Apply(new Urged(key, Visitors.Doer(turn), [.. Turns.Waiting(turn.Process, turn.State.Steps[key])], command.Text, turn.Today));
        return null;
    }

    internal static Refusal? Supervise(CaseTurn turn, Supervise command)
    {
        if (Actors.MustSupervise(turn) is { } refusal)
            return refusal;
        if (Remarks.Step(turn, command.Step) is { } unknown)
            return unknown;
        if (PlainText.IsBlank(command.Text))
            return InformingRefusals.InstructionEmpty();
        if (command.ReportBy is { } by && by < turn.Today)
            return InformingRefusals.ReportPast(turn.Today, by);
        turn.Apply(new Supervised(turn.Stamp.Actor, command.Text, command.Step, command.ReportBy, turn.Today));
        return null;
    }

    internal static Refusal? MayCopy(CaseLook look) => Actors.MustBeOfficial(look);

    /// <summary>Whether the actor may urge at all: somebody who takes part, or the supervision office.</summary>
    internal static Refusal? MayUrgeAtAll(CaseLook look) => Actors.MustSupervise(look) is null ? null : Actors.MustTakePart(look);

    private static bool WaitsForSomebody(CaseLook look, string key) =>
        look.State.Steps.GetValueOrDefault(key) is { Status: StepStatus.Open } step
        && look.Process.IsTask(key)
        && Turns.Waiting(look.Process, step).Any();

    /// <summary>Whether the actor may urge at a step: somebody who takes part, or the supervision office, once a day.</summary>
    internal static Refusal? MayUrge(CaseLook look, string key)
    {
        if (!WaitsForSomebody(look, key))
            return StepRefusals.NotOpen(Naming.Step(look, key), StepRefusals.WaitsForNobody());
        if (MayUrgeAtAll(look) is { } stranger)
            return stranger;
        if (WaitsForActorAlone(look, key))
            return InformingRefusals.UrgesOneself(Naming.Step(look, key));
        return HasUrgedToday(look, key)
            ? InformingRefusals.UrgedToday(Naming.Step(look, key), Naming.Person(look, Visitors.Doer(look)))
            : null;
    }

    private static bool WaitsForActorAlone(CaseLook look, string key)
    {
        var step = look.State.Steps[key];
        var isOthers = Leavers.Claimant(look, step) is { } holder && !Visitors.IsDoer(look, holder);
        return !isOthers && Turns.Waiting(look.Process, step).All(e => Actors.Admitted(look, key, Leavers.Today(look, step, e)));
    }

    private static bool HasUrgedToday(CaseLook look, string key) =>
        look.State.Urgings.Any(u => u.Reader is null && u.Step == key && u.By == Visitors.Doer(look) && u.On == look.Today);
}

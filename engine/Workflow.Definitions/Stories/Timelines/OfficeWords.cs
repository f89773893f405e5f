using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says what people of an office did with one another.</summary>
internal static class OfficeWords
{
    internal static Message Of(CaseEvent happened, CaseNames names) =>
        happened switch
        {
            StepAssigned e => Assigned(e, names),
            StepUnattended e => Unattended(e, names),
            StepTransferred e => Transferred(e, names),
            SideAsked e => Asked(e, names),
            SideReplied e => Replied(e),
            SideRecalled e => new("told.side.recalled", ("request", e.Number), LineParts.Said(e.Reasons)),
            Urged e => Reminder(e, names),
            Supervised e => Supervision(e, names),
            Notified e => Notice(e, names),
            PartyConfirmed e => new("told.party.confirmed", ("who", Who(e.Person, names)), LineParts.Said(e.Reasons)),
            PartyUnconfirmed e => new("told.party.unconfirmed", ("who", Who(e.Person, names)), LineParts.Said(e.Reasons)),
            PartyAdded e => new(
                "told.party.added",
                ("name", e.Party.Name),
                ("party", names.Party(e.Party.Role)),
                LineParts.Said(e.Reasons)
            ),
            _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
        };

    private static MessageValue Who(string person, CaseNames names) => names.Who([new Entitlement("", null, null, person)]);

    private static Message Replied(SideReplied e) =>
        new(e.Reply.Agrees ? "told.side.agreed" : "told.side.disagreed", LineParts.Said(e.Reply.Opinion));

    private static Message Reminder(Urged e, CaseNames names)
    {
        var (to, words) = (names.Asked(e.To), LineParts.Words(e.Text));
        return e is { Reader: null, Step: { } step }
            ? names.AtStep("told.case.urged", step, ("to", to), ("words", words))
            : new("told.case.urged_reader", ("to", to), ("words", words));
    }

    private static Message Assigned(StepAssigned e, CaseNames names) =>
        names.AtStep(
            "told.step.assigned",
            e.Step,
            ("part", names.Part(e.Participant)),
            ("rule", new Message($"told.assigning.{e.Rule}")),
            ("person", names.Person(e.Person)),
            ("among", e.Candidates > 1 ? new Message("told.step.assigned_among", ("count", e.Candidates)) : LineParts.None)
        );

    private static Message Unattended(StepUnattended e, CaseNames names)
    {
        var (step, post) = (names.Step(e.Step), names.Participant(e.Post));
        return e.Instead is { } other
            ? new("told.step.unattended_instead", ("step", step), ("post", post), ("instead", names.Participant(other)))
            : new("told.step.unattended", ("step", step), ("post", post));
    }

    private static Message Asked(SideAsked e, CaseNames names) =>
        e.Task.Answer is { } answer
            ? ToConfirm(e, answer, names)
            : new(
                "told.side.asked",
                ("kind", new Message($"told.side.{e.Task.Kind}")),
                ("who", names.Asked(e.Task.Who)),
                LineParts.Said(e.Task.Words)
            );

    private static Message ToConfirm(SideAsked e, GivenAnswer answer, CaseNames names) =>
        new(
            "told.side.asked_to_confirm",
            ("who", names.Asked(e.Task.Who)),
            ("participant", names.Participant(answer.Participant)),
            ("choice", answer.Choice is { } chosen ? names.Outcome(e.Step, chosen) : new Message("told.answer.abstained")),
            LineParts.Said(answer.Opinion)
        );

    private static Message Transferred(StepTransferred e, CaseNames names) =>
        names.AtStep("told.step.transferred", e.Step, ("from", names.Who(e.From)), ("to", names.Who(e.To)), LineParts.Said(e.Reasons));

    private static Message Supervision(Supervised e, CaseNames names) =>
        new(
            "told.case.supervised",
            ("step", LineParts.Of("told.supervised.step", "step", e.Step is { } step ? names.Step(step) : null)),
            LineParts.Said(e.Text),
            ("report", LineParts.Of("told.supervised.report", "day", e.ReportBy))
        );

    private static Message Notice(Notified e, CaseNames names)
    {
        var (to, words) = (names.Who(e.To), LineParts.Words(e.Text));
        return e.Document is { } document
            ? new("told.party.notified_paper", ("to", to), ("document", document), ("on", e.On), ("words", words))
            : new("told.party.notified", ("to", to), ("on", e.On), ("words", words));
    }
}

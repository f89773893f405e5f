using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says how a step went, from its opening to its outcome; null for what goes without saying.</summary>
internal static class StepWords
{
    internal static Message? Of(CaseEvent happened, CaseNames names) =>
        happened switch
        {
            StepOpened e when names.IsChoice(e.Step) => null,
            StepOpened { Entitled.IsEmpty: true } e => Started(e, names),
            StepOpened e => Opened(e, names),
            // Where another step bears the title, it would read as if that one did not apply.
            StepSkipped e when names.HasNamesake(e.Step) => null,
            StepSkipped e => names.AtStep("told.step.skipped", e.Step),
            StepClaimed e => names.AtStep("told.step.claimed", e.Step, ("person", names.Person(e.Person))),
            StepReleased e => names.AtStep("told.step.released", e.Step, ("part", names.Part(e.Participant))),
            StepCompleted e when names.IsChoice(e.Step) => names.Taken(e.Step, e.Outcome),
            StepCompleted e => Completed(e, names),
            StepWithdrawn e => names.AtStep("told.step.withdrawn", e.Step, ("cause", Reasons.Of(e.Cause))),
            _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
        };

    private static Message Started(StepOpened e, CaseNames names) =>
        names.AtStep("told.step.started", e.Step, ("run", LineParts.Run(e.Instance)));

    internal static Message Answered(string step, GivenAnswer given, CaseNames names) =>
        new(
            "told.step.answered",
            ("who", names.Participant(given.Participant)),
            ("silent", given.By is RuleActor ? new Message("told.answer.silent") : LineParts.None),
            ("choice", given.Choice is { } chosen ? names.Outcome(step, chosen) : new Message("told.answer.abstained")),
            ("late", given.Late is null ? LineParts.None : new Message("told.answer.late")),
            ("signed", Signed(given.By, given.With, names)),
            ("words", LineParts.Reason(given.Opinion, given.Because, names))
        );

    private static Message Opened(StepOpened e, CaseNames names)
    {
        var kept = MessageValue.List(e.Kept.Select(k => names.Participant(k.Participant)));
        return names.AtStep(
            "told.step.opened",
            e.Step,
            ("run", LineParts.Run(e.Instance)),
            ("to", names.Who(e.Entitled)),
            ("recused", LineParts.Of("told.step.recused", "who", e.Recused.IsEmpty ? null : names.People(e.Recused))),
            ("kept", LineParts.Of("told.step.kept", "who", e.Kept.IsEmpty ? null : kept))
        );
    }

    private static Message Completed(StepCompleted e, CaseNames names) =>
        names.AtStep(
            "told.step.completed",
            e.Step,
            ("outcome", names.Outcome(e.Step, e.Outcome)),
            ("signed", Signed(e.By, e.With, names)),
            ("words", LineParts.Reason(e.Reasons, e.Because, names))
        );

    // An act of another system names those who acted there; any other names those who signed with the actor.
    private static MessageValue Signed(Actor by, ImmutableArray<string> with, CaseNames names) =>
        with.IsEmpty
            ? LineParts.None
            : new Message(by is SystemActor ? "told.signed_there" : "told.signed_with", ("names", names.People(with)));
}

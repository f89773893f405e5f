using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals of moving a running case to another definition of its process.</summary>
internal static class MigrateRefusals
{
    /// <summary>The definition to move to was never published.</summary>
    internal static Refusal UnknownDefinition(string digest) => new("migrate.unknown_definition", ("digest", digest));

    /// <summary>An outcome waits for its signers.</summary>
    internal static Refusal Proposed(NameValue step) => new("migrate.proposed", ("step", step));

    /// <summary>The target belongs to another process.</summary>
    internal static Refusal OtherProcess(NameValue process, NameValue other) =>
        new("migrate.other_process", ("process", process), ("other", other));

    /// <summary>The target is the definition that the case is bound to.</summary>
    internal static Refusal SameDefinition(string number) => new("migrate.same_definition", ("number", number));

    /// <summary>The target is not in force yet.</summary>
    internal static Refusal NotInForce(NameValue process, DateOnly from) =>
        new("migrate.not_in_force", ("process", process), ("from", from));

    /// <summary>The mapping names too much.</summary>
    internal static Refusal MapTooLong(int most, int found) => new("migrate.map_too_long", ("most", most), ("found", found));

    /// <summary>The mapping gives several one name.</summary>
    internal static Refusal MapTwice(MessageValue names, string becomes) =>
        new("migrate.map_twice", ("names", names), ("becomes", becomes));

    /// <summary>The mapping names a step, an outcome or a clock that the definition of the case does not have.</summary>
    internal static Refusal UnknownNow(MappedThing thing, string name, IEnumerable<NameValue> known) => Unknown(thing, "now", name, known);

    /// <summary>The mapping names a step or a clock that the target does not have.</summary>
    internal static Refusal UnknownThere(MappedThing thing, string name, IEnumerable<NameValue> known) =>
        Unknown(thing, "target", name, known);

    /// <summary>A step that is open has no counterpart.</summary>
    internal static Refusal StepGone(NameValue step, string wanted) => new("migrate.step_gone", ("step", step), ("wanted", wanted));

    /// <summary>The counterpart of a step is of another kind.</summary>
    internal static Refusal StepKind(NameValue step, NameValue becomes) => new("migrate.step_kind", ("step", step), ("becomes", becomes));

    /// <summary>An outcome that was given has no counterpart.</summary>
    internal static Refusal OutcomeGone(NameValue step, NameValue outcome, NameValue becomes, string wanted) =>
        new("migrate.outcome_gone", ("step", step), ("outcome", outcome), ("becomes", becomes), ("wanted", wanted));

    /// <summary>An open step would lie where the target does not walk.</summary>
    internal static Refusal Place(NameValue step, NameValue around) => new("migrate.place", ("step", step), ("around", around));

    /// <summary>The target adds a mandatory step where the case has been.</summary>
    internal static Refusal Mandatory(NameValue step) => new("migrate.mandatory", ("step", step));

    /// <summary>A case that the step called reports to it by its name.</summary>
    internal static Refusal Called(NameValue step, string becomes) => new("migrate.called", ("step", step), ("becomes", becomes));

    /// <summary>Whoever answered is not asked in the target.</summary>
    internal static Refusal ParticipantGone(NameValue step, NameValue participant) =>
        new("migrate.participant_gone", ("step", step), ("participant", participant));

    /// <summary>Whoever claimed the task may not act there in the target.</summary>
    internal static Refusal Claimed(NameValue step, NameValue person) => new("migrate.claimed", ("step", step), ("person", person));

    /// <summary>The mapping ends a clock that the law gives.</summary>
    internal static Refusal ClockStatutory(NameValue clock, string basis) =>
        new("migrate.clock_statutory", ("clock", clock), ("basis", basis));

    /// <summary>A running clock has no counterpart.</summary>
    internal static Refusal ClockGone(NameValue clock, string wanted) =>
        new("migrate.clock_gone", ("why", new Message("migrate.clock_gone.rule", ("clock", clock), ("wanted", wanted))));

    /// <summary>No limit of the counterpart applies to a running clock.</summary>
    internal static Refusal NoLimit(NameValue clock, NameValue rule) =>
        new("migrate.clock_gone", ("why", new Message("migrate.clock_gone.limit", ("clock", clock), ("rule", rule))));

    /// <summary>The counterpart counts in another way.</summary>
    internal static Refusal ClockKind(NameValue clock, NameValue rule, Message was, Message becomes) =>
        new("migrate.clock_kind", ("clock", clock), ("rule", rule), ("was", was), ("becomes", becomes));

    /// <summary>How a clock runs, for a sentence.</summary>
    internal static Message Runs(LimitKind kind, Period period) => new($"migrate.runs.{Word(kind)}", ("period", period));

    /// <summary>A clock runs to a day, for a sentence.</summary>
    internal static Message RunsToADay() => new("migrate.runs.at");

    /// <summary>Something would take effect by silence through the move.</summary>
    internal static Refusal ClockPast(NameValue clock, DateOnly due) => new("migrate.clock_past", ("clock", clock), ("due", due));

    private static Refusal Unknown(MappedThing thing, string where, string name, IEnumerable<NameValue> known) =>
        new(
            new Message("migrate.map_unknown", ("what", new Message($"migrate.map_unknown.{Word(thing)}_{where}", ("name", name)))).With(
                NearNames.Of(name, known)
            )
        );

    private static string Word(MappedThing thing) =>
        thing switch
        {
            MappedThing.Step => "step",
            MappedThing.Outcome => "outcome",
            MappedThing.Clock => "clock",
            _ => throw new UnreachableException($"No word for {thing}."),
        };

    private static string Word(LimitKind kind) =>
        kind switch
        {
            LimitKind.For => "for",
            LimitKind.UpTo => "up_to",
            LimitKind.AtLeast => "at_least",
            LimitKind.Before => "before",
            LimitKind.At => "at",
            _ => throw new UnreachableException($"No word for {kind}."),
        };
}

/// <summary>What a mapping names.</summary>
internal enum MappedThing
{
    /// <summary>A step.</summary>
    Step,

    /// <summary>An outcome of a step.</summary>
    Outcome,

    /// <summary>A clock.</summary>
    Clock,
}

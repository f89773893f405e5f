using Workflow.Engine.Messages;

namespace Workflow.Definitions.Reading.Faults;

/// <summary>Names that nothing bears, or that two things bear.</summary>
internal static class NameProblems
{
    public static Message Argument(Message what, Message found, Message? way) =>
        new Message("argument.unknown", ("what", what), ("found", found)).With(way);

    public static Message Outcome(Message what, Message found, Message? way) =>
        new Message("outcome.unknown", ("what", what), ("found", found)).With(way);

    public static Message Office(Message what, Message found, Message? way) =>
        new Message("office.unknown", ("what", what), ("found", found)).With(way);

    public static Message Party(Message what, Message found, Message? way) =>
        new Message("document.unknown_party", ("what", what), ("found", found)).With(way);

    public static Message Document(Message what, Message found, Message? way) =>
        new Message("document.unknown", ("what", what), ("found", found)).With(way);

    public static Message Moment(Message what, Message found, Message? way) =>
        new Message("moment.unknown", ("what", what), ("found", found)).With(way);

    public static Message Step(Message what, Message found, Message? way) =>
        new Message("step.undeclared", ("what", what), ("found", found)).With(way);

    public static Message Participant(Message what, Message found, Message? way) =>
        new Message("joint.unknown_participant", ("what", what), ("found", found)).With(way);

    public static Message Process(Message what, Message found, Message? way) =>
        new Message("call.unknown_process", ("what", what), ("found", found)).With(way);

    public static Message Fragment(Message what, Message found, Message? way) =>
        new Message("fragment.unknown", ("what", what), ("found", found)).With(way);

    public static Message Export(Message what, Message found, Message? way) =>
        new Message("fragment.unknown_export", ("what", what), ("found", found)).With(way);

    public static Message Table(Message what, Message found, Message? way) =>
        new Message("field.not_table", ("what", what), ("found", found)).With(way);

    public static Message NumberField(Message what, Message found, Message? way) =>
        new Message("field.not_number", ("what", what), ("found", found)).With(way);

    public static Message Field(Message what, Message found, Message? way) =>
        new Message("field.unknown_here", ("what", what), ("found", found)).With(way);

    public static Message Who(Message found, Message? way) => new Message("who.unknown", ("found", found)).With(way);

    public static Message Role(string role, Message way) => new Message("role.unusual", ("role", role)).With(way);

    public static Message DuplicateStep(string step, string place) => new("step.duplicate", ("step", step), ("place", place));

    public static Message StepIsOffice(string id) => new("step.ambiguous", ("id", id));

    public static Message MomentIsStep(string name) => new("moment.ambiguous", ("name", name));

    public static Message DuplicateClock(string clock) => new("clock.duplicate", ("clock", clock));

    public static Message Declared(string section, string id, string first, string second) =>
        new("name.duplicate", ("section", section), ("id", id), ("first", first), ("second", second));
}

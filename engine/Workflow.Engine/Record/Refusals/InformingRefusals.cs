using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals of copies, urgings and supervision.</summary>
internal static class InformingRefusals
{
    /// <summary>Too few or too many people get a copy.</summary>
    internal static Refusal CopyPeople(int most, int found) => new("copy.people", ("most", most), ("found", found));

    /// <summary>Nobody was sent a copy of the case.</summary>
    internal static Refusal NoCopy() => new("copy.none");

    /// <summary>That person was sent no copy of the case.</summary>
    internal static Refusal NoCopyOf(NameValue person) => new("copy.not_sent", ("person", person));

    /// <summary>The reader has read the case.</summary>
    internal static Refusal HasRead(NameValue person, DateOnly on) => new("copy.read", ("person", person), ("on", on));

    /// <summary>Neither a step nor a reader is urged.</summary>
    internal static Refusal UrgesNobody() => new("urge.nobody");

    /// <summary>The urging says nothing.</summary>
    internal static Refusal UrgesWithoutWords() => new("urge.empty");

    /// <summary>The actor has urged at the step today.</summary>
    internal static Refusal UrgedToday(NameValue step, NameValue person) => new("urge.again", ("step", step), ("person", person));

    /// <summary>The actor has urged the reader today.</summary>
    internal static Refusal ReaderUrgedToday(NameValue reader, NameValue person) =>
        new("urge.reader_again", ("reader", reader), ("person", person));

    /// <summary>The instruction says nothing.</summary>
    internal static Refusal InstructionEmpty() => new("supervise.empty");

    /// <summary>The report would be due on a day that is past.</summary>
    internal static Refusal ReportPast(DateOnly today, DateOnly found) => new("supervise.past", ("today", today), ("found", found));

    /// <summary>The step waits for whoever would urge.</summary>
    internal static Refusal UrgesOneself(NameValue step) => new("urge.oneself", ("step", step));
}

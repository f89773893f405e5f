using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>What whoever takes a case over should know of it. It stands in nobody's way.</summary>
internal static class AdoptNotes
{
    /// <summary>Whether two steps were done by different people cannot be checked.</summary>
    internal static Message SeparationUnchecked(NameValue step, NameValue other, DateOnly on, string column) =>
        new("adopt.separation_unchecked", ("step", step), ("other", other), ("on", on), ("column", column));

    /// <summary>One person is reported at two steps that different people must do.</summary>
    internal static Message SeparationBroken(NameValue step, NameValue other, NameValue person) =>
        new("adopt.separation_broken", ("step", step), ("other", other), ("person", person));

    /// <summary>Whether each person had one voice cannot be checked.</summary>
    internal static Message VoiceUnchecked(NameValue step, NameValue participant, DateOnly on, string column) =>
        new("adopt.voice_unchecked", ("step", step), ("participant", participant), ("on", on), ("column", column));

    /// <summary>One person is reported with several answers.</summary>
    internal static Message VoiceTwice(NameValue step, NameValue person, int answers) =>
        new("adopt.voice_twice", ("step", step), ("person", person), ("answers", answers));
}

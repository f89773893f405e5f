using Workflow.Definitions.Stories.Timelines;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Host.Wording;

/// <summary>Reasons as people read them: why a rule acted is told in the language asked for.</summary>
public static class ReasonWords
{
    /// <summary>A reason in words; what a person wrote stays as it was written.</summary>
    /// <param name="words">The language.</param>
    /// <param name="written">What a person wrote; null for nothing.</param>
    /// <param name="because">Why a rule acted; null where a person did.</param>
    public static string? Reason(this Words words, string? written, Because? because) =>
        written
        ?? because switch
        {
            null => null,
            _ => words.Tell(Reasons.Of(because)),
        };

    /// <summary>An answer with its reason in words.</summary>
    public static GivenAnswer Told(this Words words, GivenAnswer given) =>
        given with
        {
            Opinion = words.Reason(given.Opinion, given.Because),
        };

    /// <summary>The outcome of a step with its reason in words.</summary>
    public static StepCompleted Told(this Words words, StepCompleted done) =>
        done with
        {
            Reasons = words.Reason(done.Reasons, done.Because),
        };

    /// <summary>An event with its reason in words.</summary>
    public static CaseEvent Told(this Words words, CaseEvent happened) =>
        happened is StepCompleted done ? words.Told(done)
        : happened is AnswerGiven answered ? answered with { Given = words.Told(answered.Given) }
        : happened;
}

using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Record.Events;

namespace Workflow.Host.Wording;

/// <summary>Reasons as people read them: those that a rule stored with an outcome are told in the language asked for.</summary>
public static class Reasons
{
    /// <summary>A reason in words; any that a person gave stays as it was written.</summary>
    /// <param name="words">The language.</param>
    /// <param name="reason">The reason as stored; null for none.</param>
    /// <param name="by">Who gave it.</param>
    public static string? Reason(this Words words, string? reason, string by) =>
        RanOut.Basis(reason, by) is { } basis ? words.Say("reason.ran-out", basis == "internal" ? words["basis.internal"] : basis) : reason;

    /// <summary>An answer with its reason in words.</summary>
    public static GivenAnswer Told(this Words words, GivenAnswer given) => given with { Opinion = words.Reason(given.Opinion, given.By) };

    /// <summary>The outcome of a step with its reason in words.</summary>
    public static StepCompleted Told(this Words words, StepCompleted done) => done with { Reasons = words.Reason(done.Reasons, done.By) };

    /// <summary>An event with its reason in words.</summary>
    public static CaseEvent Told(this Words words, CaseEvent happened) => happened switch
    {
        StepCompleted e => words.Told(e),
        AnswerGiven e => e with { Given = words.Told(e.Given) },
        _ => happened,
    };
}

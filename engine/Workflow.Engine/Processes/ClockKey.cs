namespace Workflow.Engine.Processes;

/// <summary>
/// What a clock of a case is called: a clock of the case as its rule; a step's limit as the step, with the participant whose own
/// limit it is and the run, as in <c>review/planning.officer#2</c>.
/// </summary>
/// <param name="Step">The key of the step; for a clock of the case its rule's id.</param>
/// <param name="Participant">The key of the participant; null for the limit of the step.</param>
/// <param name="Run">The run, from 1.</param>
public readonly record struct ClockKey(string Step, string? Participant = null, int Run = 1)
{
    private const char ParticipantFollows = '/';

    /// <summary>The key without its run, as the rule is called.</summary>
    public string Rule => Participant is null ? Step : OfParticipant(Step, Participant);

    /// <summary>Reads a key.</summary>
    public static ClockKey Parse(string text)
    {
        var key = StepKey.Parse(text);
        return key.Key.IndexOf(ParticipantFollows, StringComparison.Ordinal) is > 0 and var at
            ? new ClockKey(key.Key[..at], key.Key[(at + 1)..], key.Run)
            : new ClockKey(key.Key, null, key.Run);
    }

    /// <summary>Returns what the own limit of a participant is called.</summary>
    public static string OfParticipant(string step, string participant) => $"{step}{ParticipantFollows}{participant}";

    /// <inheritdoc/>
    public override string ToString() => StepKey.OfRun(Rule, Run);
}

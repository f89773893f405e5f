namespace Workflow.Engine.Record.Events;

/// <summary>A participant of a joint review was silent and left the roll: the thresholds are counted on those who are left.</summary>
/// <param name="Step">The joint's key.</param>
/// <param name="Participant">The participant's key.</param>
/// <param name="On">The effective day.</param>
public sealed record ParticipantUncounted(string Step, string Participant, DateOnly On) : CaseEvent;

using System.Collections.Immutable;

namespace Workflow.Engine.Record.Events;

/// <summary>It was recorded who stayed away from a joint review. What was recorded before holds no more.</summary>
/// <param name="Step">The joint's key.</param>
/// <param name="Absent">The keys on the roll of those who stayed away; empty where nobody did.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Reasons">Why they stayed away, as it was written; null for nothing.</param>
/// <param name="On">The effective day.</param>
public sealed record AttendanceRecorded(string Step, ImmutableArray<string> Absent, string By, string? Reasons, DateOnly On) : CaseEvent;

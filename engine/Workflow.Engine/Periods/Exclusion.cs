namespace Workflow.Engine.Periods;

/// <summary>A time that a limit does not count, because the rule excludes the procedure that runs in it.</summary>
/// <param name="Ground">The ground in the rule's words.</param>
/// <param name="From">The day it begins; this day still counts.</param>
/// <param name="To">The day it ends, itself excluded; null while it is open. A day before <paramref name="From"/> excludes nothing.</param>
/// <param name="FromAt">The moment it begins, inclusive, for limits in hours.</param>
/// <param name="ToAt">The moment it ends, exclusive, for limits in hours; null while it is open.</param>
/// <param name="Document">The notice it rests on, or null.</param>
public sealed record Exclusion(string Ground, DateOnly From, DateOnly? To, DateTimeOffset FromAt, DateTimeOffset? ToAt, string? Document);

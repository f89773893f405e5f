namespace Workflow.Engine.Processes;

/// <summary>To whom a party turns who does not accept a decision; what nobody wrote is named in general.</summary>
/// <param name="Reconsideration">The organ of reconsideration 行政复议机关; null where it is not named.</param>
/// <param name="Court">The court 人民法院; null where it is not named.</param>
public sealed record RemedyBodies(string? Reconsideration, string? Court);

namespace Workflow.Storage.Ledger;

/// <summary>A row of heads, as it is stored.</summary>
internal sealed record HeadRow(
    string Case, long Entries, string Hash, string LastAt, string Stage, string Process, string Definition, string LodgedOn, string? Result, string? DueOn, string? Party, string Viewers);

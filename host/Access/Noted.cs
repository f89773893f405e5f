namespace Workflow.Host.Access;

/// <summary>Marks an endpoint that writes what no ledger records: that it was written is in the access log.</summary>
public sealed record Noted;

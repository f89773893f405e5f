namespace Workflow.Host.Access;

/// <summary>Marks an endpoint that is sent something and writes what no ledger records, or only shows what would follow: that it was asked is in the access log.</summary>
public sealed record Noted;

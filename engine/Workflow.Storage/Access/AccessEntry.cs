namespace Workflow.Storage.Access;

/// <summary>An entry of an access log as it is stored and hashed.</summary>
/// <param name="Log">The log.</param>
/// <param name="Number">Its place in the log, from 1.</param>
/// <param name="Record">What it records.</param>
/// <param name="Previous">The hash of the entry before; 64 zeros for the first.</param>
public sealed record AccessEntry(string Log, long Number, AccessRecord Record, string Previous);

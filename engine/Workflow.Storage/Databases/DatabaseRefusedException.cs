namespace Workflow.Storage.Databases;

/// <summary>A database that this program must not touch: the message says what was expected and what was found.</summary>
/// <param name="message">The sentence.</param>
/// <param name="inner">What the driver said; null for nothing.</param>
public sealed class DatabaseRefusedException(string message, Exception? inner = null) : Exception(message, inner);

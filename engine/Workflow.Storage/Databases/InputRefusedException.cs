namespace Workflow.Storage.Databases;

/// <summary>An export or a receipt that cannot be read at all: the message says what was expected and what was found, and where.</summary>
/// <param name="message">The sentence.</param>
public sealed class InputRefusedException(string message) : Exception(message);

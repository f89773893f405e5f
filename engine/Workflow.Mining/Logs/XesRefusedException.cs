namespace Workflow.Mining.Logs;

/// <summary>Carries a refusal out of the XML parser, which calls back into our own stream; it never leaves the reader.</summary>
internal sealed class XesRefusedException(string code, string message, string? hint = null) : IOException(message)
{
    internal string Code => code;

    internal string? Hint => hint;
}

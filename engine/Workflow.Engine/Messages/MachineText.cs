namespace Workflow.Engine.Messages;

/// <summary>What the machine or a library says of a fault, in its own language: it is named as such and never told as if it were ours.</summary>
public static class MachineText
{
    private const int Longest = 200;

    /// <summary>The words of an exception.</summary>
    public static Message Of(Exception fault) => Of(fault.Message);

    /// <summary>A text of the machine.</summary>
    /// <param name="text">The text; on one line and cut to what fits into a sentence.</param>
    public static Message Of(string text) => new("machine.text", ("text", Brief(text.ReplaceLineEndings(" ").TrimEnd('.', ' '))));

    private static string Brief(string text) => text.Length <= Longest ? text : text[..Longest] + "…";
}

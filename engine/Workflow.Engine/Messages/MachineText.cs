namespace Workflow.Engine.Messages;

/// <summary>
/// What the machine or a library says of a fault. What every machine may say is said in our words; the rest stays in its own
/// language, is named as such and never told as if it were ours.
/// </summary>
public static class MachineText
{
    private const int Longest = 200;

    /// <summary>What an exception says.</summary>
    public static Message Of(Exception fault) =>
        fault switch
        {
            UnauthorizedAccessException => new("machine.denied"),
            FileNotFoundException or DirectoryNotFoundException => new("machine.missing"),
            InvalidDataException => new("machine.damaged"),
            TimeoutException or OperationCanceledException => new("machine.late"),
            _ => Of(fault.Message),
        };

    /// <summary>A text of the machine.</summary>
    /// <param name="text">The text; on one line and cut to what fits into a sentence.</param>
    public static Message Of(string text) => new("machine.text", ("text", Brief(text.ReplaceLineEndings(" ").TrimEnd('.', ' '))));

    private static string Brief(string text) => text.Length <= Longest ? text : text[..Longest] + "…";
}

using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals of texts that would show something else than what they hold.</summary>
internal static class TextRefusals
{
    // A sentence stays a line long whatever was written.
    private const int Shown = 40;

    /// <summary>A name, a number or an id that breaks its line or hides a sign.</summary>
    internal static Refusal NotALine(string text, string sign) => new("text.not_a_line", ("text", Start(text)), ("sign", sign));

    /// <summary>Words of a person that hold a control character or turn the direction of writing.</summary>
    internal static Refusal NotPlain(string text, string sign) => new("text.not_plain", ("text", Start(text)), ("sign", sign));

    /// <summary>A text that holds what stands in papers for a sealed value.</summary>
    internal static Refusal Reference(string text) => new("text.reference", ("text", Start(text)));

    private static string Start(string text) => PlainText.VisibleLine(text.Length <= Shown ? text : text[..Shown] + "…");
}

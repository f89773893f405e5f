namespace Workflow.Definitions.Syntax;

/// <summary>
/// Puts together what the commas between braces took apart: of <c>{when: decide in (a, b)}</c> YAML makes a value and a key without
/// one. It is one problem with one cure, and not that of unknown keys.
/// </summary>
internal static class SplitText
{
    /// <summary>Whether a key without a value goes on with the value before it, whose parenthesis is still open.</summary>
    public static bool GoesOn(MapEntry? before, SyntaxNode? key, SyntaxNode? value) =>
        before?.Value is ScalarSyntax { Quoted: false } open
        && IsOpen(open.Text)
        && key is ScalarSyntax { Quoted: false }
        && value is ScalarSyntax { Quoted: false, Text: "" };

    /// <summary>Returns the entry with the value as it was meant.</summary>
    public static MapEntry Joined(MapEntry before, ScalarSyntax rest)
    {
        var begun = (ScalarSyntax)before.Value;
        return before with { Value = begun with { Text = $"{begun.Text}, {rest.Text}", Raw = "" } };
    }

    private static bool IsOpen(string text) => text.Count(c => c == '(') > text.Count(c => c == ')');
}

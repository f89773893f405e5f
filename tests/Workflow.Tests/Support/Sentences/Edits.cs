namespace Workflow.Tests.Support.Sentences;

/// <summary>Text as a test changes it: a change of what is not there would leave the test with nothing to find.</summary>
internal static class Edits
{
    /// <summary>Returns the text with one passage written otherwise wherever it stands; a text without it is an error of the test.</summary>
    internal static string Replaced(this string text, string was, string now) =>
        text.Contains(was, StringComparison.Ordinal)
            ? text.Replace(was, now, StringComparison.Ordinal)
            : throw new ArgumentException($"Expected '{was}' in the text to be changed, but it is not there:\n{text}", nameof(was));
}

namespace Workflow.Definitions.Syntax;

/// <summary>The lines of a file as editors count them: ended by LF, CR or both, and by nothing else.</summary>
internal static class FileLines
{
    public static string[] Of(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
}

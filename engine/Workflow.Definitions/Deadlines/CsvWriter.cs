namespace Workflow.Definitions.Deadlines;

/// <summary>Writes records of RFC 4180, a line each ending with LF.</summary>
internal static class CsvWriter
{
    internal static void Write(TextWriter text, params ReadOnlySpan<string> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0) text.Write(',');
            text.Write(Quoted(fields[i]));
        }

        text.Write('\n');
    }

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}

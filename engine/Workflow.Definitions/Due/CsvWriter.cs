namespace Workflow.Definitions.Due;

/// <summary>Writes records of RFC 4180, a line each ending with LF.</summary>
public static class CsvWriter
{
    /// <summary>Writes one record.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="fields">Its fields; quoted where they need it.</param>
    public static void Write(TextWriter text, params ReadOnlySpan<string> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0)
                text.Write(',');
            text.Write(Quoted(fields[i]));
        }

        text.Write('\n');
    }

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}

using System.Globalization;

namespace Workflow.Definitions.Due;

/// <summary>Writes records of RFC 4180, a line each ending with LF. No field is a formula: what begins as one has an apostrophe before it.</summary>
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
            text.Write(Quoted(Plain(fields[i])));
        }

        text.Write('\n');
    }

    // What a spreadsheet would work out as a formula is shown as the text that it is; a number stays one.
    private static string Plain(string field) =>
        field is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]
        && !decimal.TryParse(field, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? $"'{field}"
            : field;

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}

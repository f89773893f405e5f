using Workflow.Engine.Messages;

namespace Workflow.Definitions.Due;

/// <summary>What is wrong with the form of a record. A place is the line of the file and the character in it, each from 1.</summary>
public static class CsvFaults
{
    /// <summary>The record has another number of fields than the header.</summary>
    public static Message Width(int expected, int found) => new("csv.width", ("expected", expected), ("found", found));

    internal static Message TooManyFields(int most, int line, int at) =>
        new("csv.too_many_fields", ("most", most), ("line", line), ("at", at));

    internal static Message FieldTooLong(int most, int line, int at) =>
        new("csv.field_too_long", ("most", most), ("line", line), ("at", at));

    internal static Message QuoteInside(int line, int at) => new("csv.quote_inside", ("line", line), ("at", at));

    internal static Message QuoteLeftOpen(int line, int at) => new("csv.quote_left_open", ("line", line), ("at", at));

    internal static Message TextAfterQuote(int line, int at) => new("csv.text_after_quote", ("line", line), ("at", at));
}

using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>What is wrong with a value: messages that follow the name of the field.</summary>
internal static class FieldFaults
{
    /// <summary>More characters than the field takes.</summary>
    internal static Message TooLong(decimal most, int found) => new("field.too_long", ("most", Number(most)), ("found", found));

    /// <summary>A day that should lie ahead is past.</summary>
    internal static Message Past(DateOnly first, DateOnly found) => new("field.past", ("first", first), ("found", found));

    /// <summary>A text that breaks its line, hides, or turns the direction of what follows.</summary>
    internal static Message NotALine() => new("field.not_a_line");

    /// <summary>A text that holds control characters, or turns the direction of what follows.</summary>
    internal static Message NotPlain() => new("field.not_plain");

    /// <summary>A number that begins with a sign which programs take for a formula or a path.</summary>
    internal static Message Beginning(string found) => new("field.beginning", ("found", found));

    /// <summary>Fewer characters than the field wants.</summary>
    internal static Message TooShort(decimal least, int found) => new("field.too_short", ("least", Number(least)), ("found", found));

    /// <summary>A number below the least.</summary>
    /// <param name="least">The least, included.</param>
    /// <param name="found">The number.</param>
    /// <param name="unit">The unit; null for none.</param>
    internal static Message TooSmall(decimal least, decimal found, string? unit) =>
        new("field.too_small", ("least", Number(least)), ("found", Number(found)), ("unit", unit ?? ""));

    /// <summary>A number above the greatest.</summary>
    /// <param name="most">The greatest, included.</param>
    /// <param name="found">The number.</param>
    /// <param name="unit">The unit; null for none.</param>
    internal static Message TooLarge(decimal most, decimal found, string? unit) =>
        new("field.too_large", ("most", Number(most)), ("found", Number(found)), ("unit", unit ?? ""));

    /// <summary>A day that no calendar reckons.</summary>
    internal static Message DayOutOfBounds(DateOnly first, DateOnly last, DateOnly found) =>
        new("field.day_out_of_bounds", ("first", first), ("last", last), ("found", found));

    /// <summary>None of the options.</summary>
    internal static Message NoOption(string found, IEnumerable<string> options) =>
        new("field.no_option", ("found", found), ("options", MessageValue.List(options)));

    /// <summary>No office of the process.</summary>
    internal static Message NoOffice(string found, IEnumerable<NameValue> offices) =>
        new("field.no_office", ("found", found), ("offices", MessageValue.List(offices)));

    /// <summary>More rows than the table takes.</summary>
    internal static Message TooManyRows(decimal most, int found) => new("field.too_many_rows", ("most", Number(most)), ("found", found));

    /// <summary>Fewer rows than the table wants.</summary>
    internal static Message TooFewRows(decimal least, int found) => new("field.too_few_rows", ("least", Number(least)), ("found", found));

    /// <summary>A row with a fault of its own.</summary>
    /// <param name="row">Its place, from 1.</param>
    /// <param name="wrong">The fault: one of the three below.</param>
    internal static Message Row(int row, Message wrong) => new("field.row", ("row", row), ("wrong", wrong));

    /// <summary>In a row: the table has no such column.</summary>
    internal static Message NoColumn(string column) => new("field.no_column", ("column", column));

    /// <summary>In a row: a required column is empty.</summary>
    internal static Message ColumnMissing(NameValue column) => new("field.column_missing", ("column", column));

    /// <summary>In a row: a value does not fit its column.</summary>
    internal static Message Column(NameValue column, Message wrong) => new("field.column", ("column", column), ("wrong", wrong));

    /// <summary>A code whose characters or check characters are wrong.</summary>
    /// <param name="wrong">What is wrong with it; null for nothing.</param>
    internal static Message? Code(Message? wrong) => wrong is null ? null : new("field.code", ("wrong", wrong));

    /// <summary>A value of another kind; both are kinds of this class.</summary>
    internal static Message Kind(Message expected, Message found) => new("field.kind", ("expected", expected), ("found", found));

    /// <summary>A kind: text.</summary>
    internal static Message Text() => new("field.text");

    /// <summary>A kind: a number.</summary>
    internal static Message ANumber() => new("field.number");

    /// <summary>A kind: a day.</summary>
    internal static Message Day() => new("field.day");

    /// <summary>A kind: yes or no.</summary>
    internal static Message YesNo() => new("field.yes_no");

    /// <summary>A kind: a table.</summary>
    internal static Message Table() => new("field.table");

    /// <summary>A kind: sealed, although nothing personal.</summary>
    internal static Message Sealed() => new("field.sealed");

    private static CountValue Number(decimal number) => new(number);
}

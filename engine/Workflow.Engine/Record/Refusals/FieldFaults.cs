using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Engine.Record.Refusals;

/// <summary>What is wrong with a value: messages that follow the name of the field.</summary>
internal static class FieldFaults
{
    /// <summary>It names several files where one is asked for.</summary>
    internal static Message OneFile(int found) => new("field.one_file", ("found", found));

    /// <summary>No file of the case has the name.</summary>
    internal static Message NoFile(string name) => new("field.no_file", ("name", name));

    /// <summary>Several files of the case have the name.</summary>
    internal static Message FilesAlike(string name) => new("field.files_alike", ("name", name));

    /// <summary>The file is of another kind.</summary>
    internal static Message FileKind(string name, IEnumerable<string> kinds) =>
        new("field.file_kind", ("name", name), ("kinds", MessageValue.List(kinds)));

    /// <summary>The file is too large.</summary>
    internal static Message FileSize(string name, int most) => new("field.file_size", ("name", name), ("most", most));

    /// <summary>More characters than the field takes.</summary>
    internal static Message TooLong(decimal most, int found) => new("field.too_long", ("most", Number(most)), ("found", found));

    /// <summary>A day that should lie ahead is past.</summary>
    internal static Message Past(DateOnly first, DateOnly found) => new("field.past", ("first", first), ("found", found));

    /// <summary>A day before the first that is allowed.</summary>
    /// <param name="first">The first day, itself allowed.</param>
    /// <param name="why">Why it is this day: one of the phrases below.</param>
    /// <param name="found">The day.</param>
    internal static Message TooEarly(DateOnly first, Message why, DateOnly found) =>
        new("field.too_early", ("first", first), ("why", why), ("found", found));

    /// <summary>A day after the last that is allowed.</summary>
    /// <param name="last">The last day, itself allowed.</param>
    /// <param name="why">Why it is this day: one of the phrases below.</param>
    /// <param name="found">The day.</param>
    internal static Message TooLate(DateOnly last, Message why, DateOnly found) =>
        new("field.too_late", ("last", last), ("why", why), ("found", found));

    /// <summary>A day whose bound counts from what has not happened yet.</summary>
    internal static Message NoDayYet(NameValue moment) => new("field.no_day_yet", ("moment", moment));

    /// <summary>A day so long after another.</summary>
    internal static Message After(Period period, Message day) => new("field.bound.after", ("period", period), ("day", day));

    /// <summary>A day so long before another.</summary>
    internal static Message Before(Period period, Message day) => new("field.bound.before", ("period", period), ("day", day));

    /// <summary>The day of a moment.</summary>
    internal static Message OfMoment(NameValue moment, DateOnly day) => new("field.bound.moment", ("moment", moment), ("day", day));

    /// <summary>The day in a field.</summary>
    internal static Message OfField(NameValue field, DateOnly day) => new("field.bound.field", ("field", field), ("day", day));

    /// <summary>The day of the act itself.</summary>
    internal static Message OfTheAct(DateOnly day) => new("field.bound.act", ("day", day));

    /// <summary>A day that the definition writes out.</summary>
    internal static Message OfItself(DateOnly day) => new("field.bound.day", ("day", day));

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

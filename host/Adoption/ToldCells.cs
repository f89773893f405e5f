using System.Collections.Immutable;
using System.Globalization;
using Workflow.Definitions.Due;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;

namespace Workflow.Host.Adoption;

/// <summary>The cells of one row by what their columns tell, each read into values; whatever is wrong is noted with its place.</summary>
internal sealed class ToldCells(CsvRow row, ImmutableArray<ToldColumn> columns, ImmutableArray<ToldProblem>.Builder problems)
{
    internal const string Absent = "-";

    private const char Between = ';';

    /// <summary>Whether the register knows an id; null where nobody can say.</summary>
    internal Func<string, bool>? Knows { get; init; }

    internal string? Text(Tells tells, string name = "") => Column(tells, name) is { } column ? Cell(column) : null;

    /// <summary>The texts of a cell between semicolons; empty for an empty cell.</summary>
    internal ImmutableArray<string> Texts(Tells tells, string name = "") =>
        Text(tells, name) is { } text ? [.. text.Split(Between).Select(t => t.Trim())] : [];

    internal IEnumerable<ToldColumn> Of(Tells tells) => columns.Where(c => c.Tells == tells && Cell(c) is not null);

    internal IEnumerable<ToldColumn> All(Tells tells) => columns.Where(c => c.Tells == tells);

    internal string? Cell(ToldColumn column) =>
        column.Place <= row.Fields.Length && row.Fields[column.Place - 1].Trim() is { Length: > 0 } text ? text : null;

    internal ToldColumn? Column(Tells tells, string name = "") => columns.FirstOrDefault(c => c.Tells == tells && c.Name == name);

    /// <summary>Every column with its cell, empty ones left out.</summary>
    internal ImmutableArray<(ToldColumn Column, string Text)> Told() =>
        [.. columns.Select(c => (c, Text: Cell(c)!)).Where(c => c.Text is not null)];

    internal DateOnly? Day(ToldColumn? column, string? text)
    {
        if (column is null || text is null)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Blame(column, "adopt.day", $"Expected a day like 2026-03-02, but found '{Shown(text)}'.");
        return null;
    }

    internal FieldValue? Value(ToldColumn column, string text) =>
        column.Field!.Type switch
        {
            FieldType.Number
                when decimal.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var number
                ) => new NumberValue(number),
            FieldType.Number => Wrong(column, $"Expected a number, but found '{Shown(text)}'."),
            FieldType.Date => Day(column, text) is { } day ? new DateValue(day) : null,
            FieldType.YesNo when text is "yes" or "是" => new TruthValue(true),
            FieldType.YesNo when text is "no" or "否" => new TruthValue(false),
            FieldType.YesNo => Wrong(column, $"Expected yes or no, but found '{Shown(text)}'."),
            FieldType.Rows => new ToldTable(column.Field, sentence => Blame(column, "adopt.value", sentence)).Read(text),
            _ => new TextValue(text),
        };

    /// <summary>Reads pauses like <c>听证 2014-05-08..2014-05-20 听证通知书3号</c>; one that is still open has no second day.</summary>
    internal IEnumerable<ToldPause> Pauses(ToldColumn column)
    {
        foreach (var text in Cell(column)!.Split(Between).Select(t => t.Trim()))
        {
            var words = text.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 3 || words[1].Split("..") is not [var from, var to])
            {
                Blame(
                    column,
                    "adopt.pause",
                    $"Expected pauses like '听证 2014-05-08..2014-05-20 听证通知书3号', but found '{Shown(text)}'.",
                    "leave the second day out while it is open"
                );
                continue;
            }

            if (Day(column, from) is { } begins && (to.Length == 0 || Day(column, to) is not null))
                yield return new ToldPause(column.Name, words[0], words[2], begins, to.Length == 0 ? null : Day(column, to));
        }
    }

    /// <summary>Reads promises like <c>容缺承诺书3号 on 2026-03-02 kept 2026-03-05</c>; one that is still awaited has no second day.</summary>
    internal IEnumerable<ToldPromise> Promises(ToldColumn column)
    {
        foreach (var text in Cell(column)!.Split(Between).Select(t => t.Trim()))
        {
            var (head, kept) = Cut(text, " kept ");
            var (document, on) = Cut(head, " on ");
            if (on is null)
                Blame(
                    column,
                    "adopt.promise",
                    $"Expected promises like '容缺承诺书3号 on 2026-03-02 kept 2026-03-05', but found '{Shown(text)}'.",
                    "leave 'kept' and its day out while it is awaited"
                );
            else if (Day(column, on) is { } day && (kept is null || Day(column, kept) is not null))
                yield return new ToldPromise(column.Name, document, day, kept is null ? null : Day(column, kept));
        }
    }

    /// <summary>Reads extensions like <c>15 working days on 2014-06-03 by 张伟 for 案情复杂</c>.</summary>
    internal IEnumerable<ToldExtension> Extensions(ToldColumn column, string approver, string reasons)
    {
        foreach (var text in Cell(column)!.Split(Between).Select(t => t.Trim()))
        {
            var (head, why) = Cut(text, " for ");
            var (length, who) = Cut(head, " by ");
            var (by, on) = Cut(length, " on ");
            if (on is null || !PeriodText.TryParse(by, out var period, out _))
                Blame(
                    column,
                    "adopt.extension",
                    $"Expected extensions like '15 working days on 2014-06-03 by 张伟 for 案情复杂', but found '{Shown(text)}'."
                );
            else if (Day(column, on) is { } day)
                yield return new ToldExtension(column.Name, period, day, who ?? approver, why ?? reasons);
        }
    }

    /// <summary>Reads the ids of one person or several, between blanks.</summary>
    internal ImmutableArray<string> People(ToldColumn? column, string? text) =>
        column is null || text is null ? [] : [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => Person(column, id))];

    internal string Person(ToldColumn column, string id)
    {
        if (Knows?.Invoke(id) == false)
            Blame(
                column,
                "person.unknown",
                $"Expected somebody of the register, but it does not know '{Shown(id)}'.",
                "name them by their id here, or nobody"
            );
        return id;
    }

    /// <summary>Reads answers like <c>planning.officer=pass on 2020-05-14 person li-lei</c>; <c>-</c> abstains, and who answered may be left out.</summary>
    internal IEnumerable<ToldAct> Answers(ToldColumn column)
    {
        foreach (var text in Cell(column)!.Split(Between).Select(t => t.Trim()))
        {
            var (said, who) = Cut(text, " person ");
            var (answer, on) = Cut(said, " on ");
            if (on is null || answer.Split('=') is not [var participant, var choice])
                Blame(
                    column,
                    "adopt.answers",
                    $"Expected answers like 'planning.officer=pass on 2020-05-14', but found '{Shown(text)}'.",
                    "- abstains"
                );
            else if (Day(column, on) is { } day)
                yield return new ToldAct
                {
                    Step = column.Name,
                    Participant = participant.Trim(),
                    Outcome = choice.Trim() == Absent ? null : choice.Trim(),
                    On = day,
                    Persons = People(column, who),
                };
        }
    }

    internal void Blame(ToldColumn column, string code, string sentence, string? wayOut = null)
    {
        var problem = new ToldProblem(row.Line, column.Place, code, sentence, wayOut);
        if (!problems.Contains(problem))
            problems.Add(problem);
    }

    private FieldValue? Wrong(ToldColumn column, string sentence)
    {
        Blame(column, "adopt.value", sentence);
        return null;
    }

    private static (string Before, string? After) Cut(string text, string word) =>
        text.LastIndexOf(word, StringComparison.Ordinal) is >= 0 and var at
            ? (text[..at].Trim(), text[(at + word.Length)..].Trim())
            : (text, null);

    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";
}

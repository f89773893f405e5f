using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;

namespace Workflow.Host.Adoption.Tables;

/// <summary>Reads what cells tell in a few words each, several between semicolons; a phrase that is wrong is noted and left out.</summary>
internal sealed class ToldPhrases(ToldCells cells)
{
    /// <summary>Reads pauses like <c>听证 2014-05-08..2014-05-20 听证通知书3号</c>; one that is still open has no second day.</summary>
    internal IEnumerable<ToldPause> Pauses(ToldColumn column) => Each(column, Pause);

    /// <summary>Reads promises like <c>容缺承诺书3号 on 2026-03-02 kept 2026-03-05</c>; one that is still awaited has no second day.</summary>
    internal IEnumerable<ToldPromise> Promises(ToldColumn column) => Each(column, Promise);

    /// <summary>Reads extensions like <c>15 working days on 2014-06-03 by 张伟 for 案情复杂</c>.</summary>
    /// <param name="column">The column.</param>
    /// <param name="approver">Who approved where it is not told.</param>
    /// <param name="reasons">Why, where it is not told.</param>
    internal IEnumerable<ToldExtension> Extensions(ToldColumn column, string approver, string reasons) =>
        Each(column, (_, text) => Extension(column, text, approver, reasons));

    /// <summary>Reads answers like <c>planning.officer=pass on 2020-05-14 person li-lei</c>; <c>-</c> abstains, and who answered may be left out.</summary>
    internal IEnumerable<ToldAct> Answers(ToldColumn column) => Each(column, Answer);

    private IEnumerable<T> Each<T>(ToldColumn column, Func<ToldColumn, string, T?> read) =>
        cells.Parts(column).Select(text => read(column, text)).OfType<T>();

    private ToldPause? Pause(ToldColumn column, string text)
    {
        if (
            text.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries) is not [var ground, var days, var document]
            || days.Split("..") is not [var from, var to]
        )
        {
            cells.Blame(column, CellFaults.Pause(text));
            return null;
        }

        return cells.Day(column, from) is { } begins && Until(column, to.Length == 0 ? null : to, out var ends)
            ? new ToldPause(column.Name, ground, document, begins, ends)
            : null;
    }

    private ToldPromise? Promise(ToldColumn column, string text)
    {
        var (head, kept) = Cut(text, " kept ");
        var (document, on) = Cut(head, " on ");
        if (on is null)
            cells.Blame(column, CellFaults.Promise(text));
        return cells.Day(column, on) is { } day && Until(column, kept, out var keptOn)
            ? new ToldPromise(column.Name, document, day, keptOn)
            : null;
    }

    private ToldExtension? Extension(ToldColumn column, string text, string approver, string reasons)
    {
        var (head, why) = Cut(text, " for ");
        var (length, who) = Cut(head, " by ");
        var (by, on) = Cut(length, " on ");
        if (on is not null && PeriodText.TryParse(by, out var period, out _))
            return cells.Day(column, on) is { } day ? new ToldExtension(column.Name, period, day, who ?? approver, why ?? reasons) : null;
        cells.Blame(column, CellFaults.Extension(text));
        return null;
    }

    private ToldAct? Answer(ToldColumn column, string text)
    {
        var (said, who) = Cut(text, " person ");
        var (answer, on) = Cut(said, " on ");
        if (on is not null && answer.Split('=') is [var participant, var choice])
            return cells.Day(column, on) is { } day ? Answer(column, day, participant.Trim(), choice.Trim(), who) : null;
        cells.Blame(column, CellFaults.Answer(text));
        return null;
    }

    private ToldAct Answer(ToldColumn column, DateOnly day, string participant, string choice, string? who) =>
        new()
        {
            Step = column.Name,
            Participant = participant,
            Outcome = choice == ToldCells.Absent ? null : choice,
            On = day,
            Persons = cells.Persons(column, who),
        };

    // A second day may be left out; one that is told must be a day.
    private bool Until(ToldColumn column, string? text, out DateOnly? day)
    {
        day = cells.Day(column, text);
        return text is null || day is not null;
    }

    private static (string Before, string? After) Cut(string text, string word) =>
        text.LastIndexOf(word, StringComparison.Ordinal) is >= 0 and var at
            ? (text[..at].Trim(), text[(at + word.Length)..].Trim())
            : (text, null);
}

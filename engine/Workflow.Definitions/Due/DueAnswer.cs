using Workflow.Definitions.Wording;
using Workflow.Engine.Calendars;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Due;

/// <summary>Writes answers as rows, and the days of each where somebody wants to see them.</summary>
/// <param name="answers">Receives the rows.</param>
/// <param name="calendar">The calendar that was reckoned with.</param>
/// <param name="language">The language of notes and days; what a row holds besides is the same in all.</param>
/// <param name="explanation">Receives the days; null for none.</param>
internal sealed class DueAnswer(TextWriter answers, WorkCalendar calendar, Language language, TextWriter? explanation)
{
    internal void Begin() => CsvWriter.Write(answers, "id", "due", "status", "note");

    internal void Refuse(int line, string id, Message fault) =>
        CsvWriter.Write(answers, id, "", "error", Say(DueFaults.OnLine(line, fault)));

    internal void Give(string id, Reckoning reckoning, DueDate due)
    {
        var (day, note) = (Due(reckoning, due), Note(reckoning, due));
        CsvWriter.Write(answers, id, day, due.Provisional ? "provisional" : "final", note is null ? "" : Say(note));
        if (explanation is not null)
            Explain(explanation, id, reckoning, due);
    }

    private string Due(Reckoning reckoning, DueDate due) =>
        reckoning.Period.Unit == PeriodUnit.Hours ? $"{calendar.Local(due.At):yyyy-MM-dd'T'HH:mm:sszzz}" : $"{due.On:O}";

    private Message? Note(Reckoning reckoning, DueDate due)
    {
        Message?[] notes =
        [
            due.On == due.RawOn ? null : DueNotes.Moved(due.RawOn),
            reckoning.Roll == RollRule.Tax ? DueNotes.TaxList() : null,
            due.Provisional ? DueNotes.Published(calendar) : null,
        ];
        return notes.OfType<Message>().Aggregate((Message?)null, (sum, next) => sum is null ? next : DueNotes.Both(sum, next));
    }

    private void Explain(TextWriter text, string id, Reckoning reckoning, DueDate due)
    {
        text.Write($"{Say(DueNotes.Explained(id, reckoning, Due(reckoning, due)))}\n");
        foreach (var line in DueDates.Explain(reckoning, calendar, due.On))
            text.Write($"  {line.Date:O} {Say(DueNotes.Weekday(line.Date))}  {Words(line)}\n");
        text.Write('\n');
    }

    // What is true of a day, one thing after the other; a calendar names its holidays in its own language.
    private string Words(DayLine line)
    {
        string?[] words =
        [
            Say(DueNotes.Day(line)),
            line.Calendar.Name,
            line.Grounds.IsEmpty ? null : Say(DueNotes.Pauses(line.Grounds)),
            line.Calendar.IsAssumed ? Say(DueNotes.Unpublished()) : null,
        ];
        return string.Join(' ', words.Where(w => w is not null));
    }

    private string Say(Message message) => MessageTable.Shipped.Say(message, language).ToString();
}

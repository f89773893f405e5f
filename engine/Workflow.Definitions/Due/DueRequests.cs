using Workflow.Definitions.Wording;
using Workflow.Engine.Calendars;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Due;

/// <summary>Answers files of requests for due dates, row by row, in memory that does not grow with the file.</summary>
public static class DueRequests
{
    /// <summary>Answers every request in order; a bad row never stops the rest.</summary>
    /// <param name="requests">CSV with the header <c>id,from,limit,pauses,roll</c>.</param>
    /// <param name="answers">Receives CSV with the header <c>id,due,status,note</c>; the status is final, provisional or error.</param>
    /// <param name="calendar">The authority's calendar.</param>
    /// <param name="language">The language of notes and explanation.</param>
    /// <param name="explanation">Receives the days of each answer one by one in readable form, or null.</param>
    /// <returns>How many rows could not be answered; 1 when the header is wrong, and then no other row is read.</returns>
    public static int Answer(
        TextReader requests,
        TextWriter answers,
        WorkCalendar calendar,
        Language language,
        TextWriter? explanation = null
    )
    {
        var rows = new CsvReader(requests);
        var answer = new DueAnswer(answers, calendar, language, explanation);
        answer.Begin();
        if (HeaderFault(rows.Read()) is { } fault)
        {
            answer.Refuse(1, "", fault);
            return 1;
        }

        var errors = 0;
        while (rows.Read() is { } row)
            if (!Answer(row, calendar, answer))
                errors++;
        return errors;
    }

    private static Message? HeaderFault(CsvRow? header) =>
        header is null ? DueFaults.Empty(Header)
        : header.Fault is { } fault ? fault
        : header.Fields.Select(f => f.Trim()).SequenceEqual(DueRequest.Header) ? null
        : DueFaults.Header(Header, string.Join(',', header.Fields));

    private static string Header => string.Join(',', DueRequest.Header);

    private static bool Answer(CsvRow row, WorkCalendar calendar, DueAnswer answer)
    {
        var (id, (reckoning, fault)) = (row.Fields[0], DueRequest.Parse(row, calendar));
        if (reckoning is null)
            answer.Refuse(row.Line, id, fault!);
        else if (Reckon(reckoning, calendar) is { } due)
            answer.Give(id, reckoning, due);
        else
            answer.Refuse(row.Line, id, fault = DueFaults.OutOfYears());
        return fault is null;
    }

    // Null where the day lies outside the years that a calendar reckons with.
    private static DueDate? Reckon(Reckoning reckoning, WorkCalendar calendar)
    {
        try
        {
            return DueDates.Reckon(reckoning, calendar);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}

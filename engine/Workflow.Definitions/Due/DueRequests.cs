using Workflow.Engine.Calendars;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Due;

/// <summary>Answers files of requests for due dates, row by row, in memory that does not grow with the file.</summary>
public static class DueRequests
{
    /// <summary>Answers every request in order; a bad row never stops the rest.</summary>
    /// <param name="requests">CSV with the header <c>id,from,limit,pauses,roll</c>.</param>
    /// <param name="answers">Receives CSV with the header <c>id,due,status,note</c>; the status is final, provisional or error.</param>
    /// <param name="calendar">The authority's calendar.</param>
    /// <param name="explanation">Receives the days of each answer one by one in readable form, or null.</param>
    /// <returns>How many rows could not be answered; 1 when the header is wrong, and then no other row is read.</returns>
    public static int Answer(TextReader requests, TextWriter answers, WorkCalendar calendar, TextWriter? explanation)
    {
        var rows = new CsvReader(requests);
        CsvWriter.Write(answers, "id", "due", "status", "note");
        if (HeaderFault(rows.Read()) is { } fault)
        {
            CsvWriter.Write(answers, "", "", "error", $"line 1: {fault}");
            return 1;
        }

        var errors = 0;
        while (rows.Read() is { } row)
            if (!Answer(row, answers, calendar, explanation))
                errors++;
        return errors;
    }

    private static string? HeaderFault(CsvRow? header)
    {
        var expected = string.Join(',', DueRequest.Header);
        if (header is null)
            return $"Expected the header {expected}, but the file is empty.";
        if (header.Fault is not null)
            return header.Fault;
        return header.Fields.Select(f => f.Trim()).SequenceEqual(DueRequest.Header)
            ? null
            : $"Expected the header {expected}, but found '{string.Join(',', header.Fields)}'.";
    }

    private static bool Answer(CsvRow row, TextWriter answers, WorkCalendar calendar, TextWriter? explanation)
    {
        var id = row.Fields[0];
        var (reckoning, error) = DueRequest.Parse(row, calendar);
        if (reckoning is null || Reckon(reckoning, calendar, out error) is not { } due)
        {
            CsvWriter.Write(answers, id, "", "error", $"line {row.Line}: {error}");
            return false;
        }

        CsvWriter.Write(
            answers,
            id,
            DueAnswer.Due(reckoning, due, calendar),
            due.Provisional ? "provisional" : "final",
            DueAnswer.Note(due, calendar)
        );
        if (explanation is not null)
            DueAnswer.Explain(explanation, id, reckoning, due, calendar);
        return true;
    }

    private static DueDate? Reckon(Reckoning reckoning, WorkCalendar calendar, out string? error)
    {
        error = null;
        try
        {
            return DueDates.Reckon(reckoning, calendar);
        }
        catch (ArgumentOutOfRangeException)
        {
            error = "Expected a due date from 1900 to 9990, but it lies outside.";
            return null;
        }
    }
}

using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Calendars;
using Workflow.Engine.Evidence;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;
using Workflow.Host.Wording;

namespace Workflow.Host.Replaying;

/// <summary>What became of every day of a clock, or of every stretch of one that counts hours, and who held it.</summary>
/// <param name="recorded">The case.</param>
/// <param name="why">The clock explained.</param>
/// <param name="lines">Where it is written.</param>
internal sealed class WhyDays(RecordedCase recorded, ClockExplanation why, Lines lines)
{
    private const int NumberWidth = 4;
    private const int TreatmentWidth = 32;

    private ClockState Clock => why.Clock;

    private Words Words => lines.Words;

    internal void Write()
    {
        if (!why.Spans.IsEmpty)
            Write("why.spans", why.Spans.Select(Line));
        else if (!why.Days.IsEmpty)
            Write("why.days", why.Days.Select(Line));
    }

    private void Write(string title, IEnumerable<string> each)
    {
        lines.Blank().Say(0, title);
        foreach (var line in each)
            lines.Add(1, line);
    }

    /// <summary>The papers by which something happened.</summary>
    internal static string Papers(ImmutableArray<Paper> papers, Words words) =>
        papers.IsEmpty ? "" : words.Say("why.papers", words.List(papers.Select(p => Named(p, words))));

    private static string Named(Paper paper, Words words)
    {
        var title = words.Title(paper.Title);
        return paper.Number is null ? title : words.Say("why.paper", title, paper.Number);
    }

    private string Line(ExplainedDay day)
    {
        var date = day.Day.Date;
        var (number, treatment) = (Lines.Right(Number(day), NumberWidth), Lines.Cell(Treatment(day), TreatmentWidth));
        return $"{Lines.Day(date)} {Words.Weekday(date)}  {number}  {treatment}  {Held(day)}";
    }

    private static string Number(ExplainedDay day) =>
        day.Overdue > 0 ? $"+{day.Overdue}"
        : day.Day.Treatment == DayTreatment.Counted ? $"{day.Day.Counted}"
        : "";

    private string Treatment(ExplainedDay day) => day.Overdue > 0 ? Words["why.day.overdue"] : Treatment(day.Day);

    private string Treatment(DayLine line) =>
        line.Treatment switch
        {
            DayTreatment.Counted => Words.Say(IsLast(line) ? "why.day.last" : "why.day.counted", Surprise(line)),
            DayTreatment.Excluded => Excluded(line),
            DayTreatment.Rolled when line.Date == Clock.DueOn => Words["why.day.rolled-to"],
            DayTreatment.Holiday => Words.Say("why.day.holiday", line.Calendar.Name),
            DayTreatment.Start or DayTreatment.Weekend or DayTreatment.AfterPeriod or DayTreatment.Rolled => Words[
                $"why.day.{line.Treatment}"
            ],
            _ => throw new UnreachableException($"No words for {line.Treatment}."),
        };

    private bool IsLast(DayLine line) => line.Date == Clock.DueOn && !Clock.IsPaused;

    private string Excluded(DayLine line) => Words.Say("why.day.excluded", Grounds(line.Grounds.Distinct()), Papers(Notices(line), Words));

    private string Grounds(IEnumerable<string> grounds) =>
        Words.List(grounds.Select(g => Words.Title(recorded.Process.Definition.GroundName(g))));

    // Only where it is surprising: a Saturday that counts, or a day that no notice covers yet.
    private string Surprise(DayLine line)
    {
        if (Clock.Total?.Unit != PeriodUnit.WorkingDays)
            return "";
        if (line.Calendar.Kind == DayKind.MakeUpWorkday)
            return Words["why.day.make-up"];
        return line.Calendar.IsAssumed ? Words["why.day.unpublished"] : "";
    }

    private ImmutableArray<Paper> Notices(DayLine line) =>
        [.. why.Pauses.Where(p => Covers(p.Pause, line.Date)).SelectMany(p => p.Papers).Distinct()];

    private static bool Covers(Pause pause, DateOnly day) => day > pause.From && (pause.To is not { } to || day <= to);

    private string Held(ExplainedDay day) =>
        day.Day.Date <= why.KnownThrough ? Held(day.Held, day.Meanwhile)
        : day.Day.Treatment != DayTreatment.Counted ? ""
        : Words[Clock.IsOpen ? "why.day.to-come" : "why.day.unused"];

    // Who acted while another's limit ran held the time.
    private string Held(ImmutableArray<Holder> held, ImmutableArray<Holder> meanwhile) =>
        Words.Clauses((meanwhile.IsEmpty ? held : meanwhile).Where(h => h.Kind != HolderKind.Procedure).Select(Name));

    private string Name(Holder holder) =>
        holder.Kind == HolderKind.Nobody ? Words["why.nobody"] : recorded.Names(Words.Language).Holder(holder);

    private string Line(HourSpan span)
    {
        var treatment = Lines.Cell(Words.Say(Treatment(span), span.Hours, Grounds(span.Grounds)), TreatmentWidth);
        return $"{Moment(span.From)} – {Moment(span.To)}  {treatment}  {Held(span.Held, span.Meanwhile)}";
    }

    private static string Treatment(HourSpan span) =>
        span.IsOverdue ? "why.span.overdue"
        : span.IsCounted ? "why.span.counted"
        : "why.span.excluded";

    private string Moment(DateTimeOffset at) => Lines.Moment(recorded.LastCalendar.Local(at));
}

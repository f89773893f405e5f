using System.Collections.Immutable;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Engine.Calendars;
using Workflow.Engine.Evidence;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;
using Workflow.Host.Answers;
using Words = Workflow.Host.Wording.Words;

namespace Workflow.Host.Replaying;

/// <summary>Prints why a clock ends when it ends, for people who are not programmers.</summary>
public sealed class WhyText
{
    private const int DigestShown = 12;

    private readonly RecordedCase _case;
    private readonly ClockExplanation _why;
    private readonly CaseWords _names;
    private readonly Lines _lines;

    private WhyText(RecordedCase recorded, ClockExplanation why, Words words) =>
        (_case, _why, _names, _lines) = (recorded, why, recorded.Words, new Lines(words));

    private ClockState Clock => _why.Clock;

    private Words Words => _lines.Words;

    public static string Write(RecordedCase recorded, ClockExplanation why, Words words)
    {
        var text = new WhyText(recorded, why, words);
        text.Head();
        text.Rule();
        text.Facts();
        text.Days();
        text.Spans();
        text.Apportioned();
        return text._lines.ToString();
    }

    private void Head()
    {
        var last = _case.Entries[^1];
        _lines.Say(0, "why.case", _case.State.Number, Words.Title(_case.Process.Definition.Title), string.Join("、", _case.State.Parties.Select(p => p.Name)));
        _lines.Say(0, "why.clock", _why.Title, Clock.Id, Lines.Day(_why.KnownThrough), last.Number, Lines.Moment(Local(last.Stamp.RecordedAt)));
        _lines.Blank().Say(0, $"why.end.{End()}", Lines.Day(Clock.DueOn), Clock.Left, Words.Unit(Clock.Total?.Unit), Lines.Moment(Local(Clock.DueAt)), Lines.Day(Clock.EndedOn));
    }

    private string End() => Clock switch
    {
        { IsPaused: true } => "paused",
        { Status: ClockStatus.Stopped } when Clock.EndedOn > Clock.DueOn && !Past.IsEmpty => "late",
        { Status: ClockStatus.Stopped } => "stopped",
        { Status: ClockStatus.Elapsed } => "elapsed",
        _ when !Past.IsEmpty => "overdue",
        { Total.Unit: PeriodUnit.Hours } => "hours",
        { Provisional: true } => "provisional",
        _ => "running",
    };

    private ImmutableArray<ExplainedDay> Past => [.. _why.Days.Where(d => d.Overdue > 0)];

    private void Rule()
    {
        _lines.Say(1, "why.basis", _why.Basis == "internal" ? Words["why.internal"] : _why.Basis);
        foreach (var article in _why.Articles) _lines.Say(1, "why.article", Words.Title(new LocalizedText(article.Zh, article.En)), Words[$"why.article.{article.Status}"]);
        var start = _why.StartedBy.IsEmpty ? "" : Words.Say("why.started-by", string.Join("、", _why.StartedBy.Select(CaseWords.Moment)));
        if (Clock.Total is { } total) _lines.Say(1, $"why.period.{Clock.Kind}", Words.Period(total), total.Unit == PeriodUnit.Hours ? Lines.Moment(Local(Clock.StartAt)) : Lines.Day(Clock.StartDay), start);
        else _lines.Say(1, "why.period.At", Lines.Day(Clock.StartDay));
        if (Clock.Roll != RollRule.None) _lines.Say(1, $"why.roll.{Clock.Roll}");
        if (Clock.ClampedBy is { } nearer) _lines.Say(1, "why.clamped", _names.Clock(nearer));
        if (_why.Promise is { } promise) _lines.Say(1, "why.promise", Words.Period(promise), Lines.Day(Clock.PromiseOn), _why.KnownThrough > Clock.PromiseOn ? Words["why.promise-past"] : Words["why.promise-kept"]);
        foreach (var edition in _why.Editions) _lines.Say(1, "why.edition", edition.Year, edition.Notice ?? Words["why.no-notice"], edition.Number, Lines.Day(edition.Published));
        foreach (var layer in _why.Overlays) _lines.Say(1, "why.overlay", layer.Title);
        _lines.Say(1, "why.digest", Clock.Calendar[..DigestShown]);
    }

    private void Facts()
    {
        foreach (var x in _why.Extensions)
            _lines.Say(1, "why.extended", Words.Period(x.Extension.By), Lines.Day(x.Extension.GrantedOn), _names.Name(x.Extension.Approver), x.Extension.Reasons, Papers(x.Papers), x.Entry);
        foreach (var p in _why.Pauses)
            _lines.Say(1, p.Pause.IsOpen ? "why.paused-open" : "why.paused", p.Pause.Ground, Lines.Day(p.Pause.From), Lines.Day(p.Pause.To), Papers(p.Papers));
        _lines.Blank().Say(0, "why.changes");
        foreach (var c in _why.Changes)
            _lines.Add(1, Words.Say("why.change", Lines.Day(c.EffectiveOn), Lines.Moment(Local(c.RecordedAt)), c.Entry, _names.Name(c.Actor), Words[$"why.cause.{c.Cause}"], Moved(c), Papers(c.Papers)));
    }

    private string Moved(ClockChange c) =>
        c is { DueOn: null, Cause: "pause" } ? Words["why.no-date"]
        : c.DueOn is not { } due ? ""
        : c.Was is { } was && was != due ? Words.Say("why.moved", Lines.Day(was), Lines.Day(due))
        : Words.Say("why.until", Lines.Day(due));

    private string Papers(ImmutableArray<Paper> papers) =>
        papers.IsEmpty ? "" : Words.Say("why.papers", string.Join("、", papers.Select(p => p.Number is null ? p.Title : $"《{p.Title}》{p.Number}")));

    private void Days()
    {
        if (_why.Days.IsEmpty || !_why.Spans.IsEmpty) return;
        _lines.Blank().Say(0, "why.days");
        foreach (var day in _why.Days) _lines.Add(1, $"{Lines.Day(day.Day.Date)} {Words.Weekday(day.Day.Date)}  {Lines.Right(Number(day), 4)}  {Lines.Cell(Treatment(day), 32)}  {Held(day)}");
    }

    private string Number(ExplainedDay day) =>
        day.Overdue > 0 ? $"+{day.Overdue}" : day.Day.Treatment == DayTreatment.Counted ? $"{day.Day.Counted}" : "";

    private string Treatment(ExplainedDay day) => (day, day.Day) switch
    {
        ({ Overdue: > 0 }, _) => Words["why.day.overdue"],
        (_, { Treatment: DayTreatment.Counted } line) when line.Date == Clock.DueOn && !Clock.IsPaused => Words.Say("why.day.last", Working(line)),
        (_, { Treatment: DayTreatment.Counted } line) => Words.Say("why.day.counted", Working(line)),
        (_, { Treatment: DayTreatment.Excluded } line) => Words.Say("why.day.excluded", string.Join("、", line.Grounds.Distinct()), Papers(Notices(line))),
        (_, { Treatment: DayTreatment.Rolled } line) when line.Date == Clock.DueOn => Words["why.day.rolled-to"],
        (_, { Treatment: DayTreatment.Holiday } line) => Words.Say("why.day.holiday", line.Calendar.Name),
        (_, var line) => Words[$"why.day.{line.Treatment}"],
    };

    // Only where it is surprising: a Saturday that counts, or a day that no notice covers yet.
    private string Working(DayLine line) => line.Calendar switch
    {
        { Kind: DayKind.MakeUpWorkday } when Clock.Total?.Unit == PeriodUnit.WorkingDays => Words["why.day.make-up"],
        { Published: false } when Clock.Total?.Unit == PeriodUnit.WorkingDays => Words["why.day.unpublished"],
        _ => "",
    };

    private ImmutableArray<Paper> Notices(DayLine line) =>
        [.. _why.Pauses.Where(p => line.Date > p.Pause.From && (p.Pause.To is not { } to || line.Date <= to)).SelectMany(p => p.Papers).Distinct()];

    private string Held(ExplainedDay day) =>
        day.Day.Date <= _why.KnownThrough ? Held(day.Meanwhile.IsEmpty ? day.Held : day.Meanwhile) : day.Day.Treatment != DayTreatment.Counted ? "" : Words[Clock.IsOpen ? "why.day.to-come" : "why.day.unused"];

    private string Held(ImmutableArray<Holder> held) => string.Join("；", held.Where(h => h.Kind != HolderKind.Procedure).Select(h => h.Kind == HolderKind.Nobody ? Words["why.nobody"] : _names.Holder(h)));

    private void Spans()
    {
        if (_why.Spans.IsEmpty) return;
        _lines.Blank().Say(0, "why.spans");
        foreach (var span in _why.Spans)
            _lines.Add(1, $"{Lines.Moment(Local(span.From))} – {Lines.Moment(Local(span.To))}  {Lines.Cell(Words.Say(Kind(span), span.Hours, string.Join("、", span.Grounds)), 32)}  {Held(span.Meanwhile.IsEmpty ? span.Held : span.Meanwhile)}");
    }

    private static string Kind(HourSpan span) => span.IsOverdue ? "why.span.overdue" : span.IsCounted ? "why.span.counted" : "why.span.excluded";

    private void Apportioned()
    {
        if (_why.Apportioned.IsEmpty && _why.NotCounted.IsEmpty) return;
        var unit = Clock.Total is null ? PeriodUnit.Days : Clock.Total.Unit == PeriodUnit.Months ? PeriodUnit.Days : Clock.Total.Unit;
        _lines.Blank().Say(0, "why.holders");
        Shares(1, _why.Apportioned, Words.Unit(unit));
        _lines.Say(1, "why.total", _why.Used, Words.Unit(unit));
        foreach (var n in _why.NotCounted)
        {
            _lines.Say(1, "why.not-counted", n.Ground ?? Words["why.not-counted.rolled"], n.Length, Words.Unit(unit));
            Shares(2, n.Apportioned, Words.Unit(unit));
        }

        if (!_why.NotCounted.IsEmpty) _lines.Say(1, "why.whole", _why.Whole, Words.Unit(unit));
        foreach (var s in _why.Shares) _lines.Say(1, "why.share", _case.Process.Definition.Offices.First(o => o.Key == s.Office).Title, Words.Period(s.Share), s.Used, Words[$"lamp.{s.Lamp.ToString().ToLowerInvariant()}"]);
    }

    private void Shares(int indent, ImmutableArray<HolderShare> shares, string unit)
    {
        foreach (var h in shares)
        {
            var name = h.Kind == HolderKind.Nobody ? Words["why.nobody"] : _names.Holder(h.Kind, h.Id);
            _lines.Add(indent, $"{Lines.Cell(name, 28)}  {Words.Say(h.Overdue == Fraction.Zero ? "why.holder" : "why.holder-late", h.Held, unit, h.Overdue, h.Share)}");
            foreach (var p in h.People) _lines.Add(indent + 1, $"{Lines.Cell(p.Person is { } id ? _names.Name(id) : Words["why.no-person"], 26)}  {Words.Say("why.person", p.Share, unit)}");
        }
    }

    private DateTimeOffset Local(DateTimeOffset at) => _case.LastCalendar.Local(at);
}

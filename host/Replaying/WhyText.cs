using System.Diagnostics;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Engine.Evidence;
using Workflow.Engine.Laws;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;
using Workflow.Host.Wording;

namespace Workflow.Host.Replaying;

/// <summary>Prints why a clock ends when it ends, for people who are not programmers: its end, its rule and its changes; then its days and who held them.</summary>
public sealed class WhyText
{
    private const int DigestShown = 12;

    private readonly RecordedCase _case;
    private readonly ClockExplanation _why;
    private readonly CaseWords _names;
    private readonly Lines _lines;

    private WhyText(RecordedCase recorded, ClockExplanation why, Words words) =>
        (_case, _why, _names, _lines) = (recorded, why, recorded.Names(words.Language), new Lines(words));

    private ClockState Clock => _why.Clock;

    private Words Words => _lines.Words;

    private bool IsPast => _why.Days.Any(d => d.Overdue > 0);

    public static string Write(RecordedCase recorded, ClockExplanation why, Words words)
    {
        var text = new WhyText(recorded, why, words);
        text.Head();
        text.Rule();
        text.Calendar();
        text.Facts();
        text.Changes();
        new WhyDays(recorded, why, text._lines).Write();
        new WhyShares(recorded, why, text._lines).Write();
        return text._lines.ToString();
    }

    private void Head()
    {
        var last = _case.Entries[^1];
        var parties = Words.List(_case.State.Parties.Select(p => p.Name));
        _lines.Say(0, "why.case", _case.State.Number, Words.Title(_case.Process.Definition.Title), parties);
        _lines.Say(
            0,
            "why.clock",
            Words.Title(_why.Title),
            Clock.Id,
            Lines.Day(_why.KnownThrough),
            last.Number,
            Moment(last.Stamp.RecordedAt)
        );
        _lines.Blank();
        Outcome();
    }

    private void Outcome() =>
        _lines.Say(
            0,
            $"why.end.{End()}",
            Lines.Day(Clock.DueOn),
            Clock.Left,
            Words.Unit(Clock.Total?.Unit, Clock.Left),
            Moment(Clock.DueAt),
            Lines.Day(Clock.EndedOn)
        );

    private string End() =>
        Clock.IsPaused
            ? "paused"
            : Clock.Status switch
            {
                ClockStatus.Stopped => Clock.EndedOn > Clock.DueOn && IsPast ? "late" : "stopped",
                ClockStatus.Elapsed => "elapsed",
                ClockStatus.Running or ClockStatus.Overdue => IsPast ? "overdue" : Going(),
                _ => throw new UnreachableException($"No words for {Clock.Status}."),
            };

    private string Going() =>
        Clock.Total?.Unit == PeriodUnit.Hours ? "hours"
        : Clock.Provisional ? "provisional"
        : "running";

    private void Rule()
    {
        _lines.Say(1, "why.basis", LegalBasis.IsOfTheOffice(_why.Basis) ? Words["why.internal"] : _why.Basis);
        Say(_why.Articles);
        Length();
        Valid();
        Bounds();
    }

    private void Say(IEnumerable<CitedArticle> articles)
    {
        foreach (var article in articles)
            _lines.Say(1, "why.article", Words.Title(new LocalizedText(article.Zh, article.En)), Words[$"why.article.{article.Status}"]);
    }

    private void Length()
    {
        if (Clock.Total is { } total)
            _lines.Say(1, $"why.period.{Clock.Kind}", Words.Period(total), Start(total), StartedBy());
        else
            _lines.Say(1, "why.period.At", Lines.Day(Clock.StartDay));
        if (_why.SetLength is { } length)
            _lines.Say(
                1,
                $"why.length.{Clock.Kind}.{(length.Counts ? "set" : "rule")}",
                length.Field,
                length.Told,
                Words.Period(length.Bound)
            );
    }

    private void Valid()
    {
        if (_why.Validity is not { } paper)
            return;
        if (paper.Period is { } period)
            _lines.Say(
                1,
                "why.valid.period",
                paper.Title,
                paper.Number,
                Lines.Day(paper.Until),
                Lines.Day(paper.IssuedOn),
                Words.Period(period)
            );
        else
            _lines.Say(1, "why.valid.until", paper.Title, paper.Number, Lines.Day(paper.Until));
    }

    private void Bounds()
    {
        if (Clock.Roll != RollRule.None)
            Roll();
        if (Clock.ClampedBy is { } nearer)
            _lines.Say(1, "why.clamped", _names.Clock(nearer));
        if (_why.Promise is { } promise)
            _lines.Say(1, "why.promise", Words.Period(promise), Lines.Day(Clock.PromiseOn), Words[Promised()]);
    }

    private void Roll()
    {
        _lines.Say(1, $"why.roll.{Clock.Roll}");
        if (Clock.LongRest is { } rest)
            _lines.Say(1, "why.roll.law", rest.Basis, rest.Days);
        Say(_why.RollArticles);
    }

    private string Start(Period total) => total.Unit == PeriodUnit.Hours ? Moment(Clock.StartAt) : Lines.Day(Clock.StartDay);

    private string StartedBy() =>
        _why.StartedBy.IsEmpty ? "" : Words.Say("why.started-by", Words.List(_why.StartedBy.Select(_names.Moment)));

    private string Promised() => _why.KnownThrough > Clock.PromiseOn ? "why.promise-past" : "why.promise-kept";

    private void Calendar()
    {
        foreach (var edition in _why.Editions)
            _lines.Say(
                1,
                "why.edition",
                edition.Year,
                edition.Notice ?? Words["why.no-notice"],
                edition.Number,
                Lines.Day(edition.Published)
            );
        foreach (var layer in _why.Overlays)
            _lines.Say(1, "why.overlay", layer.Title);
        _lines.Say(1, "why.digest", Clock.Calendar[..DigestShown]);
    }

    private void Facts()
    {
        foreach (var extension in _why.Extensions)
            Tell(extension);
        foreach (var pause in _why.Pauses)
            Tell(pause);
    }

    private void Tell(ExplainedExtension x) =>
        _lines.Say(
            1,
            x.Extension.Decided is null ? "why.extended" : "why.extended-together",
            Words.Period(x.Extension.By),
            Lines.Day(x.Extension.GrantedOn),
            Approver(x.Extension),
            x.Extension.Reasons,
            WhyDays.Papers(x.Papers, Words),
            x.Entry
        );

    private string Approver(Extension extension) =>
        extension.Decided is { } together
            ? Words.Say("why.decided", _names.Step(together.Step), _names.Outcome(together.Step, together.Outcome), Lines.Day(together.On))
            : _names.Name(extension.Approver);

    private void Tell(ExplainedPause p) =>
        _lines.Say(
            1,
            p.Pause.IsOpen ? "why.paused-open" : "why.paused",
            Words.Title(_case.Process.Definition.GroundName(p.Pause.Ground)),
            Lines.Day(p.Pause.From),
            Lines.Day(p.Pause.To),
            WhyDays.Papers(p.Papers, Words)
        );

    private void Changes()
    {
        _lines.Blank().Say(0, "why.changes");
        foreach (var c in _why.Changes)
            _lines.Say(
                1,
                "why.change",
                Lines.Day(c.EffectiveOn),
                Moment(c.RecordedAt),
                c.Entry,
                _names.Name(c.Actor),
                Words[$"why.cause.{c.Cause}"],
                Moved(c),
                WhyDays.Papers(c.Papers, Words)
            );
    }

    private string Moved(ClockChange c) =>
        c is { DueOn: null, Cause: ChangeCause.Pause } ? Words["why.no-date"]
        : c.DueOn is not { } due ? ""
        : c.Was is { } was && was != due ? Words.Say("why.moved", Lines.Day(was), Lines.Day(due))
        : Words.Say("why.until", Lines.Day(due));

    private string Moment(DateTimeOffset at) => Lines.Moment(_case.LastCalendar.Local(at));
}

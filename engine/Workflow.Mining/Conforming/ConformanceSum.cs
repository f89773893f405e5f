using System.Collections.Immutable;
using Workflow.Engine.Calendars;

namespace Workflow.Mining.Conforming;

/// <summary>The verdicts of a log in sum. Its size follows the definition, the months and the different orders of steps, not the cases.</summary>
/// <param name="calendar">The calendar in which lateness is told in working days.</param>
public sealed class ConformanceSum(WorkCalendar calendar)
{
    /// <summary>The most different orders of steps told apart.</summary>
    public const int MostVariants = 20_000;

    private readonly Dictionary<string, VariantCount> _variants = new(StringComparer.Ordinal);
    private readonly Dictionary<(DeviationKind, string), CaseCount> _deviations = [];
    private readonly Dictionary<WrongUnit, long> _wrongUnits = [];
    private readonly Dictionary<DeviationKind, long> _casesWith = [];

    /// <summary>All cases.</summary>
    public long Cases { get; private set; }

    /// <summary>Those whose order of steps the definition allows, as far as they have come.</summary>
    public long Fitting { get; private set; }

    /// <summary>Those that have ended.</summary>
    public long Ended { get; private set; }

    /// <summary>Those of <see cref="Fitting"/> that have ended.</summary>
    public long FittingEnded { get; private set; }

    /// <summary>Those with a step done by a unit of another office.</summary>
    public long ByWrongUnit { get; private set; }

    /// <summary>Those whose search was cut short: a cheaper explanation may exist.</summary>
    public long Inexact { get; private set; }

    /// <summary>Cases without an event.</summary>
    public long Empty { get; private set; }

    /// <summary>Cases whose events were judged by their moments, in another order than the file has them in.</summary>
    public long Reordered { get; private set; }

    /// <summary>Cases of variants past <see cref="MostVariants"/>.</summary>
    public long OtherVariants { get; private set; }

    /// <summary>What became of all events.</summary>
    public EventCounts Events { get; private set; } = EventCounts.None;

    /// <summary>Who did all steps.</summary>
    public UnitCounts Units { get; private set; } = UnitCounts.None;

    /// <summary>Steps missing that the definition marks as mandatory.</summary>
    public long MandatorySkipped { get; private set; }

    /// <summary>The last day on which anything happened: what is open is measured against it.</summary>
    public DateOnly? AsOf { get; private set; }

    /// <summary>The clocks by id.</summary>
    public SortedDictionary<string, ClockSum> Clocks { get; } = new(StringComparer.Ordinal);

    /// <summary>The steps with limits of their own, by id.</summary>
    public SortedDictionary<string, StepSum> Steps { get; } = new(StringComparer.Ordinal);

    /// <summary>The months in which cases began.</summary>
    public SortedDictionary<DateOnly, MonthSum> Months { get; } = [];

    /// <summary>Departures by kind and step, the most frequent first.</summary>
    public IEnumerable<DeviationCount> Deviations =>
        _deviations
            .Select(d => new DeviationCount(d.Key.Item1, d.Key.Item2, d.Value.Cases, d.Value.Times))
            .OrderBy(d => d.Kind)
            .ThenByDescending(d => d.Cases)
            .ThenBy(d => d.What, StringComparer.Ordinal);

    /// <summary>Steps done by a unit of another office, the most frequent first.</summary>
    public IEnumerable<(WrongUnit What, long Times)> WrongUnits =>
        _wrongUnits
            .Select(w => (w.Key, w.Value))
            .OrderByDescending(w => w.Value)
            .ThenBy(w => w.Item1.Step, StringComparer.Ordinal)
            .ThenBy(w => w.Item1.Unit, StringComparer.Ordinal);

    /// <summary>The different orders of steps, the most frequent first.</summary>
    public IEnumerable<VariantCount> Variants =>
        _variants.Values.OrderByDescending(v => v.Cases).ThenBy(v => string.Join('\n', v.Activities), StringComparer.Ordinal);

    /// <summary>How many cases have a departure of a kind.</summary>
    public long CasesWith(DeviationKind kind) => _casesWith.GetValueOrDefault(kind);

    /// <summary>Adds one case.</summary>
    /// <param name="verdict">What the definition says of it.</param>
    public void Add(CaseVerdict verdict)
    {
        Count(verdict);
        (Events, Units) = (Events + verdict.Events, Units + verdict.Units);
        AsOf = new[] { AsOf, verdict.LastOn, verdict.EndedOn }.Max();
        AddDeviations(verdict);
        AddWrongUnits(verdict);
        AddVariant(verdict);
        AddLimits(verdict);
        if (verdict.BegunOn is { } begun)
            Month(FirstOfMonth(begun)).Add(verdict);
    }

    private void AddLimits(CaseVerdict verdict)
    {
        foreach (var clock in verdict.Clocks)
            Clock(clock.Clock).Add(clock);
        foreach (var step in verdict.Steps)
            Step(step.Step).Add(step);
    }

    private void Count(CaseVerdict verdict)
    {
        Cases++;
        Fitting += One(verdict.Fits);
        Ended += One(verdict.HasEnded);
        FittingEnded += One(verdict.Fits && verdict.HasEnded);
        ByWrongUnit += One(!verdict.WrongUnits.IsEmpty);
        Inexact += One(!verdict.IsExact);
        Empty += One(verdict.Events.Total == 0);
        Reordered += One(verdict.IsReordered);
    }

    private ClockSum Clock(string id) => Clocks.TryGetValue(id, out var sum) ? sum : Clocks[id] = new ClockSum(calendar);

    private StepSum Step(string id) => Steps.TryGetValue(id, out var sum) ? sum : Steps[id] = new StepSum();

    private static long One(bool counts) => counts ? 1 : 0;

    private void AddDeviations(CaseVerdict verdict)
    {
        foreach (var kind in verdict.Deviations.Select(d => d.Kind).Distinct())
            _casesWith[kind] = CasesWith(kind) + 1;
        foreach (var same in verdict.Deviations.GroupBy(d => (d.Kind, d.What)))
            _deviations[same.Key] = _deviations.GetValueOrDefault(same.Key).InOneMore(same.Count());
        MandatorySkipped += verdict.Deviations.Count(d => d is { Kind: DeviationKind.Skipped, IsMandatory: true });
    }

    private void AddWrongUnits(CaseVerdict verdict)
    {
        foreach (var wrong in verdict.WrongUnits)
            _wrongUnits[wrong] = _wrongUnits.GetValueOrDefault(wrong) + 1;
    }

    private void AddVariant(CaseVerdict verdict)
    {
        var key = string.Join('\n', verdict.Activities);
        if (_variants.TryGetValue(key, out var known))
            _variants[key] = known with { Cases = known.Cases + 1, Fitting = known.Fitting + One(verdict.Fits) };
        else if (_variants.Count < MostVariants)
            _variants[key] = new VariantCount(verdict.Activities, 1, One(verdict.Fits));
        else
            OtherVariants++;
    }

    private MonthSum Month(DateOnly first) => Months.TryGetValue(first, out var sum) ? sum : Months[first] = new MonthSum();

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private readonly record struct CaseCount(long Cases, long Times)
    {
        internal CaseCount InOneMore(int times) => new(Cases + 1, Times + times);
    }
}

/// <summary>How often a departure came.</summary>
/// <param name="Kind">Which.</param>
/// <param name="What">The step, or the unknown activity.</param>
/// <param name="Cases">In how many cases.</param>
/// <param name="Times">How often in all.</param>
public sealed record DeviationCount(DeviationKind Kind, string What, long Cases, long Times);

/// <summary>One order of steps.</summary>
/// <param name="Activities">The activities in order.</param>
/// <param name="Cases">How many cases have it.</param>
/// <param name="Fitting">How many of them fit: one that has ended and one that has not may differ.</param>
public sealed record VariantCount(ImmutableArray<string> Activities, long Cases, long Fitting);

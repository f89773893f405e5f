namespace Workflow.Engine.Statistics;

/// <summary>The counts of a span of days, each its own: received is not accepted, accepted is not concluded.</summary>
/// <param name="Received">Applications received.</param>
/// <param name="Accepted">Those of them that were accepted.</param>
/// <param name="NotAccepted">Those of them that were not.</param>
/// <param name="CarriedOver">Cases accepted before and still pending.</param>
/// <param name="Concluded">Cases concluded, of those accepted and those carried over.</param>
/// <param name="Withdrawn">Cases withdrawn by the party, of the same.</param>
/// <param name="OnTime">Cases concluded whose clocks were kept.</param>
/// <param name="Late">Cases concluded with a clock that was not.</param>
/// <param name="Overdue">Cases still pending with a clock that has already ended: late as well, though nobody has decided 在办超期.</param>
public sealed record CaseCounts(
    long Received,
    long Accepted,
    long NotAccepted,
    long CarriedOver,
    long Concluded,
    long Withdrawn,
    long OnTime,
    long Late,
    long Overdue
)
{
    /// <summary>None.</summary>
    public static CaseCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Cases worked on that came to an outcome without a person.</summary>
    public long ByRule { get; init; }

    /// <summary>Received and nobody has decided at the door.</summary>
    public long Undecided => Received - Accepted - NotAccepted;

    /// <summary>What there was to work on: accepted and carried over.</summary>
    public long Workload => Accepted + CarriedOver;

    /// <summary>What of it is left.</summary>
    public long Pending => Workload - Concluded - Withdrawn;

    /// <summary>Concluded without a clock that could be kept or not.</summary>
    public long Untimed => Concluded - OnTime - Late;

    /// <summary>受理率: accepted of received.</summary>
    public Rate AcceptanceRate => new(Accepted, Received);

    /// <summary>结案率: concluded of accepted and carried over.</summary>
    public Rate ConclusionRate => new(Concluded, Workload);

    /// <summary>按期办结率: kept of those whose clocks ended, by a conclusion or by themselves. Never to decide is no way to be on time.</summary>
    public Rate OnTimeRate => new(OnTime, OnTime + Late + Overdue);

    /// <summary>Counts cases.</summary>
    public static CaseCounts Of(IEnumerable<CountedCase> cases)
    {
        var sum = None;
        foreach (var one in cases)
            sum = sum.Plus(one);
        return sum;
    }

    internal CaseCounts Plus(CountedCase one) =>
        new(
            Received + One(!one.CarriedOver),
            Accepted + One(one.Was(Admission.Accepted)),
            NotAccepted + One(one.Was(Admission.NotAccepted)),
            CarriedOver + One(one.CarriedOver),
            Concluded + One(one.Has(Disposal.Concluded)),
            Withdrawn + One(one.Has(Disposal.Withdrawn)),
            OnTime + One(one.Has(Disposal.Concluded) && one.OnTime == true),
            Late + One(one.Has(Disposal.Concluded) && one.OnTime == false),
            Overdue + One(one.IsWorkedOn && one.IsOverdue)
        )
        {
            ByRule = ByRule + One(one.IsWorkedOn && one.HasRuleOutcome),
        };

    private static long One(bool counts) => counts ? 1 : 0;
}

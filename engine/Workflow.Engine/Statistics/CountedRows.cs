namespace Workflow.Engine.Statistics;

/// <summary>The lines of the counts, and which cases stand behind each number.</summary>
public static class CountedRows
{
    private static readonly (string Name, Func<CountedCase, bool> Counts)[] All =
    [
        ("received", c => !c.CarriedOver),
        ("accepted", c => c.Was(Admission.Accepted)),
        ("not-accepted", c => c.Was(Admission.NotAccepted)),
        ("undecided", c => c.Was(Admission.Undecided)),
        ("carried-over", c => c.CarriedOver),
        ("concluded", c => c.Has(Disposal.Concluded)),
        ("withdrawn", c => c.Has(Disposal.Withdrawn)),
        ("pending", c => c.Has(Disposal.Pending)),
        ("overdue", c => c.IsWorkedOn && c.IsOverdue),
        ("on-time", c => c.Has(Disposal.Concluded) && c.OnTime == true),
        ("late", c => c.IsWorkedOn && (c.IsOverdue || (c.Has(Disposal.Concluded) && c.OnTime == false))),
        ("untimed", c => c.Has(Disposal.Concluded) && c.OnTime is null),
        ("by-rule", c => c.IsWorkedOn && c.HasRuleOutcome),
    ];

    /// <summary>The names of the lines, as reports have them.</summary>
    public static IEnumerable<string> Names => All.Select(row => row.Name);

    /// <summary>Whether a case counts in a line.</summary>
    /// <param name="row">One of <see cref="Names"/>.</param>
    /// <param name="one">The case.</param>
    public static bool Counts(string row, CountedCase one) => All.Single(r => r.Name == row).Counts(one);
}

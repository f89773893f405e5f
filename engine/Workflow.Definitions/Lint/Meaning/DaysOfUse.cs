using System.Diagnostics;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Lint.Meaning;

/// <summary>The days on which something of a definition is used, as far as conditions compare days with written ones.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
internal readonly record struct DaysOfUse(DateOnly First, DateOnly Last)
{
    /// <summary>The days of a definition, an edition or the like.</summary>
    public static DaysOfUse Of(PeriodInForce period) => new(period.From, period.To ?? DateOnly.MaxValue);

    /// <summary>These days without those that a condition leaves out; it leaves out none by what it asks beside.</summary>
    public DaysOfUse Under(Expression? condition)
    {
        if (condition is Both both)
            return Under(both.Left).Under(both.Right);
        return condition is Comparison { Left: not Literal, Right: Literal { Value: DateValue day } } asked
            ? Bounded(asked.Sign, day.Date)
            : this;
    }

    /// <summary>The days that lie between the first and the last of both.</summary>
    public DaysOfUse Or(DaysOfUse other) => new(First < other.First ? First : other.First, Last > other.Last ? Last : other.Last);

    private DaysOfUse Bounded(ComparisonSign sign, DateOnly day) =>
        sign switch
        {
            ComparisonSign.Less => To(day.AddDays(-1)),
            ComparisonSign.AtMost => To(day),
            ComparisonSign.More => From(day.AddDays(1)),
            ComparisonSign.AtLeast => From(day),
            ComparisonSign.Equal => From(day).To(day),
            ComparisonSign.NotEqual => this,
            _ => throw new UnreachableException($"No answer for {sign}."),
        };

    private DaysOfUse From(DateOnly day) => this with { First = day > First ? day : First };

    private DaysOfUse To(DateOnly day) => this with { Last = day < Last ? day : Last };
}

using System.Diagnostics;

namespace Workflow.Engine.Periods;

/// <summary>A length of time in one unit.</summary>
/// <param name="Amount">How many; from 1 to <see cref="Longest"/> where it is reckoned with.</param>
/// <param name="Unit">What is counted.</param>
public sealed record Period(int Amount, PeriodUnit Unit)
{
    /// <summary>The largest amount that is reckoned with.</summary>
    public const int Longest = 100_000;

    /// <summary>Returns both lengths as one, as an extension is added to its base.</summary>
    /// <exception cref="ArgumentException">The units differ.</exception>
    public Period Plus(Period other) =>
        other.Unit == Unit
            ? this with
            {
                Amount = checked(Amount + other.Amount),
            }
            : throw new ArgumentException($"Expected {Noun(Unit, 2)} to add to {this}, but found {other}.", nameof(other));

    /// <summary>Returns words like <c>20 working days</c> or <c>1 month</c>.</summary>
    public override string ToString() => $"{Amount} {Noun(Unit, Amount)}";

    internal static string Noun(PeriodUnit unit, int amount) => amount == 1 ? One(unit) : One(unit) + "s";

    private static string One(PeriodUnit unit) =>
        unit switch
        {
            PeriodUnit.WorkingDays => "working day",
            PeriodUnit.Days => "day",
            PeriodUnit.Months => "month",
            PeriodUnit.Hours => "hour",
            _ => throw new UnreachableException($"No answer for {unit}."),
        };
}

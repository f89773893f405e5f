using Workflow.Engine.Laws;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>The reason that stands with an outcome or an answer that came because a period ran out. Its stored form is fixed; who shows it asks here what it says.</summary>
public static class RanOut
{
    private const string Mark = "期限届满：";

    /// <summary>Returns the reason as it is stored.</summary>
    internal static string Because(LegalBasis basis) => $"{Mark}{basis}";

    /// <summary>Returns the basis that a stored reason names, <c>internal</c> for a rule of the office itself; null for every other reason.</summary>
    /// <param name="reason">The reason; null for none.</param>
    /// <param name="by">Who gave it: what a person writes is never taken for a rule's.</param>
    public static string? Basis(string? reason, string by) =>
        reason is not null && Stamp.NamesRule(by) && reason.StartsWith(Mark, StringComparison.Ordinal) ? reason[Mark.Length..] : null;
}

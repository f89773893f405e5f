namespace Workflow.Engine.Laws;

/// <summary>The rest that prolongs a period by its own days, as an article fixes it.</summary>
/// <param name="Days">The least number of days off in a row that prolongs it.</param>
/// <param name="Basis">The article.</param>
public sealed record LongRest(int Days, LegalBasis Basis)
{
    // Definitions were published and clocks stored before the article was written down; all of them were reckoned with this.
    private const int Unwritten = 3;

    /// <summary>Returns the least number of days off in a row of a rule or a clock.</summary>
    /// <param name="written">What is written there; null in what was stored before the article was.</param>
    public static int DaysOf(LongRest? written) => written?.Days ?? Unwritten;
}

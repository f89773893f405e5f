using Workflow.Engine.Laws;
using Workflow.Engine.Periods;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>
/// How papers name a remedy of which the definition does not say what the law does: it was read before that was kept, or the law of the day
/// is not in the data. Frozen, because papers that were issued under such a definition are decided again word for word.
/// </summary>
/// <param name="To">To whom a party turns.</param>
/// <param name="Step">What a step is in law that waits for the end of the period.</param>
/// <param name="From">From when the period runs, as papers say it.</param>
internal sealed record KeptRemedy(RemedyBody To, string Step, string From)
{
    internal static KeptRemedy Reconsideration { get; } = new(RemedyBody.Reconsideration, "申请复议期间", "自知道之日起");

    internal static KeptRemedy Court { get; } = new(RemedyBody.Court, "提起诉讼期间", "在");

    internal static KeptRemedy AfterReconsideration { get; } = new(RemedyBody.Court, "复议后提起诉讼期间", "自收到复议决定书之日起");

    /// <summary>The period of the law; null where the process has to wait for one to name it.</summary>
    internal Period? Within { get; private init; }

    /// <summary>Returns what the definition keeps of the law, and this for what it does not.</summary>
    internal KeptRemedy Or(RemedyPeriod? law) =>
        this with
        {
            Step = law?.Step ?? Step,
            From = law?.From is { } day ? $"自{day}起" : From,
            Within = law?.Within,
        };
}

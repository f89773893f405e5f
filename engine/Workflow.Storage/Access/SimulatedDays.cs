using System.Text.Json;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Access;

/// <summary>The record by which a ledger says that its days are simulated: the first of its access log, so that seals and receipts cover it.</summary>
public static class SimulatedDays
{
    /// <summary>What both records are found by.</summary>
    internal const string Mark = "simulated days";

    /// <summary>What the record calls it.</summary>
    public const string Act = $"begin {Mark}";

    /// <summary>Returns the record.</summary>
    /// <param name="begins">The moment at which the simulated days begin.</param>
    /// <param name="who">Who begins them.</param>
    public static AccessRecord Record(DateTimeOffset begins, string who) => new(begins, AccessKinds.Administered, Act, who);

    /// <summary>What the record calls it that a ledger without any case is taken for real days after all.</summary>
    public const string Over = $"end {Mark}";

    /// <summary>Returns the record that says so. It counts only where no entry is older.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="who">Who ends them.</param>
    public static AccessRecord End(DateTimeOffset at, string who) => new(at, AccessKinds.Administered, Over, who);

    /// <summary>Returns such a record that the stored text of an access entry holds, read without trusting it; null for any other.</summary>
    internal static AccessEntry? In(string body)
    {
        if (!body.Contains(Mark, StringComparison.Ordinal))
            return null;
        try
        {
            return SealJson.Read<AccessEntry>(body) is { Record: { Kind: AccessKinds.Administered, What: Act or Over } } entry
                ? entry
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Returns the record after which the days are simulated; null where they are real.</summary>
    /// <param name="marks">The records, log by log in their order.</param>
    /// <param name="first">A moment at which there were entries already; null where there are none.</param>
    internal static AccessEntry? Last(IEnumerable<AccessEntry> marks, DateTimeOffset? first) =>
        marks.LastOrDefault(m => m.Record.What == Act || !(first < m.Record.At)) is { Record.What: Act } begun ? begun : null;
}

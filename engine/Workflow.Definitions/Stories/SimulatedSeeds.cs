using Workflow.Engine.Deciding.Lots;

namespace Workflow.Definitions.Stories;

/// <summary>The vault of a simulation as far as lots go.</summary>
internal sealed class SimulatedSeeds
{
    private readonly Dictionary<string, (string Seed, string Salt)> _sealed = new(StringComparer.Ordinal);

    /// <summary>The seed of a draw that was not sealed.</summary>
    internal static string Of(DateTimeOffset now) => Convert.ToHexStringLower(StoryChance.At(now));

    /// <summary>Takes a seed and returns the commitment to it.</summary>
    internal string Seal(DateTimeOffset now)
    {
        var (seed, salt) = (Commitment.Seed(Of(now)), Of(now));
        var commitment = Commitment.To(salt, seed);
        _sealed[commitment] = (seed, salt);
        return commitment;
    }

    /// <summary>Returns what was committed to; nulls where it is not known.</summary>
    internal (string? Seed, string? Salt) Open(string commitment) => _sealed.TryGetValue(commitment, out var found) ? found : (null, null);
}

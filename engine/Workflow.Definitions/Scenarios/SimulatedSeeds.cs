using System.Security.Cryptography;
using System.Text;
using Workflow.Engine.Lots;

namespace Workflow.Definitions.Scenarios;

/// <summary>The vault of a simulation as far as lots go. A story is told the same way every time, so its lots fall the same way.</summary>
internal sealed class SimulatedSeeds
{
    private readonly Dictionary<string, (string Seed, string Salt)> _sealed = new(StringComparer.Ordinal);

    /// <summary>The seed of a draw that was not sealed.</summary>
    internal static string Of(DateOnly day) => Hex($"{day:O}");

    /// <summary>Takes a seed and returns the commitment to it.</summary>
    internal string Seal(DateOnly day)
    {
        var (seed, salt) = (Hex($"{day:O} seed {_sealed.Count}"), Hex($"{day:O} salt {_sealed.Count}"));
        var commitment = Commitment.To(salt, seed);
        _sealed[commitment] = (seed, salt);
        return commitment;
    }

    /// <summary>Returns what was committed to; nulls where it is not known.</summary>
    internal (string? Seed, string? Salt) Open(string commitment) => _sealed.TryGetValue(commitment, out var found) ? found : (null, null);

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

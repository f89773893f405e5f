namespace Workflow.Definitions.Stories;

/// <summary>The last serial used of each series.</summary>
/// <param name="taken">The last one used before the simulation; null for none of any series.</param>
internal sealed class SimulatedSerials(Func<string, long>? taken)
{
    private readonly Dictionary<string, long> _last = new(StringComparer.Ordinal);

    internal long Last(string series) => _last.TryGetValue(series, out var last) ? last : taken?.Invoke(series) ?? 0;

    internal void Use(string series, long last) => _last[series] = Math.Max(last, Last(series));
}

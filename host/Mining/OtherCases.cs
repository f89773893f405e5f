using System.Collections.Immutable;
using Workflow.Mining.Logs;

namespace Workflow.Host.Mining;

/// <summary>The cases of a log that are of no definition, by what they say of their process: counted and named, never judged.</summary>
public sealed class OtherCases
{
    /// <summary>The most processes told apart, and the most cases of each that are named.</summary>
    public const int MostProcesses = 1_000;

    /// <inheritdoc cref="MostProcesses"/>
    public const int MostNamed = 12;

    private readonly SortedDictionary<string, OtherProcess> _by = new(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public long Cases { get; private set; }

    /// <summary>Their events.</summary>
    public long Events { get; private set; }

    /// <summary>The processes that they name, the most frequent first; cases of processes past <see cref="MostProcesses"/> are only in <see cref="Cases"/>.</summary>
    public ImmutableArray<OtherProcess> By => [.. _by.Values.OrderByDescending(p => p.Cases)];

    /// <summary>Adds a case.</summary>
    /// <param name="said">What it says of its process; null where it says nothing.</param>
    /// <param name="number">Its number.</param>
    /// <param name="trace">The case.</param>
    public void Add(string? said, string number, XesTrace trace)
    {
        (Cases, Events) = (Cases + 1, Events + trace.Events.Length);
        var key = said ?? "";
        if (_by.TryGetValue(key, out var known))
            _by[key] = known.With(number, trace.Events.Length);
        else if (_by.Count < MostProcesses)
            _by[key] = new OtherProcess(said, 1, trace.Events.Length, [number]);
    }
}

/// <summary>A process that no definition is of.</summary>
/// <param name="Said">What its cases say of it; null for those that say nothing.</param>
/// <param name="Cases">How many there are.</param>
/// <param name="Events">Their events.</param>
/// <param name="Named">The numbers of the first of them.</param>
public sealed record OtherProcess(string? Said, long Cases, long Events, ImmutableArray<string> Named)
{
    internal OtherProcess With(string number, int events) =>
        this with
        {
            Cases = Cases + 1,
            Events = Events + events,
            Named = Named.Length < OtherCases.MostNamed ? Named.Add(number) : Named,
        };
}

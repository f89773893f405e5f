using System.Collections.Concurrent;
using System.Collections.Immutable;
using Workflow.Engine.Cases;
using Workflow.Storage.Reading;

namespace Workflow.Host.Identity;

/// <summary>Remembers for whom each case is: parties and offices are fixed when it is lodged.</summary>
public sealed class Audience(CaseReads reads)
{
    // A case costs some hundred bytes; beyond so many the memory is emptied and filled again.
    private const int MostCases = 100_000;

    private readonly ConcurrentDictionary<string, ImmutableHashSet<string>> _known = new(StringComparer.Ordinal);

    public bool Includes(Caller caller, string number)
    {
        if (caller.ReadsAll) return true;
        var those = Of(number);
        return those.Contains($"person {caller.Id}") || caller.Posts.Any(p => those.Contains($"office {p.Organisation}"));
    }

    private ImmutableHashSet<string> Of(string number)
    {
        if (_known.TryGetValue(number, out var known)) return known;
        if (_known.Count >= MostCases) _known.Clear();
        return reads.State(number) is { } state ? _known[number] = Of(state) : [];
    }

    private static ImmutableHashSet<string> Of(CaseState state) =>
        [.. state.Parties.Select(p => $"person {p.Person}"), .. state.Offices.Values.Select(o => $"office {o}")];
}

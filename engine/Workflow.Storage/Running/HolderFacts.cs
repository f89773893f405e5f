using System.Collections.Immutable;
using Workflow.Engine.Record.Values;

namespace Workflow.Storage.Running;

/// <summary>Joins what the register says of a post's holders with what they have in hand.</summary>
internal static class HolderFacts
{
    /// <summary>Returns the holders by id; null where the register does not say who they are.</summary>
    internal static ImmutableArray<HolderFact>? Of(
        Surroundings surroundings,
        Post post,
        DateOnly day,
        Func<string, (int Load, long Turn)> workload
    ) =>
        surroundings.Register.Holders(post, day) is not { } holders
            ? null
            : [.. holders.OrderBy(h => h.Person.Id, StringComparer.Ordinal).Select(h => Fact(h, workload(h.Person.Id)))];

    private static HolderFact Fact(PostHolder holder, (int Load, long Turn) work) => HolderFact.Of(holder, work.Load, work.Turn);
}

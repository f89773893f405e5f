using Workflow.Host.Answers;

namespace Workflow.Host.Mining;

/// <summary>What stands against judging a log and counting a ledger.</summary>
internal static class MiningRefusals
{
    /// <summary>The calendar asked for is none.</summary>
    internal static RequestRefusedException Calendar() => new("conform.calendar");

    /// <summary>A log of another system came without a map.</summary>
    internal static RequestRefusedException MapMissing() => new("conform.map_missing");

    /// <summary>Nothing to judge by was named.</summary>
    internal static RequestRefusedException DefinitionMissing() => new("conform.definition_missing");

    /// <summary>A digest came with several processes.</summary>
    internal static RequestRefusedException Digest(int count) => new("conform.digest", ("count", count));

    /// <summary>The span ends before it begins.</summary>
    internal static RequestRefusedException Span(DateOnly? from, DateOnly? to) =>
        new("stats.span", ("from", from!.Value), ("to", to!.Value));
}

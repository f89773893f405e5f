using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Host.Opening;

namespace Workflow.Host.Mining;

/// <summary>What stands against a log that is to be judged.</summary>
internal static class LogRefusals
{
    /// <summary>There are too many definitions.</summary>
    internal static OpeningRefusedException TooManyDefinitions(int most, int found) =>
        new("conform.too_many_definitions", ("most", most), ("found", found));

    /// <summary>Several definitions are of one process.</summary>
    internal static OpeningRefusedException SameProcess(string process, int count) =>
        new("conform.same_process", ("process", process), ("count", count));

    /// <summary>A log of another system came without a map.</summary>
    internal static OpeningRefusedException NoMap() => new("conform.no_map");

    /// <summary>The log is broken.</summary>
    internal static OpeningRefusedException Broken(Problem fault) =>
        new(
            "conform.log_broken",
            ("at", $"{fault.At}"),
            ("weight", fault.Severity.Word),
            ("problem", fault.Code),
            ("detail", fault.Message)
        );
}

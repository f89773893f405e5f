using Workflow.Engine.Messages;
using Workflow.Host.Opening;

namespace Workflow.Host.Definitions;

/// <summary>What stands against playing scenarios.</summary>
internal static class ScenarioRefusals
{
    /// <summary>There is nothing to play.</summary>
    internal static OpeningRefusedException NoScenarios(string suffix, IEnumerable<string> paths) =>
        new("test.no_scenarios", ("suffix", suffix), ("paths", MessageValue.List(paths)));
}

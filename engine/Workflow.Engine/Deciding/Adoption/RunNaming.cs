using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>What people call one run of a step, which files write as <c>acceptance#2</c>.</summary>
internal static class RunNaming
{
    internal static NameValue Of(CaseLook look, string run)
    {
        var key = StepKey.Parse(run);
        // What is no number of a run belongs to the name.
        if (!StepKey.NamesRun(run) || key.Key == run)
            return Naming.Step(look, run) with { Id = run };
        var step = Naming.Step(look, key.Key);
        return new NameValue(run, $"{step.Zh}（第{key.Run}次）", $"{step.En ?? step.Zh} (run {key.Run})");
    }
}

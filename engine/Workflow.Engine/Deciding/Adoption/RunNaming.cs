using System.Globalization;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>What people call one run of a step, which files write as <c>acceptance#2</c>.</summary>
internal static class RunNaming
{
    internal static NameValue Of(CaseLook look, string run)
    {
        var mark = run.LastIndexOf('#');
        if (mark < 0 || !int.TryParse(run.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Naming.Step(look, run) with { Id = run };
        var step = Naming.Step(look, run[..mark]);
        return new NameValue(run, $"{step.Zh}（第{number}次）", $"{step.En ?? step.Zh} (run {number})");
    }
}

using System.Collections.Immutable;
using Workflow.Engine.Laws;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>
/// What a decision rests on: the days on which the case came to it, and what was found at earlier steps, when and by whom, with the
/// articles of what was found. A decision that only repeats its result has neither facts nor law that anybody could examine.
/// </summary>
internal static class RestedOn
{
    /// <summary>Returns the lines of a paper; empty where it rests on nothing that is named.</summary>
    internal static string Lines(CaseLook look, DocumentType type) =>
        type.RestsOn is { } named
            ? $"申请日期：{DocumentText.Chinese(look.State.LodgedOn)}\n" + string.Concat(named.Select(name => Line(look, name)))
            : "";

    /// <summary>Returns the articles of what was found; empty where those outcomes have none.</summary>
    internal static IEnumerable<LegalBasis> Laws(CaseLook look, DocumentType type) =>
        from found in Found(look.State, type.RestsOn)
        let rule = (look.Process.Find(found.Step) as WorkNode)?.Outcomes.FirstOrDefault(o => o.Id == found.Outcome)
        where rule?.Basis is { IsInternal: false }
        select rule.Basis;

    /// <summary>Returns who found what a paper of the definition may rest on, so that it can name them.</summary>
    internal static IEnumerable<string> People(ProcessDefinition definition, CaseState state) =>
        definition.Documents.SelectMany(d => Found(state, d.RestsOn)).SelectMany(By).Distinct();

    private static IEnumerable<StepCompleted> Found(CaseState state, ImmutableArray<string>? named) =>
        (named ?? []).Select(n => state.Steps.GetValueOrDefault(n)?.Completed).OfType<StepCompleted>();

    private static IEnumerable<string> By(StepCompleted found) =>
        (found.By is RuleActor ? Enumerable.Empty<string>() : [found.By.ToString()]).Concat(found.With);

    private static string Line(CaseLook look, string name) =>
        look.Process.Find(name) is JointNode && look.Run(name) is { } joint
            ? string.Concat(joint.Answers.Select(a => OfOffice(look, name, a)))
        : look.State.Steps.GetValueOrDefault(name)?.Completed is { } found ? OfStep(look, found)
        : look.State.Moments.GetValueOrDefault(name) is { } marked
            ? $"{Naming.Moment(look.Definition, name).Zh}日期：{DocumentText.Chinese(marked.Day)}\n"
        : "";

    // What each office found is its own; nobody sums it up for another.
    private static string OfJoint(CaseLook look, string joint) =>
        string.Concat((look.Run(joint)?.Answers ?? []).Select(a => OfOffice(look, joint, a)));

    private static string OfOffice(CaseLook look, string joint, GivenAnswer answer)
    {
        var choice = answer.Choice is { } given ? Naming.Outcome(look, joint, given).Zh : "弃权";
        var opinion = PlainText.OnOneLine(answer.OnPaper ?? "");
        return $"{Naming.Participant(look, joint, answer.Participant).Zh}（{DocumentText.Chinese(answer.On)}）：{choice}。{opinion}\n";
    }

    private static string OfStep(CaseLook look, StepCompleted found)
    {
        var step = Naming.Step(look, found.Step).Zh;
        var outcome = Naming.Outcome(look, found.Step, found.Outcome).Zh;
        var people = string.Join("、", By(found).Select(p => Naming.Person(look, p).Zh));
        return $"{step}（{DocumentText.Chinese(found.On)}，{people}）：{outcome}。{PlainText.OnOneLine(found.Reasons ?? "")}\n";
    }
}

using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>Something that whoever takes a case over should know of it. It stands in nobody's way.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Sentence">What it is.</param>
/// <param name="WayOut">What to do; null when there is nothing.</param>
public sealed record ToldNote(string Code, string Sentence, string? WayOut = null);

/// <summary>
/// Whether separation reaches across a taking over: it compares natural persons, so it needs to know who acted in the other
/// system. Where nobody is told it cannot be checked; where one person is told of both sides, they were not kept apart there.
/// </summary>
public static class ToldSeparation
{
    /// <summary>Returns a note for each rule of separation, and each review of one voice for a person, that what is told leaves open or shows broken.</summary>
    /// <param name="process">The definition that binds the case.</param>
    /// <param name="state">The case as it was taken over.</param>
    public static IEnumerable<ToldNote> Notes(PublishedProcess process, CaseState state) =>
        state.Elsewhere is null ? [] : Outline.All(process.Definition).SelectMany(node => node switch
        {
            StepNode step => step.NotBy.Select(other => Between(state, step.Id, other)).OfType<ToldNote>(),
            JointNode { Vote.OneVoice: true } joint => Voices(state, joint.Id),
            _ => [],
        });

    private static ToldNote? Between(CaseState state, string step, string other)
    {
        var (here, there) = (Runs(state, step), Runs(state, other));
        if (there.Find(IsUntold) is { } unknown) return Unchecked(step, other, unknown);
        if (there.Count > 0 && here.Find(IsUntold) is { } self) return Unchecked(other, step, self);
        return Persons(here.SelectMany(s => s.Actors)).Intersect(there.SelectMany(s => s.Actors)).FirstOrDefault() is { } both
            ? new ToldNote("adopt.separation_broken", $"Expected nobody to act both at '{step}' and at '{other}', but {both} is told of both.", "look into it; here the two are kept apart")
            : null;
    }

    // Who acts here is bound by one voice only as long as answers are waited for.
    private static IEnumerable<ToldNote> Voices(CaseState state, string joint)
    {
        if (state.Steps.GetValueOrDefault(joint) is not { Status: StepStatus.Open } step) yield break;
        foreach (var given in step.Answers.Where(IsUntold))
            yield return new ToldNote("adopt.voice_unchecked", $"One voice for each person cannot be checked at '{joint}' against {given.Participant}: who answered there on {given.On:yyyy-MM-dd} is not told.", $"name them after 'person' in the column '{joint}.answers'");
        foreach (var twice in Persons(step.Answers.SelectMany(a => a.Voices)).GroupBy(v => v).Where(g => g.Count() > 1))
            yield return new ToldNote("adopt.voice_twice", $"Expected each person to have one voice at '{joint}', but {twice.Key} is told of {twice.Count()} answers.", "look into it; here nobody answers twice");
    }

    private static ToldNote Unchecked(string step, string other, StepState run) => new(
        "adopt.separation_unchecked",
        $"Separation cannot be checked at '{step}' against '{other}': who acted there on {Day(run):yyyy-MM-dd} is not told.",
        $"name them in the column '{PublishedProcess.IdOf(run.Key)}.person'");

    private static IEnumerable<string> Persons(IEnumerable<string> actors) => actors.Where(a => !CaseAdopted.NamesSystem(a) && !Stamp.NamesRule(a));

    private static DateOnly Day(StepState run) => run.Answers.FirstOrDefault(IsUntold)?.On ?? run.Completed!.On;

    private static List<StepState> Runs(CaseState state, string id) =>
        [.. state.Superseded.Concat(state.Steps.Values).Where(s => PublishedProcess.IdOf(s.Key) == id && s.Actors.Any())];

    private static bool IsUntold(StepState run) => run.Answers.Any(IsUntold) || (run.Completed is { } done && CaseAdopted.NamesSystem(done.By) && done.With.IsEmpty);

    private static bool IsUntold(GivenAnswer given) => CaseAdopted.NamesSystem(given.By) && given.With.IsEmpty;
}

using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>Something that whoever takes a case over should know of it. It stands in nobody's way.</summary>
/// <param name="Message">What it is.</param>
public sealed record ToldNote(Message Message);

/// <summary>
/// Whether separation reaches across a taking over: it compares natural persons, so it needs to know who acted in the other
/// system. Where nobody is told it cannot be checked; where one person is told of both sides, they were not kept apart there.
/// </summary>
public sealed class ToldSeparation
{
    private readonly PublishedProcess _process;
    private readonly CaseState _state;

    private ToldSeparation(PublishedProcess process, CaseState state) => (_process, _state) = (process, state);

    /// <summary>Returns a note for each rule of separation, and each review of one voice for a person, that what is told leaves open or shows broken.</summary>
    /// <param name="process">The definition that binds the case.</param>
    /// <param name="state">The case as it was taken over.</param>
    public static IEnumerable<ToldNote> Notes(PublishedProcess process, CaseState state) =>
        state.Elsewhere is null ? [] : new ToldSeparation(process, state).Notes().Select(m => new ToldNote(m));

    private IEnumerable<Message> Notes() =>
        Outline
            .All(_process.Definition)
            .SelectMany(node =>
                node switch
                {
                    StepNode step => step.NotBy.Select(other => Between(step.Id, other)).OfType<Message>(),
                    JointNode { Vote.OneVoice: true } joint => Voices(joint),
                    WorkNode or ParallelNode or ChoiceNode => [],
                    _ => throw new UnreachableException($"No answer for {node.GetType().Name}."),
                }
            );

    private Message? Between(string step, string other)
    {
        var (here, there) = (Runs(step), Runs(other));
        if (there.Find(IsUntold) is { } unknown)
            return Unchecked(step, other, unknown);
        if (there.Count > 0 && here.Find(IsUntold) is { } self)
            return Unchecked(other, step, self);
        var both = Persons(here.SelectMany(s => s.Actors)).Intersect(there.SelectMany(s => s.Actors)).FirstOrDefault();
        return both is null ? null : AdoptNotes.SeparationBroken(Name(step), Name(other), Person(both));
    }

    // Who acts here is bound by one voice only as long as answers are waited for.
    private IEnumerable<Message> Voices(JointNode joint) =>
        _state.Steps.GetValueOrDefault(joint.Id) is { Status: StepStatus.Open } step
            ? [.. step.Answers.Where(IsUntold).Select(a => Unchecked(joint, a)), .. Twice(joint, step)]
            : [];

    private IEnumerable<Message> Twice(JointNode joint, StepState step) =>
        Persons(step.Answers.SelectMany(a => a.Voices))
            .GroupBy(v => v)
            .Where(g => g.Count() > 1)
            .Select(g => AdoptNotes.VoiceTwice(Naming.Step(joint), Person(g.Key), g.Count()));

    private Message Unchecked(string step, string other, StepState run) =>
        AdoptNotes.SeparationUnchecked(Name(step), Name(other), Day(run), $"{StepKey.IdOf(run.Key)}.person");

    private static Message Unchecked(JointNode joint, GivenAnswer given) =>
        AdoptNotes.VoiceUnchecked(Naming.Step(joint), new NameValue(given.Participant, given.Participant), given.On, $"{joint.Id}.answers");

    private NameValue Name(string step) => Naming.Step(_process.Find(step)!);

    // The register is not asked here.
    private static NameValue Person(string id) => new(id, id);

    private static IEnumerable<string> Persons(IEnumerable<string> actors) => actors.Where(a => Actor.Of(a) is PersonActor);

    private static DateOnly Day(StepState run) => run.Answers.FirstOrDefault(IsUntold)?.On ?? run.Completed!.On;

    private List<StepState> Runs(string id) =>
        [.. _state.Superseded.Concat(_state.Steps.Values).Where(s => StepKey.IdOf(s.Key) == id && s.Actors.Any())];

    private static bool IsUntold(StepState run) =>
        run.Answers.Any(IsUntold) || (run.Completed is { } done && done.By is SystemActor && done.With.IsEmpty);

    private static bool IsUntold(GivenAnswer given) => given.By is SystemActor && given.With.IsEmpty;
}

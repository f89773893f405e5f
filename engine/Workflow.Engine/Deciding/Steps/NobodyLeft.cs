using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>A task that nobody may do.</summary>
/// <param name="Step">The step's key.</param>
/// <param name="Post">The post as the definition writes it.</param>
/// <param name="Participant">Whose answer it is in a joint review; null for a step.</param>
/// <param name="Holders">How many hold the post; null where the case names no office for it.</param>
public sealed record OrphanTask(string Step, string Post, string? Participant, int? Holders);

/// <summary>
/// Finds the tasks of a case that nobody may do: nobody holds the post, all who do are parties, kept apart by what they did,
/// not qualified or away without a deputy, or the case names no office. The entry stands; a person has to find a way out.
/// </summary>
public static class NobodyLeft
{
    /// <summary>Returns the tasks that opened with an entry, or lost the last who might do them by it, and that nobody may do.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="holders">Who holds a post that day; null where nobody knows.</param>
    public static IEnumerable<OrphanTask> After(NewEntry entry, Func<Post, ImmutableArray<HolderFact>?> holders)
    {
        var look = new CaseLook(entry.Process, entry.After, entry.Stamp);
        return Touched(entry).SelectMany(step => Waiting(look, step)).Select(t => Orphan(look, t, holders)).OfType<OrphanTask>();
    }

    // Who is certainly a party is lost to every open step.
    private static IEnumerable<StepState> Touched(NewEntry entry)
    {
        var all = entry.Events.Any(e => e is PartyConfirmed or PartyAdded);
        var opened = entry.Events.OfType<StepOpened>().Select(e => e.Step).ToHashSet(StringComparer.Ordinal);
        return Leavers.Open(entry.After).Where(s => all || opened.Contains(s.Key));
    }

    private sealed record WaitingTask(StepState Step, WorkNode Node, Assignee By, Participant? Participant, Entitlement? To);

    private static IEnumerable<WaitingTask> Waiting(CaseLook look, StepState step) =>
        look.Process.Find(step.Key) switch
        {
            WorkNode node when node.IsWhole(step.Key) => [],
            StepNode { By: not PartyRole } node => [new WaitingTask(step, node, node.By, null, step.Entitled.FirstOrDefault())],
            JointNode joint => joint
                .Participants.Where(p => p.By is not PartyRole && step.Answers.All(a => Seat.ParticipantOf(a.Participant) != p.Key))
                .Where(p => p.All is null || step.Entitled.All(e => Seat.ParticipantOf(e.Key) != p.Key))
                .Select(p => new WaitingTask(step, joint, p.By, p, step.Entitled.FirstOrDefault(e => e.Key == p.Key))),
            WorkNode or ParallelNode or ChoiceNode or null => [],
            var other => throw new UnreachableException($"No answer for {other.GetType().Name}."),
        };

    // Null where somebody may do it, and where nobody knows.
    private static OrphanTask? Orphan(CaseLook look, WaitingTask task, Func<Post, ImmutableArray<HolderFact>?> holders)
    {
        var orphan = new OrphanTask(task.Step.Key, $"{task.By}", task.Participant?.Key, null);
        if (task.To is not { } to)
            return orphan;
        if (to is not { Organisation: not null, Role: not null } || IsGivenByName(look, task, to))
            return null;
        return holders(Choosing.PostOf(to)) is { } known && Able(look, task, to, known) < Needed(task)
            ? orphan with
            {
                Holders = known.Length,
            }
            : null;
    }

    private static int Needed(WaitingTask task) => task.Participant?.Officers ?? ((StepNode)task.Node).Officers;

    private static int Able(CaseLook look, WaitingTask task, Entitlement to, ImmutableArray<HolderFact> holders)
    {
        if (task.Participant is { } participant)
        {
            HashSet<string> own = [.. OwnCase.Barred(look, task.Node)];
            return holders.Count(h => ChoosingVoices.MayAnswer(participant, h, own));
        }

        var step = (StepNode)task.Node;
        var barred = Actors.Barred(look, step);
        return holders.Count(h => Choosing.MayAct(look, step, h, Choosing.PostOf(to), barred));
    }

    // Whoever has it by name for the office does it, whatever their post there.
    private static bool IsGivenByName(CaseLook look, WaitingTask task, Entitlement to) =>
        to.Person is { } person && !OwnCase.Barred(look, task.Node).Contains(person) && task.Step.Chosen.All(c => c.Person != person);
}

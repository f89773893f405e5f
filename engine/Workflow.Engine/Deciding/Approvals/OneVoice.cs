using System.Collections.Immutable;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Approvals;

/// <summary>One natural person has one voice in a joint review, whatever posts they hold, sign for or stand in for.</summary>
internal static class OneVoice
{
    /// <summary>Refuses whoever has a part in an answer already: its actor, the one acted for, a signer.</summary>
    /// <param name="look">The decision in the making.</param>
    /// <param name="key">The joint's key.</param>
    /// <param name="with">The others who would sign.</param>
    internal static Refusal? Check(CaseLook look, string key, ImmutableArray<string> with)
    {
        if (!Holds(look, key) || look.Run(key) is not { } step)
            return null;
        var now = Actors.Acting(look, with).ToHashSet(StringComparer.Ordinal);
        foreach (var given in step.Answers)
            if (given.Voices.FirstOrDefault(now.Contains) is { } both)
                return Twice(look, key, both, given.Participant);
        return null;
    }

    private static Refusal Twice(CaseLook look, string key, string person, string participant) =>
        VoteRefusals.SamePerson(Naming.Step(look, key), Naming.Person(look, person), Naming.Participant(look, key, participant));

    /// <summary>Whether the definition counts natural persons and not posts.</summary>
    internal static bool Holds(CaseLook look, string key) => look.Process.Find(key) is JointNode { Vote.OneVoice: true };
}

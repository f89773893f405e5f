using System.Collections.Immutable;
using Workflow.Definitions.Registers;
using Workflow.Engine.Record.Values;

namespace Workflow.Host.Replaying;

/// <summary>Somebody who held a post then: one of those in whose inbox the task was.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="Name">Their name.</param>
/// <param name="Entry">The latest entry up to then whose facts say so; null where only the register's dates do.</param>
/// <param name="Away">Whether the register has them away that day; null where it was not asked.</param>
public sealed record ReplayedHolder(string Person, string Name, long? Entry, bool? Away)
{
    /// <summary>Returns those whom the facts of the entries name as holders of a post, and those whom a register has in it on a day.</summary>
    /// <param name="recorded">The case up to an entry.</param>
    /// <param name="post">The post.</param>
    /// <param name="day">The day.</param>
    /// <param name="register">The register; null where nobody gave one.</param>
    public static ImmutableArray<ReplayedHolder> Of(RecordedCase recorded, Post post, DateOnly day, Register? register)
    {
        var seen = Recorded(recorded, post);
        var registered = (register?.Holders(post, day) ?? []).ToDictionary(h => h.Person.Id);
        return
        [
            .. seen
                .Keys.Union(registered.Keys)
                .Order(StringComparer.Ordinal)
                .Select(id => new ReplayedHolder(
                    id,
                    registered.TryGetValue(id, out var holder)
                        ? holder.Person.Name
                        : recorded.Glossary.Person(id, recorded.State.LodgedOn) ?? id,
                    seen.TryGetValue(id, out var entry) ? entry : null,
                    holder?.IsAway
                )),
        ];
    }

    // A later fact that does not give somebody the post any more takes them out.
    private static Dictionary<string, long> Recorded(RecordedCase recorded, Post post)
    {
        var seen = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (number, facts) in recorded.Entries.Select(e => (e.Number, e.Stamp.Facts)))
        {
            foreach (var person in facts.People)
                if (person.Posts.Contains(post))
                    seen[person.Id] = number;
                else
                    seen.Remove(person.Id);
            // Where a rule chose among the holders, the facts name them all.
            if (facts.Posts.FirstOrDefault(p => p.Post == post)?.Holders is { } all)
                seen = all.ToDictionary(h => h.Id, _ => number, StringComparer.Ordinal);
        }

        return seen;
    }
}

using System.Collections.Immutable;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>To whom a task goes as it opens.</summary>
/// <param name="Entitled">Who may act.</param>
/// <param name="Assigned">To whom a rule gives it; null for the post.</param>
/// <param name="Unattended">That nobody of the post may do it; null where somebody may.</param>
/// <param name="Only">The one person there who may do it; null where several may, or nobody.</param>
internal sealed record Choice(ImmutableArray<Entitlement> Entitled, StepAssigned? Assigned, StepUnattended? Unattended, string? Only);

/// <summary>A task that a rule is to give out.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Key">The step's key.</param>
/// <param name="Post">The post whose task it is.</param>
/// <param name="Before">Who had it in the run before; null for nobody.</param>
internal sealed record Wanted(AssignRule Rule, string Key, Post Post, string? Before);

/// <summary>
/// Chooses who gets a task of a post: among those who are there, hold its qualifications and are not barred by separation, who
/// had the run before, otherwise by the step's rule. The absent get nothing; their deputies may act on what is the post's.
/// </summary>
internal static class Choosing
{
    /// <summary>Returns to whom a task goes; null where no rule asks, or the facts are still to come.</summary>
    internal static Choice? Of(AskingLook look, StepNode node, string key, ImmutableArray<Entitlement> entitled)
    {
        if (node is { Assign: null, IfNobody: null, PassesBySame: null } || look.Process.PlaceOf(key) is { AnyTime: true })
            return null;
        if (IsUnnamed(node, entitled))
            return Instead(look, node, key, new StepUnattended(key, $"{node.By}", 0, null));
        if (entitled is not [var post] || Holders(look, post) is not { } holders)
            return null;
        if (Among(look, node, key, post, holders) is { } chosen)
            return chosen;
        var nobody = new StepUnattended(key, post.Key, holders.Length, null);
        return Instead(look, node, key, nobody) ?? new Choice(entitled, null, nobody, null);
    }

    // The field that names the office is empty: nobody is there, as in an office where nobody holds the post.
    private static bool IsUnnamed(StepNode node, ImmutableArray<Entitlement> entitled) => entitled.IsEmpty && node.By is FieldOffice;

    private static Choice? Instead(AskingLook look, StepNode node, string key, StepUnattended nobody) =>
        node.IfNobody?.Instead is { } other
        && Entitlements.Of(other, look.State) is [var post]
        && Holders(look, post) is { } holders
        && Among(look, node, key, post, holders) is { } chosen
            ? chosen with
            {
                Unattended = nobody with { Instead = post.Key },
            }
            : null;

    // Null where too few may act for the step ever to be finished.
    private static Choice? Among(CaseLook look, StepNode node, string key, Entitlement post, ImmutableArray<HolderFact> holders)
    {
        var barred = Actors.Barred(look, node);
        var able = holders.Where(h => MayAct(look, node, h, PostOf(post), barred)).ToImmutableArray();
        if (able.Length < node.Officers)
            return null;
        var assigned = node.Assign is { } rule ? Given(look, new Wanted(rule, key, PostOf(post), Before(look, key)), able, holders) : null;
        return new Choice([post], assigned, null, able is [{ IsThere: true } only] ? only.Id : null);
    }

    /// <summary>Whether a holder of a post may do a task of it, or somebody for them.</summary>
    internal static bool MayAct(CaseLook look, StepNode node, HolderFact holder, Post post, HashSet<string> barred) =>
        node.Qualified.All(q => holder.Qualifications.Contains(q))
        && !barred.Contains(holder.Id)
        && (holder.IsThere || holder.ActedForBy(post, look.Definition.Id).Any(d => !barred.Contains(d)));

    private static string? Before(CaseLook look, string key) =>
        look.State.Superseded.LastOrDefault(s => s.Key == key) is { } run ? run.ClaimedBy ?? Acted(run) : null;

    /// <summary>Gives a task to who had it before, otherwise to one by the rule; null where nobody is there.</summary>
    /// <param name="look">The decision in the making.</param>
    /// <param name="wanted">What is to be given out.</param>
    /// <param name="able">Who may do it, there or not.</param>
    /// <param name="holders">All who hold the post.</param>
    internal static StepAssigned? Given(CaseLook look, Wanted wanted, IEnumerable<HolderFact> able, ImmutableArray<HolderFact> holders)
    {
        var there = able.Where(h => h.IsThere).ToList();
        if (there.Count == 0)
            return null;
        var again = there.FirstOrDefault(h => h.Id == wanted.Before);
        var next = again ?? InOrder(look, wanted, there).First();
        var by = again is null ? By(wanted.Rule) : AssignedBy.HeldBefore;
        return new StepAssigned(wanted.Key, next.Id, by, wanted.Post, there.Count, 1 + holders.Max(h => LastTurn(look, wanted.Post, h)));
    }

    private static AssignedBy By(AssignRule rule) => rule == AssignRule.LeastLoaded ? AssignedBy.LeastLoaded : AssignedBy.RoundRobin;

    // Sorted by the rule, then by who has waited longest for a turn, then by id, so that the result can be repeated.
    private static IEnumerable<HolderFact> InOrder(CaseLook look, Wanted wanted, List<HolderFact> there) =>
        there
            .OrderBy(h => wanted.Rule == AssignRule.LeastLoaded ? h.Load + Workload.Of(look.Process, look.State, h.Id) : 0)
            .ThenBy(h => LastTurn(look, wanted.Post, h))
            .ThenBy(h => h.Id, StringComparer.Ordinal);

    private static long LastTurn(CaseLook look, Post post, HolderFact holder) =>
        Math.Max(holder.Turn, Workload.Turn(look.State, post, holder.Id));

    // A run that began in another system returns to its first person, if that person was reported.
    private static string? Acted(StepState run) =>
        run.Completed is { } done && done.By is SystemActor ? done.With.FirstOrDefault() : run.Completed?.By;

    /// <summary>Who holds the post that an entitlement names; null where it names none, and where nobody knows.</summary>
    internal static ImmutableArray<HolderFact>? Holders(AskingLook look, Entitlement post) =>
        post is { Organisation: not null, Role: not null, Person: null } ? look.Holders(PostOf(post)) : null;

    internal static Post PostOf(Entitlement post) => new(post.Organisation!, post.Role!);
}

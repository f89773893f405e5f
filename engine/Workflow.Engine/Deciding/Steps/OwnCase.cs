using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>
/// Recusal 回避: a natural person who is a party of a case does nothing for an office in it, nor does a deputy for them or they as
/// a deputy. What they do as the party is theirs. A step may let them in who only receive. Whom another party alone calls a party
/// acts on until it is confirmed: naming officers as parties would keep them all from a case.
/// </summary>
public static class OwnCase
{
    /// <summary>Whether a task is kept from somebody because the case is their own: it is an office's, and does not let them in.</summary>
    /// <param name="process">What the case is bound to.</param>
    /// <param name="state">The case.</param>
    /// <param name="step">The step's key.</param>
    /// <param name="to">Who may act there.</param>
    /// <param name="person">Id of the natural person.</param>
    public static bool Keeps(PublishedProcess process, CaseState state, string step, Entitlement to, string person) =>
        to.IsForOffice && state.IsOwnOf(person) && !LetsIn(process.Find(step));

    /// <summary>Refuses whoever is a party, of those who act: the actor and the one acted for.</summary>
    /// <param name="look">The decision in the making.</param>
    /// <param name="key">The key of the step at which they act; null for the case as a whole.</param>
    internal static Refusal? Check(CaseLook look, string? key) =>
        Actors.Acting(look, []).Select(id => Check(look, key, id)).FirstOrDefault(r => r is not null);

    /// <summary>Refuses an officer who is a party; a party who holds no post hears whose the act is.</summary>
    internal static Refusal? OfOfficer(CaseLook look, string? key) =>
        Actors.Principal(look) is { Posts.IsEmpty: false } ? Check(look, key) : null;

    /// <summary>Refuses somebody who is a party.</summary>
    internal static Refusal? Check(CaseLook look, string? key, string person) =>
        look.State.IsOwnOf(person) && !LetsIn(look, key) ? StepRefusals.OwnCase(Naming.Person(look, person)) : null;

    /// <summary>The persons to whom no task of a step is given.</summary>
    internal static IEnumerable<string> Barred(CaseLook look, WorkNode node) =>
        LetsIn(node) ? [] : look.State.Parties.Select(p => p.Person).Where(look.State.IsOwnOf);

    private static bool LetsIn(CaseLook look, string? key) => key is not null && LetsIn(look.Process.Find(key));

    private static bool LetsIn(Node? node) => node is WorkNode { OwnCase: true };
}

using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Views;
using Workflow.Host.Answers;

namespace Workflow.Host.Identity;

/// <summary>Who sees a case: its parties, the organisations that take part, those drawn in or sent a copy, supervisors and auditors. Nobody else.</summary>
public static class CaseAccess
{
    public static bool MaySee(Caller caller, CaseState state) =>
        caller.ReadsAll
        || state.Parties.Any(p => p.Person == caller.Id)
        || TakesPart(caller, state)
        || state.Informed.Contains(caller.Id)
        || state.Steps.Values.SelectMany(s => s.Entitled.Concat(s.Sides.Select(t => t.Who))).Any(e => IsInvolved(caller, state, e));

    private static bool IsInvolved(Caller caller, CaseState state, Entitlement who) =>
        who.Person == caller.Id || caller.PostsIn(state.Process).Any(p => p.Organisation == who.Organisation);

    /// <summary>How much the caller sees of a case that they may see. Whoever is a party sees it as one, whatever post they hold.</summary>
    public static Viewer Viewer(Caller caller, CaseState state) => new(caller.Id, Sight(caller, state));

    /// <summary>Whether a step waits or waited for a person by name, and not for a post.</summary>
    public static bool IsTheirs(CaseState state, string key, string person) =>
        state.Steps.GetValueOrDefault(key) is { } step && step.Entitled.Any(e => e.Person == person);

    /// <exception cref="RequestRefusedException">The caller may not see it.</exception>
    public static CaseState Require(Caller caller, CaseState? state, string number)
    {
        var begun = state is { Stage: not CaseStage.None } ? state : throw IdentityRefusals.NoCase(number);
        return MaySee(caller, begun) ? begun : throw IdentityRefusals.CaseNotVisible(caller.Named);
    }

    /// <summary>As whom the caller sees a case.</summary>
    /// <inheritdoc cref="Require"/>
    public static Viewer RequireViewer(Caller caller, CaseState? state, string number) => Viewer(caller, Require(caller, state, number));

    /// <summary>Whether the caller is a party of a case and sees it as one.</summary>
    public static bool IsOwn(Caller caller, CaseState state) =>
        state.Parties.Any(p => p.Person == caller.Id) && Viewer(caller, state).IsOutside;

    private static CaseSight Sight(Caller caller, CaseState state) =>
        state.IsOwnOf(caller.Id) ? CaseSight.Party
        : caller.ReadsAll ? CaseSight.Whole
        : IsInside(caller, state) ? CaseSight.Office
        : CaseSight.Party;

    private static bool IsInside(Caller caller, CaseState state)
    {
        List<Post> posts = [.. caller.PostsIn(state.Process)];
        return posts.Count > 0 && !state.IsForAsParty(caller.Id, posts);
    }

    private static bool TakesPart(Caller caller, CaseState state) =>
        caller.PostsIn(state.Process).Any(p => state.Offices.Values.Contains(p.Organisation));
}

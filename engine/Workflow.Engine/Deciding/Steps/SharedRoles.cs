using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>
/// Several persons in the role of one party, such as two applicants. Each has the whole of it: nobody shuts another out by taking
/// their task, and whoever is one of them only because a party says so, or was named together with them at the window, does not end the
/// case for the others.
/// </summary>
internal static class SharedRoles
{
    /// <summary>Refuses an outcome that ends the case to whoever an office has not vouched for and who did not lodge it, where others have the same role.</summary>
    internal static Refusal? MayEnd(CaseLook look, string key, OutcomeRule outcome)
    {
        if (outcome.Exit is not EndExit || IsVote(look, key) || look.Stamp.IsRule)
            return null;
        if (!OfficersRights.IsPartys(look, key) || Actors.Principal(look) is not { } person || !HasOthers(look, key))
            return null;
        return !IsVouchedFor(look, person.Id) ? PartyRefusals.EndsForOthers(Naming.Person(person), Naming.Step(look, key))
            : look.State.NamedTogether.Contains(person.Id) ? PartyRefusals.EndsForEquals(Naming.Person(person), Naming.Step(look, key))
            : null;
    }

    // Where all of them answer, nobody ends it for the others.
    private static bool IsVote(CaseLook look, string key) => look.Process.Find(key) is JointNode;

    private static bool IsVouchedFor(CaseLook look, string person) =>
        look.State.IsOwnOf(person) && !look.State.ConfirmedByThemselves.Contains(person);

    private static bool HasOthers(CaseLook look, string key) => StepGuards.Who(look, key).Select(e => e.Person).Distinct().Skip(1).Any();
}

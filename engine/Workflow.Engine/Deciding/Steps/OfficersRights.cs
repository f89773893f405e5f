using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>
/// What whoever has a step may do beside giving it an outcome: return the case, ask others, have others sign. These are rights of
/// officers, and come with the step; a party that acts at a step has its own answer and no more, unless the step itself says that it returns.
/// </summary>
internal static class OfficersRights
{
    /// <summary>Refuses whoever acts at a step as a party alone.</summary>
    internal static Refusal? Check(CaseLook look, string key) =>
        IsPartys(look, key) ? StepRefusals.NotForParties(Naming.Step(look, key)) : null;

    /// <summary>Refuses a return to whoever acts at a step as a party alone, where the step does not say that it returns.</summary>
    internal static Refusal? MayReturn(CaseLook look, string key) => SaysReturn(look, key) ? null : Check(look, key);

    private static bool SaysReturn(CaseLook look, string key) => look.Process.Find(key) is WorkNode { Returns: not null };

    /// <summary>Whether the actor has the step as a party alone.</summary>
    internal static bool IsPartys(CaseLook look, string key)
    {
        var mine = StepGuards.Who(look, key).Where(e => Actors.Admitted(look, key, e)).ToList();
        return mine.Count > 0 && mine.TrueForAll(e => !e.IsForOffice);
    }
}

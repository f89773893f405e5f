using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding;

/// <summary>
/// Who may record an earlier day, and on what paper 倒签. An officer puts down late what was done in time; what a party hands in has the
/// day on which it came in, which whoever received it records.
/// </summary>
internal static class Backdating
{
    /// <summary>Refuses an earlier day to whoever is a party, or held no post on both days.</summary>
    internal static Refusal? Check(CaseLook look) =>
        look.Stamp.Rules < RulesVersion.OwnRights || Actors.Principal(look) is not { } person || IsOfficer(look.State, person)
            ? null
            : CaseRefusals.NotToBackdate(Naming.Person(person));

    /// <summary>Whether the paper that proves an earlier day lay in the case by a day: a file attached to it, or a paper issued in it.</summary>
    internal static bool IsProvenBy(CaseLook look, DateOnly day) =>
        look.Stamp.Rules < RulesVersion.OwnRights
        || look.Told is not null
        || look.State.Files.Any(f => f.On <= day && (f.Sha256 == look.Stamp.Document || f.Name == look.Stamp.Document))
        || look.State.Documents.Any(d => d.Issued.RecordedOn <= day && d.Issued.Number == look.Stamp.Document);

    private static bool IsOfficer(CaseState state, PersonFact person) => !person.Posts.IsEmpty && !state.IsOwnOf(person.Id);
}

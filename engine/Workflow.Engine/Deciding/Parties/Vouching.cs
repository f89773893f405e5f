using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Parties;

/// <summary>
/// Whose word makes an officer a party: their own, and that of the head of the leading office. A party does nothing for an office and
/// sees nothing of its files, so whoever could name one could keep head, supervision and audit from a case. Supervision and audit
/// watch the head too, and are a party by their own word alone.
/// </summary>
internal static class Vouching
{
    /// <summary>Refuses whoever would make an officer a party by a word that does not count.</summary>
    internal static Refusal? Check(CaseLook look, string person)
    {
        if (IsOneself(look, person))
            return null;
        if (Oversees(look, person))
            return PartyRefusals.Oversight(Naming.Person(look, person));
        return !IsKnownOfficer(look, person) || Actors.MustLead(look) is null
            ? null
            : PartyRefusals.Officer(Naming.Person(look, person), Naming.Post(look, Actors.Head(look)));
    }

    /// <summary>Whether it is the person's own word: no deputy gives it for supervision and audit.</summary>
    internal static bool IsOneself(CaseLook look, string person) =>
        Actors.Principal(look) is { IsPart: false } self && self.Id == person && (look.Stamp.For is null || !Oversees(look, person));

    /// <summary>Whether the facts know somebody as an officer, of whatever office.</summary>
    internal static bool IsKnownOfficer(CaseLook look, string person) =>
        look.Stamp.Facts.People.Any(p => p.Id == person && !p.Posts.IsEmpty);

    /// <summary>Whether the facts know somebody as one who reads every case.</summary>
    internal static bool Oversees(CaseLook look, string person) =>
        look.Stamp.Facts.People.Any(p => p.Id == person && p.Posts.Any(post => Roles.Oversees(post.Role)));
}

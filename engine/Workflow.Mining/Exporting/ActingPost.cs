using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Mining.Exporting;

/// <summary>In which post somebody acted, by the facts of the entry alone: whose the step is says nothing of it.</summary>
/// <param name="Role">The role, or what the party is to the case; null where nobody can say, and for rules and systems.</param>
/// <param name="Organisation">The organisation; null for a party.</param>
internal readonly record struct ActingPost(string? Role, string? Organisation)
{
    /// <summary>Returns the post that the step asks for where the actor holds it, else what they are to the case, else their only post.</summary>
    internal static ActingPost Of(LedgerEntry entry, CaseState before, CaseEvent happened, string actor, Assignee? by)
    {
        var parties = (happened is CaseLodged lodged ? lodged.Parties : before.Parties).Where(p => p.Person == actor).ToList();
        var posts = entry.Stamp.Facts.People.FirstOrDefault(p => p.Id == actor)?.Posts ?? [];
        var asked = by is OfficeRole o ? new Post(before.Offices.GetValueOrDefault(o.Office, o.Office), o.Role) : null;
        if (asked is not null && posts.Contains(asked))
            return new ActingPost(asked.Role, asked.Organisation);
        if ((parties.Find(p => by is PartyRole r && r.Role == p.Role) ?? parties.FirstOrDefault()) is { } party)
            return new ActingPost(party.Role, null);
        return posts is [var only] ? new ActingPost(only.Role, only.Organisation) : default;
    }
}

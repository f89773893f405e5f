using Workflow.Engine.Deciding.Parties;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Guards about acting for an absent person: on the days, in the processes and through the posts that their absence names.</summary>
internal static class Deputyship
{
    /// <summary>Whether a person is acted for by another.</summary>
    internal static bool IsUsed(CaseLook look, string person) =>
        look.Stamp.For == person && person != look.Stamp.Actor && !look.Stamp.IsRule;

    /// <summary>Somebody acts for another only as the deputy that the other's absence names on the effective day, in the processes it names.</summary>
    internal static Refusal? MustBeDeputy(CaseLook look)
    {
        if (look.Stamp.For is not { } absent || !IsUsed(look, absent))
            return null;
        if (VisitorId.Is(absent))
            return Visitors.MustServe(look, absent);
        if (Actors.Find(look, absent) is not null)
            return null;
        var elsewhere = look.Stamp.Facts.People.Any(p => p.Id == absent && p.StandIns.Any(s => s.Deputy == look.Stamp.Actor));
        return NotFor(look, absent, elsewhere ? ActorRefusals.ForOtherProcesses() : ActorRefusals.NamesNoDeputy());
    }

    /// <summary>A deputy for some posts touches what the absent did at steps of these posts alone.</summary>
    internal static Refusal? MustReach(CaseLook look, string key) =>
        Actors.Principal(look) is { IsPart: true } part
        && look.Process.Find(key) is WorkNode node
        && !Entitlements.Of(node, look.State).Any(e => e.Admits(part))
            ? NotFor(look, part.Id, ActorRefusals.ForOtherPosts())
            : null;

    private static Refusal NotFor(CaseLook look, string absent, Message why) =>
        ActorRefusals.NotDeputy(Naming.Actor(look), Naming.Person(look, absent), look.On, why);
}

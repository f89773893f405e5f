using System.Collections.Immutable;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.People;

/// <summary>Tells a party something in writing 补充告知. Nothing waits for it, no clock starts, and no step moves.</summary>
internal static class Notifying
{
    internal static Operation Operation { get; } =
        Operation.Of<Notify>(Notify) with
        {
            OfCase = look => Parties(look).Select(role => new ActionOffer("notify", role, null, Naming.Party(look, role), MayNotify(look))),
            When = Operation.CaseStanding.AtWork | Operation.CaseStanding.Concluding,
        };

    internal static Refusal? Notify(CaseTurn turn, Notify command)
    {
        if ((MayNotify(turn) ?? Check(turn, command)) is { } refusal)
            return refusal;
        Tell(turn, command.Party, command.Text, PlainText.IsBlank(command.Document) ? null : command.Document);
        return null;
    }

    /// <summary>Tells every party what was done in the case, and on which paper.</summary>
    internal static void TellParties(CaseTurn turn, string text, string document)
    {
        foreach (var party in Parties(turn).ToList())
            Tell(turn, party, text, document);
    }

    private static void Tell(CaseTurn turn, string party, string text, string? document)
    {
        var to = turn.State.Parties.Where(p => p.Role == party).Select(p => new Entitlement(p.Role, null, null, p.Person));
        turn.Apply(new Notified(party, [.. to], text, document, turn.Stamp.Actor, turn.On));
    }

    private static Refusal? MayNotify(CaseLook look) => Actors.MustBeOfficial(look);

    private static Refusal? Check(CaseLook look, Notify command)
    {
        if (!Parties(look).Contains(command.Party))
            return NotifyRefusals.NoParty(command.Party, MessageValue.List(Parties(look).Select(role => Naming.Party(look, role))));
        if (PlainText.IsBlank(command.Text))
            return NotifyRefusals.Empty();
        return command.Document?.Length > Lengths.LongestName
            ? NotifyRefusals.DocumentTooLong(Lengths.LongestName, command.Document.Length)
            : null;
    }

    private static IEnumerable<string> Parties(CaseLook look) => look.State.Parties.Select(p => p.Role).Distinct();
}

using System.Collections.Immutable;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding;

/// <summary>How long what people write freely may be where no field of the definition bounds it.</summary>
internal static class Lengths
{
    /// <summary>The longest name or number of a document or a party, in characters.</summary>
    internal const int LongestName = 200;
    private const int MostParties = 100;

    internal static Refusal? Check(CaseCommand command) => command is ISays says ? Reasons(says.Said) : null;

    /// <summary>Refuses more parties, or longer names, than a case may have.</summary>
    internal static Refusal? Parties(CaseLook look, ImmutableArray<PartyEntry> parties)
    {
        if (parties.Length > MostParties)
            return PartyRefusals.TooMany(MostParties, parties.Length);
        return parties.FirstOrDefault(p => p.Name?.Length > LongestName) is { } named
            ? PartyRefusals.NameTooLong(Naming.Party(look, named.Role), LongestName, named.Name.Length)
            : null;
    }

    /// <summary>Whether a case has as many parties as it may have.</summary>
    internal static Refusal? MayTakeAParty(CaseLook look) =>
        look.State.Parties.Length >= MostParties ? PartyRefusals.TooMany(MostParties, look.State.Parties.Length + 1) : null;

    private static Refusal? Reasons(string? reasons) =>
        reasons?.Length > Payload.LongestText ? StepRefusals.ReasonsTooLong(Payload.LongestText, reasons.Length) : null;
}

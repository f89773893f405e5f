using Workflow.Engine.Deciding.Adoption;
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

    internal static Refusal? Check(CaseCommand command) => command switch
    {
        Lodge c => Parties(c),
        Answer { Opinion: { } opinion } => Reasons(opinion),
        Return c => Reasons(c.Reasons),
        ExtendClock c => Reasons(c.Reasons),
        Terminate c => Reasons(c.Reasons),
        AddSigner c => Reasons(c.Reasons),
        RemoveSigner c => Reasons(c.Reasons),
        Transfer c => Reasons(c.Reasons),
        Entrust c => Reasons(c.Words),
        Consult c => Reasons(c.Question),
        Reply c => Reasons(c.Opinion),
        Urge c => Reasons(c.Text),
        Supervise c => Reasons(c.Text),
        Jump c => Reasons(c.Reasons),
        SuspendCase c => Reasons(c.Reasons),
        CancelCase c => Reasons(c.Reasons),
        RevokeCase c => Reasons(c.Reasons),
        ReopenCase c => Reasons(c.Reasons),
        CorrectForm c => Reasons(c.Reasons),
        CorrectSilence c => Reasons(c.Reasons),
        AdoptCase c => ToldLengths.Check(c) ?? Reasons(c.Reasons),
        MigrateCase c => Reasons(c.Reasons),
        PauseClock { Document.Length: > LongestName } c => new Refusal("clock.notice_too_long", $"Expected the notice's number in at most {LongestName} characters, but it has {c.Document.Length}."),
        _ => null,
    };

    private static Refusal? Parties(Lodge command)
    {
        if (command.Parties.Length > MostParties) return new Refusal("party.too_many", $"Expected at most {MostParties} parties, but there are {command.Parties.Length}.");
        return command.Parties.FirstOrDefault(p => p.Name?.Length > LongestName) is { } named
            ? new Refusal("party.name_too_long", $"Expected the name of '{named.Role}' in at most {LongestName} characters, but it has {named.Name.Length}.")
            : null;
    }

    private static Refusal? Reasons(string? reasons) => reasons?.Length > Payload.LongestText
        ? new Refusal("step.reasons_too_long", $"Expected at most {Payload.LongestText} characters of reasons, but there are {reasons.Length}.")
        : null;
}

using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals about the parties of a case.</summary>
internal static class PartyRefusals
{
    /// <summary>The process has no such party.</summary>
    /// <param name="role">The name found.</param>
    /// <param name="process">The process.</param>
    /// <param name="known">Its parties.</param>
    internal static Refusal Unknown(string role, NameValue process, IEnumerable<NameValue> known) =>
        new(new Message("party.unknown", ("role", role), ("process", process)).With(NearNames.Of(role, known)));

    /// <summary>A party has no name or no person.</summary>
    internal static Refusal Incomplete(NameValue party) => new("party.incomplete", ("party", party));

    /// <summary>Who may lodge, for a sentence.</summary>
    internal static Message PartyOrOfficer() => new("party.or_officer");

    /// <summary>The applicant is missing.</summary>
    internal static Refusal Missing(NameValue party) => new("party.missing", ("party", party));

    /// <summary>More parties are named than a case may have.</summary>
    internal static Refusal TooMany(int most, int found) => new("party.too_many", ("most", most), ("found", found));

    /// <summary>It is certain already that somebody is a party.</summary>
    internal static Refusal Confirmed(NameValue person) => new("party.confirmed", ("person", person));

    /// <summary>No officer has confirmed that somebody is a party.</summary>
    internal static Refusal NotConfirmed(NameValue person) => new("party.not_confirmed", ("person", person));

    /// <summary>Somebody would make an officer a party.</summary>
    /// <param name="person">The officer.</param>
    /// <param name="head">The head of the leading office.</param>
    internal static Refusal Officer(NameValue person, NameValue head) => new("party.officer", ("person", person), ("head", head));

    /// <summary>Somebody would make a party of one who reads every case.</summary>
    internal static Refusal Oversight(NameValue person) => new("party.oversight", ("person", person));

    /// <summary>Somebody for whom nobody but the other parties vouches would end the case for them all.</summary>
    internal static Refusal EndsForOthers(NameValue person, NameValue step) =>
        new("party.ends_for_others", ("person", person), ("step", step));

    /// <summary>Somebody is that party already.</summary>
    /// <param name="name">The party's name.</param>
    /// <param name="party">The role.</param>
    internal static Refusal Already(string name, NameValue party) => new("party.already", ("name", name), ("party", party));

    /// <summary>Somebody is no party of the case.</summary>
    internal static Refusal Nobody(string person) => new("party.nobody", ("person", person));

    /// <summary>A party has no account, and no officer takes them in.</summary>
    internal static Refusal NoAccount(NameValue party) => new("party.no_account", ("party", party));

    /// <summary>Somebody would act for a visitor whom their post did not take in.</summary>
    /// <param name="visitor">The visitor.</param>
    /// <param name="window">The post that took them in.</param>
    internal static Refusal NotTheWindow(NameValue visitor, NameValue window) =>
        new("party.not_the_window", ("visitor", visitor), ("window", window));

    /// <summary>One of several who applied together would end the case for all.</summary>
    internal static Refusal EndsForEquals(NameValue person, NameValue step) =>
        new("party.ends_for_equals", ("person", person), ("step", step));

    /// <summary>The number of the paper by which a party showed who it is cannot be one.</summary>
    /// <param name="party">The party.</param>
    /// <param name="wrong">What is wrong, of <see cref="FieldFaults"/>.</param>
    internal static Refusal IdentityWrong(NameValue party, Message wrong) =>
        new("party.identity_wrong", ("party", party), ("wrong", wrong));

    /// <summary>Nothing proves what a visitor asks.</summary>
    internal static Refusal PaperMissing(NameValue visitor) => new("party.paper_missing", ("visitor", visitor));

    /// <summary>The name of a party is too long.</summary>
    internal static Refusal NameTooLong(NameValue party, int most, int found) =>
        new("party.name_too_long", ("party", party), ("most", most), ("found", found));
}

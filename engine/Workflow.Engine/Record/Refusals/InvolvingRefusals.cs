using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals about whom a task may be given to, or who may be involved at a step.</summary>
internal static class InvolvingRefusals
{
    /// <summary>The person holds no post.</summary>
    internal static Refusal NoOfficer(NameValue person) => new("person.no_officer", ("person", person));

    /// <summary>The person is a party of the case.</summary>
    internal static Refusal IsParty(NameValue person) => new("person.party", ("person", person));

    /// <summary>The person is at the step already.</summary>
    internal static Refusal AlreadyThere(NameValue step, NameValue person) =>
        new("person.already_there", ("step", step), ("person", person));

    /// <summary>The person answers in the joint review already, and has one voice.</summary>
    internal static Refusal AnswersAlready(NameValue step, NameValue person) =>
        new("person.answers_already", ("step", step), ("person", person));

    /// <summary>As many people as a step may have are there.</summary>
    internal static Refusal TooMany(NameValue step, int most) => new("person.too_many", ("step", step), ("most", most));

    /// <summary>Somebody is of no office that has the step, and has no voice there.</summary>
    internal static Refusal OtherOffice(NameValue step, NameValue person) => new("person.other_office", ("step", step), ("person", person));
}

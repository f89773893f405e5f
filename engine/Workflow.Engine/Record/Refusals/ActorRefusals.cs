using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals about who acts, whatever the step.</summary>
internal static class ActorRefusals
{
    /// <summary>The register does not know somebody.</summary>
    internal static Refusal Unknown(string? person) => new("person.unknown", ("person", person ?? ""));

    /// <summary>The case is not the actor's.</summary>
    /// <param name="who">Whose it is: a post, or a message of this class.</param>
    /// <param name="person">The actor.</param>
    internal static Refusal NotYours(MessageValue who, NameValue person) => new("case.not_yours", ("who", who), ("person", person));

    /// <summary>Whose the case is: everybody's who takes part.</summary>
    internal static Message WhoTakesPart() => new("case.who_takes_part");

    /// <summary>Whose the case is: the officers' of the offices that take part.</summary>
    internal static Message AnOfficer() => new("case.an_officer");

    /// <summary>Whose the case is: the officers' of the leading office.</summary>
    internal static Message OfTheLead() => new("case.of_the_lead");

    /// <summary>Whose something of the case is: the officers' of the leading office, and of whoever has the step that it is for.</summary>
    internal static Message OfTheLeadOrTheStep() => new("case.of_the_lead_or_the_step");

    /// <summary>Whose the case is: the supervision office's.</summary>
    internal static Message TheSupervision() => new("case.the_supervision");

    /// <summary>The actor is not the deputy of the one acted for.</summary>
    /// <param name="person">The actor.</param>
    /// <param name="absent">The one acted for.</param>
    /// <param name="on">The effective day.</param>
    /// <param name="why">What the register says instead, of this class.</param>
    internal static Refusal NotDeputy(NameValue person, NameValue absent, DateOnly on, Message why) =>
        new("person.not_deputy", ("person", person), ("absent", absent), ("on", on), ("why", why));

    /// <summary>What the register says: nothing of a deputy.</summary>
    internal static Message NamesNoDeputy() => new("person.names_no_deputy");

    /// <summary>What the register says: the deputy is one for other processes.</summary>
    internal static Message ForOtherProcesses() => new("person.for_other_processes");

    /// <summary>What the register says: the deputy is one for other posts.</summary>
    internal static Message ForOtherPosts() => new("person.for_other_posts");
}

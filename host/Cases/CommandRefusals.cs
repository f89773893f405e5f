using Workflow.Engine.Messages;
using Workflow.Engine.Record.Refusals;
using Workflow.Host.Answers;

namespace Workflow.Host.Cases;

/// <summary>What stands against a command in a body, before the engine sees it.</summary>
internal static class CommandRefusals
{
    /// <summary>How it stands at a step of an office is the office's affair, and so is why a party may not act there.</summary>
    internal static Refusal OfOffice() => new("command.of_office");

    /// <summary>No command has the name.</summary>
    /// <param name="found">The name found.</param>
    /// <param name="known">The commands that there are.</param>
    internal static RequestRefusedException Unknown(string found, IEnumerable<string> known) =>
        new(new Message("command.unknown", ("found", found)).With(NearNames.OfWords(found, known) ?? new Message("command.listed")));

    /// <summary>Only rules give it.</summary>
    internal static RequestRefusedException RuleOnly() => new("command.rule_only");

    /// <summary>Only another case lodges so.</summary>
    internal static RequestRefusedException CalledOnly() => new("command.called_only");

    /// <summary>It is no lodging.</summary>
    internal static RequestRefusedException NotLodging() => new("command.not_lodging");

    /// <summary>It is no migration.</summary>
    internal static RequestRefusedException NotMigration() => new("command.not_migration");

    /// <summary>It is no adoption.</summary>
    internal static RequestRefusedException NotAdoption() => new("command.not_adoption");

    /// <summary>The register knows nobody by the id that a party is given: the case would be nobody's, or in time somebody else's.</summary>
    /// <param name="person">The id found.</param>
    /// <param name="meant">Whom the caller probably meant; null for nobody.</param>
    internal static RequestRefusedException UnknownParty(string person, Message? meant) =>
        new(new Message("command.party_unknown", ("person", person)).With(meant ?? new Message("command.enter_party")));

    /// <summary>A party goes by the name of somebody else of the register.</summary>
    /// <param name="name">The name found.</param>
    internal static Refusal NameOfAnother(string name) => new("command.name_of_another", ("name", name));

    /// <summary>The outcome needs reasons, which are given for one case.</summary>
    internal static Refusal NeedsReasons => new("bulk.needs_reasons");
}

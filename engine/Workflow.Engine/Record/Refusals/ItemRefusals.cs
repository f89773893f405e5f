using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals about the item of the catalogue that a case belongs to.</summary>
internal static class ItemRefusals
{
    /// <summary>The catalogue does not list it.</summary>
    internal static Refusal NotListed(string item, NameValue process) => new("item.not_listed", ("item", item), ("process", process));

    /// <summary>It is not active on the day.</summary>
    internal static Refusal NotActive(string item, NameValue process, DateOnly on) =>
        new("item.not_active", ("item", item), ("process", process), ("on", on));

    /// <summary>No hall accepts it.</summary>
    internal static Refusal NotStationed(string item, NameValue process) => new("item.not_stationed", ("item", item), ("process", process));
}

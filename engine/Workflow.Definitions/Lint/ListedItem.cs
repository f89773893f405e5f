using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Lint;

/// <summary>Looks whether the catalogue lists the item of a process.</summary>
public static class ListedItem
{
    /// <summary>The rule, for the list of rules.</summary>
    public static LintRule Rule { get; } = LintRule.Warning("item.unlisted", "The catalogue does not list the item",
        "A case can only be lodged for an item that the catalogue lists as active on that day.");

    /// <summary>Returns a warning where the catalogue has no item of the code; nothing from a catalogue without items.</summary>
    public static IEnumerable<Problem> Check(DefinitionReading reading, Register register)
    {
        var codes = register.Items.Select(i => i.Code).ToList();
        if (reading.Definition is not { } definition || codes.Count == 0 || codes.Contains(definition.Item.Code)) return [];
        return [new Problem(reading.Places.Key("item"), LintProblems.UnlistedItem(definition.Item.Code, Ways.Near(definition.Item.Code, codes)), Rule.Severity)];
    }
}

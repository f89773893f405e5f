using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint;

/// <summary>Looks whether the catalogue lists the item of a process as the process tells it.</summary>
public static class CatalogueRow
{
    /// <summary>An item without a row.</summary>
    public static LintRule Unlisted { get; } = LintRule.Warning("item.unlisted");

    /// <summary>An item that is active on no day of the process.</summary>
    public static LintRule NeverActive { get; } = LintRule.Warning("item.never_active");

    /// <summary>Another type of item.</summary>
    public static LintRule OtherType { get; } = LintRule.Warning("item.other_type");

    /// <summary>Another office in the lead.</summary>
    public static LintRule OtherLead { get; } = LintRule.Warning("item.other_lead");

    /// <summary>Returns a warning for each thing that the catalogue tells otherwise; nothing from a catalogue without items.</summary>
    public static IEnumerable<Problem> Check(DefinitionReading reading, Register register)
    {
        if (reading.Definition is not { } definition || !register.Items.Any())
            return [];
        var row = register.Items.FirstOrDefault(i => i.Code == definition.Item.Code);
        return row is null ? [IsUnlisted(reading.Places, definition.Item.Code, register)] : Differences(reading.Places, definition, row);
    }

    private static Problem IsUnlisted(Places places, string code, Register register)
    {
        var way = Ways.Near(code, register.Items.Select(i => i.Code));
        return new Problem(places.Item("code"), LintProblems.UnlistedItem(code, way), Unlisted.Severity);
    }

    private static IEnumerable<Problem> Differences(Places places, ProcessDefinition definition, CatalogueItem row)
    {
        if (!row.IsActiveIn(definition.InForce))
            yield return new Problem(places.Item("code"), LintProblems.NeverActive(row.Code, definition.InForce), NeverActive.Severity);
        if (definition.Item.Type != row.Type)
            yield return new Problem(places.Item("type"), LintProblems.OtherType(row, definition.Item.Type), OtherType.Severity);
        if (row.Behind(definition.Item.Lead) != row.Lead)
            yield return new Problem(places.Item("lead"), LintProblems.OtherLead(row, definition.Item.Lead), OtherLead.Severity);
    }
}

using Workflow.Definitions.Filing;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Papers;

/// <summary>Checks that a paper is filed at a place that the case file of such an item has.</summary>
internal static class FilingCheck
{
    public static void Run(ProcessDefinition definition, Places places, Problems problems)
    {
        foreach (var document in definition.Documents)
            Check(document.Filed, places.Document(document.Id, Value), definition, problems);
        foreach (var material in definition.Materials)
            Check(material.Filed, places.Material(material.Id, Value), definition, problems);
    }

    private const string Value = $"filed{Places.ValueMark}";

    private static void Check(string? filed, Position at, ProcessDefinition definition, Problems problems)
    {
        var known = FilingOrders.For(definition.Item.Type).Places;
        if (filed is null || known.All.Contains(filed))
            return;
        problems.Error(at, FieldProblems.FilingPlace(definition.Item.Type, known.All, Shape.Short(filed), Ways.Near(filed, known.All)));
    }
}

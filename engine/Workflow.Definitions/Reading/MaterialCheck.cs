using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Checks what is said of materials: a promise can be taken, and what it opens is a step that somebody may open at any time.</summary>
internal static class MaterialCheck
{
    public static void Run(ProcessDefinition definition, Places places, Problems problems)
    {
        var anyTime = definition
            .AnyTime.Concat(Outline.All(definition).OfType<WorkNode>().SelectMany(w => w.AnyTime))
            .Select(s => s.Id)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var material in definition.Materials.Where(m => m.Promise is not null))
        {
            if (material.Promise!.Opens is { } step && !anyTime.Contains(step))
                problems.Error(places.Material(material.Id, "promise/on-expiry"), FieldProblems.Expiry(material.Id, step));
            if (material.Shared is not null)
                problems.Error(places.Material(material.Id, "promise"), FieldProblems.PromiseOfShare(material.Id, material.Shared));
            if (!Outline.All(definition).OfType<WorkNode>().Any(w => w.ChecksMaterials))
                problems.Error(places.Material(material.Id, "promise"), FieldProblems.NeverChecked(material.Id));
        }
    }
}

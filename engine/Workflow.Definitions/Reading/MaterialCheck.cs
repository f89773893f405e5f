using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Checks what is said of materials: a promise can be taken, and what it opens is a step that somebody may open at any time.</summary>
internal static class MaterialCheck
{
    public static void Run(ProcessDefinition definition, Places places, Problems problems)
    {
        var work = Outline.All(definition).OfType<WorkNode>().ToList();
        var anyTime = definition.AnyTime.Concat(work.SelectMany(w => w.AnyTime)).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var material in definition.Materials.Where(m => m.Promise is not null))
        {
            if (material.Promise!.Opens is { } step && !anyTime.Contains(step))
                problems.Error(places.Material(material.Id, "promise/on-expiry"), FieldProblems.Expiry(material.Id, step));
            var at = places.Material(material.Id, "promise");
            if (material.Shared is { } office)
                problems.Error(at, FieldProblems.PromiseOfShare(material.Id, office));
            if (!work.Exists(w => w.ChecksMaterials))
                problems.Error(at, FieldProblems.NeverChecked(material.Id));
        }
    }
}

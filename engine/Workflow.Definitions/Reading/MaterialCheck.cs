using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Checks what is said of materials: a promise can be taken, and what it opens is a step that somebody may open at any time.</summary>
internal static class MaterialCheck
{
    public static void Run(ProcessDefinition definition, Places places, Problems problems)
    {
        var anyTime = definition.AnyTime.Concat(Outline.All(definition).OfType<WorkNode>().SelectMany(w => w.AnyTime)).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var material in definition.Materials.Where(m => m.Promise is not null))
        {
            if (material.Promise!.Opens is { } step && !anyTime.Contains(step))
                problems.Error(places.Material(material.Id, "promise/on-expiry"), "material.on_expiry", $"Expected a step under 'any-time' to open when the promise of '{material.Id}' ends, but '{step}' is none.", "what follows from a broken promise is found by a person");
            if (material.Shared is not null)
                problems.Error(places.Material(material.Id, "promise"), "material.promise_of_share", $"Expected a promise only for what the applicant hands in, but '{material.Id}' is shared by {material.Shared}.");
            if (!Outline.All(definition).OfType<WorkNode>().Any(w => w.ChecksMaterials))
                problems.Error(places.Material(material.Id, "promise"), "material.never_checked", $"Expected a step with 'checks: materials' at which the promise of '{material.Id}' is taken, but there is none.");
        }
    }
}

using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Papers;

/// <summary>Checks what is said of materials: a promise can be taken, and what it opens is a step that somebody may open at any time.</summary>
internal static class MaterialCheck
{
    public static void Run(ProcessDefinition definition, Places places, Problems problems)
    {
        var work = Outline.All(definition).OfType<WorkNode>().ToList();
        var anyTime = definition.AnyTime.Concat(work.SelectMany(w => w.AnyTime)).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var material in definition.Materials.Where(m => m.Promise is not null))
        foreach (var (key, problem) in Expiry(material, anyTime).Concat(Promised(material, work)))
            problems.Error(places.Material(material.Id, key), problem);
    }

    private static IEnumerable<(string Key, Message Problem)> Expiry(Material material, HashSet<string> anyTime) =>
        material.Promise!.Opens is { } step && !anyTime.Contains(step)
            ? [("promise/on-expiry", FieldProblems.Expiry(material.Id, step))]
            : [];

    private static IEnumerable<(string Key, Message Problem)> Promised(Material material, List<WorkNode> work)
    {
        if (material.Shared is { } office)
            yield return ("promise", FieldProblems.PromiseOfShare(material.Id, office));
        if (!work.Exists(w => w.ChecksMaterials))
            yield return ("promise", FieldProblems.NeverChecked(material.Id));
    }
}

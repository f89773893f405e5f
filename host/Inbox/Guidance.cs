using System.Collections.Immutable;
using Workflow.Engine.Processes;
using Workflow.Host.Wording;

namespace Workflow.Host.Inbox;

/// <summary>Words for whoever works at a step: of the step itself, of a field that it asks for, or of a material that it goes through. <c>Help</c> says what to look at, <c>Risk</c> what goes wrong easily.</summary>
public sealed record Guidance(string Of, string Title, string? Help, string? Risk);

/// <summary>Finds the words for whoever works at a step.</summary>
internal static class StepGuidance
{
    /// <summary>The words at a step, its own first; null where nobody wrote any.</summary>
    internal static ImmutableArray<Guidance>? At(PublishedProcess process, string key, Words words)
    {
        if (process.Find(key) is not WorkNode node)
            return null;
        ImmutableArray<Guidance> said = [.. Things(process.Definition, node).Where(IsSaid).Select(t => Told(t.Of, t.Thing, words))];
        return said.IsEmpty ? null : said;
    }

    private static IEnumerable<(string Of, IGuided Thing)> Things(ProcessDefinition definition, WorkNode node) =>
        [
            (node.Id, node),
            .. Outline.Asks(node).Select(f => (f.Id, (IGuided)f)),
            .. node.ChecksMaterials ? definition.Materials.Select(m => (m.Id, (IGuided)m)) : [],
        ];

    private static bool IsSaid((string Of, IGuided Thing) said) => said.Thing.Help is not null || said.Thing.Risk is not null;

    private static Guidance Told(string of, IGuided thing, Words words) =>
        new(of, words.Title(thing.Words()), In(thing.Help, words), In(thing.Risk, words));

    private static string? In(LocalizedText? text, Words words) => text is null ? null : words.Title(text);
}

using System.Collections.Immutable;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Record.Commands;

namespace Workflow.Definitions.Stories;

/// <summary>Reads what an office does with single materials, and what it notes of them while it goes through the list.</summary>
internal static class MaterialActReader
{
    internal static CaseCommand? Read(Scope scope, Shape move, MapEntry act, StoryNames names)
    {
        if (StoryNames.Known(scope, act.Value, Things.Material, names.Materials) is not { } material)
            return null;
        var until = Days.Of(scope, move["valid-until"]);
        var record = move.Text("record", Things.TheRecord);
        return act.Key switch
        {
            "receive-material" => new ReceiveMaterial(material, until),
            "return-material" => new ReturnMaterial(material, record),
            _ => new ShareMaterial(material, record ?? "", until),
        };
    }

    internal static ImmutableSortedDictionary<string, string> Promised(Scope scope, Shape move, StoryNames names) =>
        Each(scope, move, "promised", names, value => Values.Text(scope, value, Things.PromiseDocument))
            .ToImmutableSortedDictionary(e => e.Id, e => e.Value);

    internal static ImmutableSortedDictionary<string, DateOnly> ValidUntil(Scope scope, Shape move, StoryNames names) =>
        Each(scope, move, "valid-until", names, value => Days.Of(scope, value) is { } day ? (object)day : null)
            .ToImmutableSortedDictionary(e => e.Id, e => (DateOnly)e.Value);

    private static IEnumerable<(string Id, T Value)> Each<T>(
        Scope scope,
        Shape move,
        string key,
        StoryNames names,
        Func<SyntaxNode, T?> read
    )
        where T : class =>
        [
            .. NamedItems
                .Of(scope, move[key], Things.Materials)
                .Where(e => StoryNames.Check(scope, e.Key, e.KeyAt, Things.Material, names.Materials))
                .Select(e => (e.Key, read(e.Value)))
                .Where(e => e.Item2 is not null)
                .Select(e => (e.Key, e.Item2!)),
        ];
}

using System.Collections.Immutable;
using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Registers;

/// <summary>Reads <c>catalogue.yaml</c>: the items, where they are stationed, and who stands behind their offices.</summary>
internal static class CatalogueReader
{
    internal static ImmutableArray<CatalogueItem> Read(RegisterKeys file, IReadOnlySet<string> organisations)
    {
        file.Only("items");
        return [.. file.Entries("items").Select(e => Item(e, organisations, file.Problems)).OfType<CatalogueItem>()];
    }

    private static CatalogueItem? Item(MapEntry entry, IReadOnlySet<string> organisations, Problems problems)
    {
        var read = RegisterKeys.Of(entry.Value, Things.CatalogueItem(entry.Key), problems);
        if (read?.Only("title", "type", "lead", "hall", "motion", "status", "offices") is not { } keys)
            return null;
        if (!keys.Has("status"))
            problems.Error(keys.At, RegisterProblems.NoStatus());
        return new CatalogueItem
        {
            Code = entry.Key,
            Title = keys.Text("title"),
            Type = keys.Text("type"),
            Lead = Known(keys.Text("lead"), keys.PlaceOf("lead"), organisations, problems),
            Hall = keys.Optional("hall"),
            ExOfficio = IsExOfficio(keys),
            Status = [.. keys.List("status").Select(Status)],
            Offices = Offices(keys, organisations, problems),
        };
    }

    private static bool IsExOfficio(RegisterKeys keys) =>
        keys.Has("motion") && keys.OneOf("motion", CatalogueItem.Motions) == CatalogueItem.OfItsOwn;

    private static ItemStatus Status(RegisterKeys keys) =>
        new(keys.Only("is", "from", "to").Word("is", CatalogueItem.Statuses), keys.Days());

    private static ImmutableSortedDictionary<string, string> Offices(
        RegisterKeys keys,
        IReadOnlySet<string> organisations,
        Problems problems
    ) =>
        keys.Entries("offices")
            .ToImmutableSortedDictionary(
                o => o.Key,
                o => Known((o.Value as ScalarSyntax)?.Text ?? "", o.Value.At, organisations, problems),
                StringComparer.Ordinal
            );

    private static string Known(string id, Position at, IReadOnlySet<string> organisations, Problems problems)
    {
        if (!organisations.Contains(id))
            problems.Error(at, RegisterProblems.UnknownOrganisation(id, organisations));
        return id;
    }
}

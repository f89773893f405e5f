using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Workflow.Definitions.Filing;

/// <summary>The orders in which cases are filed, from <c>definitions/filing-orders.yaml</c>.</summary>
public static class FilingOrders
{
    /// <summary>All of them, in the order in which they are tried; the last fits every item.</summary>
    public static ImmutableArray<FilingOrder> All { get; } = Read();

    /// <summary>The order for an item of the catalogue, by its type.</summary>
    public static FilingOrder For(string itemType) => All.First(o => o.IsFor(itemType));

    private static ImmutableArray<FilingOrder> Read()
    {
        using var reader = ShippedYaml.Open("filing-orders.yaml");
        var written = new DeserializerBuilder()
            .WithNamingConvention(HyphenatedNamingConvention.Instance)
            .Build()
            .Deserialize<List<WrittenOrder>>(reader);
        return [.. written.Select(o => o.Order())];
    }

    // Written by the deserializer.
    private sealed class WrittenOrder
    {
        public List<string> Items { get; set; } = [];

        public List<WrittenBasis> Basis { get; set; } = [];

        public string Own { get; set; } = "";

        public List<string> Main { get; set; } = [];

        public List<string> Side { get; set; } = [];

        public List<WrittenRule> Rules { get; set; } = [];

        public FilingOrder Order() =>
            new(
                [.. Items],
                [.. Basis.Select(b => new LegalBasis(b.Law, b.Edition, b.Article))],
                Own,
                new FilingPlaces([.. Main], [.. Side]),
                [.. Rules.Select(r => r.Rule())]
            );
    }

    private sealed class WrittenBasis
    {
        public string Law { get; set; } = "";

        public int Edition { get; set; }

        public string? Article { get; set; }
    }

    private sealed class WrittenRule
    {
        public string Place { get; set; } = "";

        public List<PaperKind> Kinds { get; set; } = [];

        public List<string> Words { get; set; } = [];

        public FilingRule Rule() => new(Place, Kinds.Aggregate(PaperKind.None, (all, one) => all | one), [.. Words]);
    }
}

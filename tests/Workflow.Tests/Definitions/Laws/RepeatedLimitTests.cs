using System.Globalization;
using Workflow.Definitions.Laws;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Laws;
using Workflow.Engine.Periods;

namespace Workflow.Tests.Definitions.Laws;

/// <summary>What an article fixes stands in the data of the law alone: no shipped process or fragment repeats it beside its citation.</summary>
public sealed class RepeatedLimitTests
{
    private static readonly LawBook Laws = DefinitionLibrary.Empty.Laws;

    [Test]
    public void No_shipped_definition_repeats_what_the_article_fixes_that_it_cites() =>
        Assert.That(Readings.Files().SelectMany(f => Repeated(f.Text).Select(repeated => $"{f.Name} {repeated}")), Is.Empty);

    [TestCase("clocks: {c: {for: 20 working days, basis: 行政许可法(2019) 第四十二条第一款}}", "20 working days")]
    [TestCase("clocks: {c: {basis: 行政许可法(2019) 第四十二条第一款, extend: {by: 10 working days}}}", "10 working days")]
    [TestCase(
        "clocks: {c: {basis: internal, limits: [{for: 20 working days, basis: 行政许可法(2019) 第四十二条第一款}]}}",
        "20 working days"
    )]
    [TestCase("clocks: {c: {basis: 行政许可法(2019) 第四十二条第一款, limits: [{for: 20 working days}]}}", "20 working days")]
    [TestCase("limit: {for: p, basis: b}\nparameters: {p: {default: 60 days}, b: {default: 行政复议法(2023) 第二十条第一款}}", "60 days")]
    [TestCase("clocks: {c: {for: 15 working days, basis: 行政许可法(2019) 第四十二条第一款}}", null)]
    [TestCase("clocks: {c: {for: 20 working days, basis: internal}}", null)]
    [TestCase("limit: {for: p, basis: b}\nparameters: {p: {limit-of: b}, b: {default: 行政复议法(2023) 第二十条第一款}}", null)]
    [TestCase("limit: {for: 5 working days, basis: 行政许可法(2019) 第四十七条第一款}", null, Description = "the article has two limits")]
    [TestCase("limit: {for: 10 days, basis: 行政诉讼法(1989) 第四十条}", null, Description = "nobody has compared it with its text")]
    public void The_reading_finds_what_is_repeated(string text, string? repeated) =>
        Assert.That(Repeated(text), Is.EqualTo(repeated is null ? [] : new[] { repeated }));

    private static List<string> Repeated(string text)
    {
        if (SyntaxReader.Read("p.yaml", text, new Problems()) is not MapSyntax file)
            return [];
        var defaults = Defaults(file["parameters"]);
        return [.. Maps(file).SelectMany(m => OfClock(m, defaults))];
    }

    private static Dictionary<string, string> Defaults(SyntaxNode? parameters) =>
        parameters is MapSyntax map
            ? map
                .Entries.Where(e => e.Value is MapSyntax one && one["default"] is ScalarSyntax)
                .ToDictionary(e => e.Key, e => ((ScalarSyntax)((MapSyntax)e.Value)["default"]!).Text)
            : [];

    private static IEnumerable<MapSyntax> Maps(SyntaxNode node) =>
        node switch
        {
            MapSyntax map => map.Entries.SelectMany(e => Maps(e.Value)).Prepend(map),
            ListSyntax list => list.Items.SelectMany(Maps),
            _ => [],
        };

    private static IEnumerable<string> OfClock(MapSyntax clock, Dictionary<string, string> defaults)
    {
        if (Fixed(Word(clock["basis"], defaults)) is { } article)
            foreach (var text in Lengths(clock, article, defaults))
                yield return text;
    }

    private static IEnumerable<string> Lengths(MapSyntax clock, Article article, Dictionary<string, string> defaults) =>
        Items(clock["limits"])
            .Where(l => l["basis"] is null)
            .Prepend(clock)
            .SelectMany(l => Same(l, [Key(article.Limit!.Kind)], article.Limit.Period, defaults))
            .Concat(Items(clock["extend"]).SelectMany(e => Same(e, ["by"], article.Extension?.By, defaults)));

    // A floor that a wait is to last just as long is no repetition: left out, it would be a floor.
    private static string Key(ArticleLimitKind kind) => kind == ArticleLimitKind.AtLeast ? "at-least" : "for";

    private static IEnumerable<string> Same(MapSyntax map, string[] keys, Period? period, Dictionary<string, string> defaults) =>
        from key in keys
        let text = Word(map[key], defaults)
        where text is not null && PeriodText.TryParse(text, out var written, out _) && written == period
        select text;

    private static IEnumerable<MapSyntax> Items(SyntaxNode? node) =>
        node switch
        {
            ListSyntax list => list.Items.OfType<MapSyntax>(),
            MapSyntax map => [map],
            _ => [],
        };

    // A parameter without a value from its user is its default.
    private static string? Word(SyntaxNode? node, Dictionary<string, string> defaults) =>
        node is ScalarSyntax scalar ? defaults.GetValueOrDefault(scalar.Text, scalar.Text) : null;

    // The entry whose limit may be left out.
    private static Article? Fixed(string? citation)
    {
        if (citation?.Split('(', ')') is not [var law, var year, var article])
            return null;
        var basis = new LegalBasis(law, int.Parse(year, CultureInfo.InvariantCulture), article.Trim());
        return
            Laws.About(basis).Where(a => a.Limit is not null).ToList()
                is [{ Limit: { Period: not null, Kind: not ArticleLimitKind.Before }, Status: not ArticleStatus.Unverified } only]
            ? only
            : null;
    }
}

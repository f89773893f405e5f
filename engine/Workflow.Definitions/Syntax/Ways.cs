using Workflow.Engine.Messages;

namespace Workflow.Definitions.Syntax;

/// <summary>Ways out that depend on what was found. A problem carries one as its value <c>way</c>; it is said as a sentence of its own.</summary>
internal static class Ways
{
    private static readonly string[] Units = ["working days", "working day", "days", "day", "months", "month", "hours", "hour"];

    /// <summary>The word that was probably meant.</summary>
    public static Message DidYouMean(string name) => NearNames.DidYouMean(name);

    /// <summary>The few words that can stand here.</summary>
    public static Message OneOf(IEnumerable<string> names) => new("way.one_of", ("names", MessageValue.List(names)));

    /// <summary>The keys that a map may have.</summary>
    public static Message Keys(IEnumerable<string> keys) => new("way.keys", ("keys", MessageValue.List(keys)));

    /// <summary>The half-width sign that YAML needs here.</summary>
    public static Message HalfWidth(char sign) =>
        new("way.half_width", ("sign", sign.ToString()), ("half", FullWidth.Half(sign.ToString())));

    /// <summary>The half-width sign where a name has a full-width one; null where it has none.</summary>
    public static Message? Wide(string text) => text.IndexOfAny(['，', '、', '：']) is >= 0 and var at ? HalfWidth(text[at]) : null;

    /// <summary>A text in half-width quotes.</summary>
    public static Message HalfWidthQuotes(string text) => new("way.half_width_quotes", ("text", text));

    /// <summary>A text with its quotes.</summary>
    public static Message Quotes(string text) => new("way.quotes", ("text", text));

    /// <summary>The whole value in quotes.</summary>
    public static Message InQuotes => new("way.in_quotes");

    /// <summary>The quote that is missing.</summary>
    public static Message CloseQuote(string quote) => new("way.close_quote", ("quote", quote));

    /// <summary>A space after the colon.</summary>
    public static Message SpaceAfterColon => new("way.space_after_colon");

    /// <summary>The indentation of the lines around.</summary>
    public static Message IndentLikeNeighbours => new("way.indent");

    /// <summary>What to look at where nothing better is known.</summary>
    public static Message LookAround => new("way.look_around");

    /// <summary>Keys are not merged.</summary>
    public static Message NoMerge => new("way.no_merge");

    /// <summary>How an item of a list of steps begins.</summary>
    public static Message BeginWithStep => new("way.begin_with_step");

    /// <summary>The key that comes first.</summary>
    public static Message First(string key) => new("way.first", ("key", key));

    /// <summary>The role that an office lacks.</summary>
    public static Message Role(string office) => new("way.role", ("office", office));

    /// <summary>The year of an edition in half-width parentheses.</summary>
    public static Message YearInHalfWidth => new("way.year_half_width");

    /// <summary>How the number of an article is written.</summary>
    public static Message ArticleAs(string article) => new("way.article_as", ("article", article));

    /// <summary>How a citation is written.</summary>
    public static Message Citation => new("way.citation");

    /// <summary>The blocks that can be left.</summary>
    public static Message Around(IEnumerable<string> blocks) => new("way.around", ("blocks", MessageValue.List(blocks)));

    /// <summary>How a case is concluded where there is nothing to leave.</summary>
    public static Message End => new("way.end");

    /// <summary>How a value becomes a condition.</summary>
    public static Message Compare => new("way.compare");

    /// <summary>What a value can be compared with.</summary>
    public static Message CompareWith(IEnumerable<string> options) => new("way.compare_with", ("options", MessageValue.List(options)));

    /// <summary>The edition that is in force.</summary>
    public static Message CiteEdition(string year) => new("way.cite_edition", ("year", year));

    /// <summary>How a step speaks of a row.</summary>
    public static Message OncePerRow => new("way.once_per_row");

    /// <summary>The name for what a step as a whole came to.</summary>
    public static Message WholeStep(string name) => new("way.whole_step", ("name", name));

    /// <summary>What is left for a law that nobody wrote down.</summary>
    public static Message CheckByHand => new("way.check_by_hand");

    /// <summary>Where a post gets its holder.</summary>
    public static Message NameHolder => new("way.name_holder");

    /// <summary>How a period is written: as it was probably meant, or as any is.</summary>
    public static Message Period(string written) =>
        written.Split(' ', 2) is [var amount, var unit] && amount.All(char.IsAsciiDigit) && Nearest.Of(unit, Units) is { } meant
            ? DidYouMean($"{amount} {meant}")
            : new Message("way.period");

    /// <summary>The word that was probably meant; something else to do when none is near.</summary>
    public static Message Near(string written, IEnumerable<string> known, Message otherwise) => Near(written, known) ?? otherwise;

    /// <summary>The word that was probably meant; null when none is near.</summary>
    public static Message? Near(string written, IEnumerable<string> known) => NearNames.NearWord(written, known);

    /// <summary>The word that was probably meant, or the few that can stand here; null when there are many.</summary>
    public static Message? NearOrFew(string written, IReadOnlyCollection<string> known) => NearNames.OfWords(written, known);
}

using Workflow.Engine.Laws;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Reading.Laws;

/// <summary>What is wrong with a law as it is written down, or with what a definition takes from one.</summary>
internal static class LawProblems
{
    public static Message NoLimitBeside(string key) => new("law.entry_without_limit", ("key", key));

    public static Message NoExtension(string basis) => new("law.no_extension", ("basis", basis));

    public static Message NoGrounds(string basis) => new("law.no_grounds", ("basis", basis));

    public static Message SeveralLimits(string basis, IReadOnlyCollection<Article> limits) =>
        new("law.several_limits", ("basis", basis), ("found", limits.Count), ("limits", MessageValue.List(limits.Select(Limit))));

    private static MessageValue Limit(Article article)
    {
        MessageValue period = article.Limit!.Period is { } limit ? limit : new Message("law.limit_of_the_day");
        // What starts it was written down in Chinese only.
        var zh = article.From is { } from ? $"{from}起算，{article.Zh}" : article.Zh;
        return new Message(
            "law.limit",
            ("limit", period),
            ("text", new NameValue(article.Number, zh.TrimEnd('。'), article.En.TrimEnd('.')))
        );
    }

    public static Message UnknownArticle(string basis) => new("law.unknown_article", ("basis", basis));

    public static Message NoLimit(string basis) => new("law.no_limit", ("basis", basis));

    public static Message Unknown(string law) => new("law.unknown", ("law", law));

    public static Message UnknownEdition(string law, string year, IEnumerable<string> editions) =>
        new("law.unknown_edition", ("law", law), ("year", year), ("editions", MessageValue.List(editions)));

    public static Message NotInForce(string edition, DateOnly day, MessageValue days, Message? way) =>
        new Message("law.not_in_force", ("edition", edition), ("day", day), ("days", days)).With(way);

    /// <summary>The days on which an edition is in force; days that nobody has compared with the text are not told as if the law said so.</summary>
    public static MessageValue Days(LawEdition edition) =>
        edition.Status == ArticleStatus.Unverified
            ? new Message("law.unverified_days", ("days", $"{edition.InForce}"))
            : $"{edition.InForce}";

    public static Message UnverifiedLimit(string basis) => new("law.unverified_limit", ("basis", basis));

    public static Message SameDay(string basis) => new("law.same_day", ("basis", basis));

    public static Message CountsBack(string basis, Period period) => new("law.counts_back", ("basis", basis), ("period", period));

    public static Message Twice(string law) => new("law.twice", ("law", law));

    public static Message EditionOverlap(string later, string earlier) =>
        new("law.edition_overlap", ("later", later), ("earlier", earlier));

    public static Message EditionTwice(string year) => new("law.edition_twice", ("year", year));

    public static Message NoEdition(string article) => new("law.no_edition", ("article", article));

    public static Message EditionOfArticle(string law, string article, string year, IEnumerable<string> editions) =>
        new("law.article_edition", ("law", law), ("article", article), ("year", year), ("editions", MessageValue.List(editions)));

    public static Message BeyondTheLast(string article, string edition, int articles) =>
        new("law.beyond_the_last", ("article", article), ("edition", edition), ("articles", articles));

    public static Message ArticleElsewhere(string article, string other) =>
        new("law.article_elsewhere", ("article", article), ("other", other));

    public static Message DayKind(string article, string rule, string found) =>
        new("law.day_kind", ("article", article), ("rule", rule), ("found", found));

    public static Message EditionOrder(string year, DateOnly to, DateOnly from) =>
        new("law.edition_order", ("year", year), ("to", to), ("from", from));

    public static Message GroundOfNoArticle(string ground) => new("law.ground_of_no_article", ("ground", ground));

    public static Message WorkingDays(Message found) => new("law.working_days", ("found", found));
}

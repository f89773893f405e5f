using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;

namespace Workflow.Definitions.Reading.Laws;

/// <summary>Reads one entry of an article.</summary>
internal static class ArticleReader
{
    private const string SameDay = "same day";
    private const int MostOfficers = 50;

    // A weekend prolongs nothing.
    private const int ShortestRest = 3;
    private const int LongestRest = 31;

    public static Article? Read(Scope scope, SyntaxNode syntax) =>
        Shape.Of(scope, syntax, LawKeys.Article, Things.Article) is { } shape ? Consequences(shape, Limits(shape, Text(shape))) : null;

    private static Article Text(Shape shape) =>
        new()
        {
            Number = shape.Text("article", Things.Article, requiredBy: Things.TheEntry) ?? "",
            Editions = LawValues.Years(shape.Scope, shape.Required("editions", Things.TheEntry)),
            Zh = shape.Passage("zh", Things.WhatTheArticleSays, requiredBy: Things.TheEntry) ?? "",
            En = shape.Passage("en", Things.WhatTheArticleSays, requiredBy: Things.TheEntry) ?? "",
            Status = LawValues.Status(shape, Things.TheEntry),
        };

    private static Article Limits(Shape shape, Article article) =>
        article with
        {
            Limit = Limit(shape),
            From = shape.Text("from", Things.WhatStartsTheLimit),
            Extension = Extension(shape.Scope, shape["extension"]),
            NotCounted = LawValues.Words(shape.Scope, shape["not-counted"], Things.Ground),
            SpeaksOf = [.. Values.Scalars(shape.Scope, shape["for"], Things.Article).Select(s => Reference(shape.Scope, s))],
        };

    private static Article Consequences(Shape shape, Article article) =>
        article with
        {
            Silence = Silence(shape.Scope, shape["silence"]),
            Remedies = [.. shape.Each("remedies", Remedy)],
            Duties = [.. Values.Items(shape["duties"]).Select(d => Duty(shape.Scope, d)).OfType<Duty>()],
            Decisions = [.. shape.Each("decisions", Decision)],
            Officers = shape.Whole("officers", Things.NumberOfOfficers, 1, MostOfficers),
            LongRest = shape.Whole("long-rest", Things.DaysOfRest, ShortestRest, LongestRest),
            Steps = LawValues.Words(shape.Scope, shape["steps"], Things.Ground),
            EveryPath = LawValues.Words(shape.Scope, shape["every-path"], Things.Ground),
        };

    private static Duty? Duty(Scope scope, SyntaxNode syntax) => Values.Word<Duty>(scope, syntax, Things.Duty, LawWords.Duties);

    private static ArticleLimit? Limit(Shape shape)
    {
        var kind = shape.Word<ArticleLimitKind>("kind", Things.WhatTheLimitBounds, LawWords.Limits) ?? ArticleLimitKind.AtMost;
        if (shape["limit"] is not { } written)
        {
            Without(shape, "kind");
            Without(shape, "extension");
            return null;
        }

        if (written is ScalarSyntax { Text: SameDay })
            return new ArticleLimit(null, kind);
        return LawValues.Period(shape.Scope, written) is { } period ? new ArticleLimit(period, kind) : null;
    }

    private static void Without(Shape shape, string key)
    {
        if (shape[key] is { } value)
            shape.Scope.Error(value.At, LawProblems.NoLimitBeside(key));
    }

    private static ArticleExtension? Extension(Scope scope, SyntaxNode? syntax) =>
        Shape.Of(scope, syntax, LawKeys.Extension, Things.Extension) is { } shape ? Extension(shape) : null;

    private static ArticleExtension? Extension(Shape shape)
    {
        var times = shape.Whole("times", Things.HowOften) ?? 1;
        var approver = shape.Word<ApproverRank>("approver", Things.WhoApproves, LawWords.Ranks);
        var words = shape.Text("approver-words", Things.WhoApproves);
        var further = shape.Word<ApproverRank>("further", Things.WhoApproves, LawWords.Ranks);
        return LawValues.Period(shape.Scope, shape.Required("by", Things.TheExtension)) is { } by
            ? new ArticleExtension(by, times, approver, words) { Further = further }
            : null;
    }

    private static ArticleSilence? Silence(Scope scope, SyntaxNode? syntax)
    {
        if (Shape.Of(scope, syntax, LawKeys.Silence, Things.WhatSilenceMeans) is not { } shape)
            return null;
        var means = shape.Word("means", Things.WhatSilenceMeans, Things.TheSilence, LawWords.Meanings);
        if (means == SilenceMeaning.None)
            return new ArticleSilence(SilenceMeaning.None, shape.Word<SilenceDay>("as-of", Things.TheDayItMeansIt, LawWords.SilenceDays));
        var asOf = shape.Word("as-of", Things.TheDayItMeansIt, Things.TheSilence, LawWords.SilenceDays);
        return means is null || asOf is null ? null : new ArticleSilence(means.Value, asOf.Value);
    }

    private static ArticleRemedy? Remedy(Scope scope, SyntaxNode syntax) =>
        Shape.Of(scope, syntax, LawKeys.Remedy, Things.Remedy) is { } shape ? Remedy(shape) : null;

    private static ArticleRemedy? Remedy(Shape shape)
    {
        var to = shape.Word("to", Things.ToWhomAPartyTurns, Things.TheRemedy, LawWords.Bodies);
        var within = LawValues.Period(shape.Scope, shape.Required("within", Things.TheRemedy));
        var (from, general) = (shape.Text("from", Things.FromWhen), shape.Truth("general", Things.KeyGeneral));
        return to is null || within is null
            ? null
            : new ArticleRemedy(to.Value, within, from, general)
            {
                AfterReconsideration = shape.Says("after", Things.FromWhen, "reconsideration"),
            };
    }

    public static DecisionKind? Decision(Scope scope, SyntaxNode syntax)
    {
        if (Shape.Of(scope, syntax, LawKeys.Decision, Things.KindOfDecision) is not { } shape)
            return null;
        var (item, paper) = (shape.Text("item", Things.TypeOfItem), shape.Text("paper", Things.PaperTitle));
        var outcome = shape.Text("outcome", Things.OutcomeTitle, requiredBy: shape["paper"] is null ? Things.TheKindOfDecision : null);
        return outcome is null && paper is null ? null : new DecisionKind(item, outcome) { Paper = paper };
    }

    // An article of the same law, or one of another law with its edition.
    private static LegalBasis Reference(Scope scope, ScalarSyntax scalar) =>
        scalar.Text.Contains('(') && BasisReader.Read(scope, scalar) is { } basis ? basis : new LegalBasis("", null, scalar.Text);
}

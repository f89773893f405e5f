using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;

namespace Workflow.Definitions.Reading;

/// <summary>Reads one entry of an article.</summary>
internal static class ArticleReader
{
    private const string SameDay = "same day";
    private const int MostOfficers = 50;

    public static Article? Read(Scope scope, SyntaxNode syntax)
    {
        if (Shape.Of(scope, syntax, LawKeys.Article, Things.Article) is not { } shape)
            return null;
        var (number, editions) = (shape.Required("article", Things.TheEntry), shape.Required("editions", Things.TheEntry));
        var (zh, en) = (shape.Required("zh", Things.TheEntry), shape.Required("en", Things.TheEntry));
        return new Article
        {
            Number = Values.Text(scope, number, Things.Article) ?? "",
            Editions = LawValues.Years(scope, editions),
            Zh = Values.Text(scope, zh, Things.WhatTheArticleSays) ?? "",
            En = Values.Text(scope, en, Things.WhatTheArticleSays) ?? "",
            Limit = Limit(shape),
            From = shape.Text("from", Things.WhatStartsTheLimit),
            Extension = Extension(scope, shape["extension"]),
            NotCounted = LawValues.Words(scope, shape["not-counted"], Things.Ground),
            SpeaksOf = [.. Values.Scalars(scope, shape["for"], Things.Article).Select(s => Reference(scope, s))],
            Silence = Silence(scope, shape["silence"]),
            Remedies = Many(scope, shape["remedies"], Remedy),
            Duties =
            [
                .. Values.Items(shape["duties"]).Select(d => Values.Word<Duty>(scope, d, Things.Duty, LawWords.Duties)).OfType<Duty>(),
            ],
            Decisions = Many(scope, shape["decisions"], Decision),
            Officers = shape.Whole("officers", Things.NumberOfOfficers, 1, MostOfficers),
            Status = LawValues.Status(shape, Things.TheEntry),
        };
    }

    private static ArticleLimit? Limit(Shape shape)
    {
        var scope = shape.Scope;
        var kind = shape.Word<ArticleLimitKind>("kind", Things.WhatTheLimitBounds, LawWords.Limits) ?? ArticleLimitKind.AtMost;
        if (shape["limit"] is not { } written)
        {
            Without(shape, "kind");
            Without(shape, "extension");
            return null;
        }

        if (written is ScalarSyntax { Text: SameDay })
            return new ArticleLimit(null, kind);
        return LawValues.Period(scope, written) is { } period ? new ArticleLimit(period, kind) : null;
    }

    private static void Without(Shape shape, string key)
    {
        if (shape[key] is { } value)
            shape.Scope.Error(value.At, LawProblems.NoLimitBeside(key));
    }

    private static ArticleExtension? Extension(Scope scope, SyntaxNode? syntax)
    {
        if (syntax is null || Shape.Of(scope, syntax, LawKeys.Extension, Things.Extension) is not { } shape)
            return null;
        var times = shape.Whole("times", Things.HowOften) ?? 1;
        var approver = shape.Word<ApproverRank>("approver", Things.WhoApproves, LawWords.Ranks);
        var words = shape.Text("approver-words", Things.WhoApproves);
        return LawValues.Period(scope, shape.Required("by", Things.TheExtension)) is { } by
            ? new ArticleExtension(by, times, approver, words)
            : null;
    }

    private static ArticleSilence? Silence(Scope scope, SyntaxNode? syntax)
    {
        if (syntax is null || Shape.Of(scope, syntax, LawKeys.Silence, Things.WhatSilenceMeans) is not { } shape)
            return null;
        var means = Values.Word<SilenceMeaning>(
            scope,
            shape.Required("means", Things.TheSilence),
            Things.WhatSilenceMeans,
            LawWords.Meanings
        );
        var asOf = Values.Word<SilenceDay>(scope, shape.Required("as-of", Things.TheSilence), Things.TheDayItMeansIt, LawWords.SilenceDays);
        return means is null || asOf is null ? null : new ArticleSilence(means.Value, asOf.Value);
    }

    private static ArticleRemedy? Remedy(Scope scope, SyntaxNode syntax)
    {
        if (Shape.Of(scope, syntax, LawKeys.Remedy, Things.Remedy) is not { } shape)
            return null;
        var to = Values.Word<RemedyBody>(scope, shape.Required("to", Things.TheRemedy), Things.ToWhomAPartyTurns, LawWords.Bodies);
        var within = LawValues.Period(scope, shape.Required("within", Things.TheRemedy));
        var (from, general) = (shape.Text("from", Things.FromWhen), shape.Truth("general", Things.KeyGeneral));
        return to is null || within is null ? null : new ArticleRemedy(to.Value, within, from, general);
    }

    private static DecisionKind? Decision(Scope scope, SyntaxNode syntax)
    {
        if (Shape.Of(scope, syntax, LawKeys.Decision, Things.KindOfDecision) is not { } shape)
            return null;
        var outcome = shape.Text("outcome", Things.OutcomeTitle, requiredBy: Things.TheKindOfDecision);
        return outcome is null ? null : new DecisionKind(shape.Text("item", Things.TypeOfItem), outcome);
    }

    // An article of the same law, or one of another law with its edition.
    private static LegalBasis Reference(Scope scope, ScalarSyntax scalar) =>
        scalar.Text.Contains('(') && BasisReader.Read(scope, scalar) is { } basis ? basis : new LegalBasis("", null, scalar.Text);

    private static ImmutableArray<T> Many<T>(Scope scope, SyntaxNode? syntax, Func<Scope, SyntaxNode, T?> read)
        where T : class => [.. Values.Items(syntax).Select(i => read(scope, i)).OfType<T>()];
}

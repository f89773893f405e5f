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
        if (Shape.Of(scope, syntax, LawKeys.Article, "an article") is not { } shape) return null;
        var (number, editions) = (shape.Required("article", "the entry"), shape.Required("editions", "the entry"));
        var (zh, en) = (shape.Required("zh", "the entry"), shape.Required("en", "the entry"));
        return new Article
        {
            Number = Values.Text(scope, number, "an article") ?? "",
            Editions = LawValues.Years(scope, editions),
            Zh = Values.Text(scope, zh, "what the article says") ?? "",
            En = Values.Text(scope, en, "what the article says") ?? "",
            Limit = Limit(shape),
            From = Values.Text(scope, shape["from"], "what starts the limit"),
            Extension = Extension(scope, shape["extension"]),
            NotCounted = LawValues.Words(scope, shape["not-counted"], "a ground"),
            SpeaksOf = [.. Values.Scalars(scope, shape["for"], "an article").Select(s => Reference(scope, s))],
            Silence = Silence(scope, shape["silence"]),
            Remedies = Many(scope, shape["remedies"], Remedy),
            Duties = [.. Values.Items(shape["duties"]).Select(d => Values.Word<Duty>(scope, d, "a duty", LawWords.Duties)).OfType<Duty>()],
            Decisions = Many(scope, shape["decisions"], Decision),
            Officers = Values.Whole(scope, shape["officers"], "a number of officers", 1, MostOfficers),
            Status = LawValues.Status(shape, "the entry"),
        };
    }

    private static ArticleLimit? Limit(Shape shape)
    {
        var scope = shape.Scope;
        var kind = Values.Word<ArticleLimitKind>(scope, shape["kind"], "what the limit bounds", LawWords.Limits) ?? ArticleLimitKind.AtMost;
        if (shape["limit"] is not { } written)
        {
            Without(shape, "kind");
            Without(shape, "extension");
            return null;
        }

        if (written is ScalarSyntax { Text: SameDay }) return new ArticleLimit(null, kind);
        return LawValues.Period(scope, written) is { } period ? new ArticleLimit(period, kind) : null;
    }

    private static void Without(Shape shape, string key)
    {
        if (shape[key] is { } value)
            shape.Scope.Error(value.At, "law.no_limit", $"Expected 'limit' beside '{key}', but the entry sets none.");
    }

    private static ArticleExtension? Extension(Scope scope, SyntaxNode? syntax)
    {
        if (syntax is null || Shape.Of(scope, syntax, LawKeys.Extension, "an extension") is not { } shape) return null;
        var times = Values.Whole(scope, shape["times"], "how often") ?? 1;
        var approver = Values.Word<ApproverRank>(scope, shape["approver"], "who approves", LawWords.Ranks);
        var words = Values.Text(scope, shape["approver-words"], "who approves");
        return LawValues.Period(scope, shape.Required("by", "the extension")) is { } by ? new ArticleExtension(by, times, approver, words) : null;
    }

    private static ArticleSilence? Silence(Scope scope, SyntaxNode? syntax)
    {
        if (syntax is null || Shape.Of(scope, syntax, LawKeys.Silence, "what silence means") is not { } shape) return null;
        var means = Values.Word<SilenceMeaning>(scope, shape.Required("means", "the silence"), "what silence means", LawWords.Meanings);
        var asOf = Values.Word<SilenceDay>(scope, shape.Required("as-of", "the silence"), "the day it means it", LawWords.SilenceDays);
        return means is null || asOf is null ? null : new ArticleSilence(means.Value, asOf.Value);
    }

    private static ArticleRemedy? Remedy(Scope scope, SyntaxNode syntax)
    {
        if (Shape.Of(scope, syntax, LawKeys.Remedy, "a remedy") is not { } shape) return null;
        var to = Values.Word<RemedyBody>(scope, shape.Required("to", "the remedy"), "to whom a party turns", LawWords.Bodies);
        var within = LawValues.Period(scope, shape.Required("within", "the remedy"));
        var (from, general) = (Values.Text(scope, shape["from"], "from when"), Values.Truth(scope, shape["general"], "'general'"));
        return to is null || within is null ? null : new ArticleRemedy(to.Value, within, from, general);
    }

    private static DecisionKind? Decision(Scope scope, SyntaxNode syntax)
    {
        if (Shape.Of(scope, syntax, LawKeys.Decision, "a kind of decision") is not { } shape) return null;
        var outcome = Values.Text(scope, shape.Required("outcome", "the kind of decision"), "how the outcome's title begins");
        return outcome is null ? null : new DecisionKind(Values.Text(scope, shape["item"], "a type of item"), outcome);
    }

    // An article of the same law, or one of another law with its edition.
    private static LegalBasis Reference(Scope scope, ScalarSyntax scalar) =>
        scalar.Text.Contains('(') && BasisReader.Read(scope, scalar) is { } basis ? basis : new LegalBasis("", null, scalar.Text);

    private static ImmutableArray<T> Many<T>(Scope scope, SyntaxNode? syntax, Func<Scope, SyntaxNode, T?> read) where T : class =>
        [.. Values.Items(syntax).Select(i => read(scope, i)).OfType<T>()];
}

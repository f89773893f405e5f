using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Reading.Laws;

/// <summary>Reads citations such as <c>TITLE(YEAR) ARTICLE</c>, or <c>internal</c>.</summary>
internal static partial class BasisReader
{
    public static ImmutableArray<LegalBasis> List(Scope scope, SyntaxNode? syntax) =>
        [.. Values.Scalars(scope, syntax, Things.Citation).Select(s => Read(scope, s)).OfType<LegalBasis>()];

    /// <summary>The law that the key <c>basis</c> cites.</summary>
    public static LegalBasis? Basis(this Shape shape) => Read(shape.Scope, shape["basis"]);

    public static LegalBasis? Read(Scope scope, SyntaxNode? syntax)
    {
        if (Values.Scalar(scope, syntax, Things.Citation) is not { } scalar)
            return null;
        if (LegalBasis.IsOfTheOffice(scalar.Text))
            return LegalBasis.Internal;
        if (Cited(scalar.Text) is { } basis)
            return basis;
        scope.Error(scalar.At, ValueProblems.Basis(Shape.Words(scalar), Way(scalar.Text)));
        return null;
    }

    // A slip in the number would cite an article that no law has, and everything the law says of it would be silent.
    private static Message Way(string text) =>
        Citation().Match(text) is { Success: true } match && ArticleWriting.Mended(match.Groups["article"].Value) is { } article
            ? Ways.ArticleAs(article)
        : text.IndexOfAny(['（', '）']) >= 0 ? Ways.YearInHalfWidth
        : Ways.Citation;

    private static LegalBasis? Cited(string text)
    {
        var match = Citation().Match(text);
        if (!match.Success || int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) is not (>= 1949 and var year))
            return null;
        if (match.Groups["article"] is not { Success: true } article)
            return new LegalBasis(match.Groups["law"].Value, year, null);
        return ArticleWriting.IsNumber(article.Value) ? new LegalBasis(match.Groups["law"].Value, year, article.Value) : null;
    }

    [GeneratedRegex(
        @"^(?<law>[^()（）]+(?:（[^()（）]+）[^()（）]*)*)\((?<year>[0-9]{4})\)(?: +(?<article>第.+))?$",
        RegexOptions.CultureInvariant,
        200
    )]
    private static partial Regex Citation();
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;

namespace Workflow.Definitions.Reading.Laws;

/// <summary>Reads citations such as <c>TITLE(YEAR) ARTICLE</c>, or <c>internal</c>.</summary>
internal static partial class BasisReader
{
    public static readonly LegalBasis Internal = new("internal", null, null);

    public static ImmutableArray<LegalBasis> List(Scope scope, SyntaxNode? syntax) =>
        [.. Values.Scalars(scope, syntax, Things.Citation).Select(s => Read(scope, s)).OfType<LegalBasis>()];

    /// <summary>The law that the key <c>basis</c> cites.</summary>
    public static LegalBasis? Basis(this Shape shape) => Read(shape.Scope, shape["basis"]);

    public static LegalBasis? Read(Scope scope, SyntaxNode? syntax)
    {
        if (Values.Scalar(scope, syntax, Things.Citation) is not { } scalar)
            return null;
        if (scalar.Text == Internal.Law)
            return Internal;
        if (Cited(scalar.Text) is { } basis)
            return basis;
        var wide = scalar.Text.IndexOfAny(['（', '）']) >= 0;
        scope.Error(scalar.At, ValueProblems.Basis(Shape.Words(scalar), wide ? Ways.YearInHalfWidth : Ways.Citation));
        return null;
    }

    private static LegalBasis? Cited(string text)
    {
        var match = Citation().Match(text);
        if (!match.Success || int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) is not (>= 1949 and var year))
            return null;
        return new LegalBasis(match.Groups["law"].Value, year, match.Groups["article"] is { Success: true } article ? article.Value : null);
    }

    [GeneratedRegex(
        @"^(?<law>[^()（）]+(?:（[^()（）]+）[^()（）]*)*)\((?<year>[0-9]{4})\)(?: +(?<article>第.+))?$",
        RegexOptions.CultureInvariant,
        200
    )]
    private static partial Regex Citation();
}

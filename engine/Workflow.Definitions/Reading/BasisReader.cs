using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;

namespace Workflow.Definitions.Reading;

/// <summary>Reads citations such as <c>TITLE(YEAR) ARTICLE</c>, or <c>internal</c>.</summary>
internal static partial class BasisReader
{
    public static readonly LegalBasis Internal = new("internal", null, null);

    public static ImmutableArray<LegalBasis> List(Scope scope, SyntaxNode? syntax) =>
        [.. Values.Scalars(scope, syntax, "a citation").Select(s => Read(scope, s)).OfType<LegalBasis>()];

    public static LegalBasis? Read(Scope scope, SyntaxNode? syntax)
    {
        if (Values.Scalar(scope, syntax, "a citation") is not { } scalar) return null;
        if (scalar.Text == Internal.Law) return Internal;
        var match = Citation().Match(scalar.Text);
        if (match.Success && int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) is >= 1949 and var year)
            return new LegalBasis(match.Groups["law"].Value, year, match.Groups["article"] is { Success: true } article ? article.Value : null);
        var wide = scalar.Text.IndexOfAny(['（', '）']) >= 0;
        scope.Error(scalar.At, "basis.form", $"Expected a citation like 某某法(2003) 第四条第二款, or internal, but found {Shape.Words(scalar)}.",
            wide ? "write the year of the edition in half-width parentheses" : "give the edition's year in parentheses, then a space and the article");
        return null;
    }

    [GeneratedRegex(@"^(?<law>[^()（）]+(?:（[^()（）]+）[^()（）]*)*)\((?<year>[0-9]{4})\)(?: +(?<article>第.+))?$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Citation();
}

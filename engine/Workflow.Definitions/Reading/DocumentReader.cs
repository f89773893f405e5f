using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads the documents that a case may issue.</summary>
internal static class DocumentReader
{
    private static readonly (string, NumberKind)[] Numbers =
    [
        ("none", NumberKind.None), ("entered", NumberKind.Entered), ("organisation-code", NumberKind.OrganisationCode), ("social-credit-code", NumberKind.SocialCreditCode),
    ];

    public static DocumentType? Read(Scope scope, MapEntry entry)
    {
        scope.Walk.Places.Add($"document/{entry.Key}/", entry.KeyAt);
        if (entry.Value is ScalarSyntax)
            return Values.Text(scope, entry.Value, "a title") is { } title
                ? new DocumentType { Id = entry.Key, Title = title, Number = new NumberRule(NumberKind.None) }
                : null;
        if (Shape.Of(scope, entry.Value, DefinitionKeys.Document, $"the document '{entry.Key}'")?.Placed($"document/{entry.Key}") is not { } shape) return null;
        var states = Values.Scalars(scope, shape["states"], "what the document states")
            .Select(s => Values.Word(scope, s, "what the document states", ("reasons", 'r'), ("remedies", 'm'))).ToList();
        return new DocumentType
        {
            Id = entry.Key,
            Title = Values.Text(scope, shape["title"], "a title") ?? entry.Key,
            Number = Number(scope, shape["number"]),
            StatesReasons = states.Contains('r'),
            StatesRemedies = states.Contains('m'),
            Template = Values.Scalar(scope, shape["template"], "the text")?.Text,
            Filed = Values.Scalar(scope, shape["filed"], "a place of the case file")?.Text,
        };
    }

    private static NumberRule Number(Scope scope, SyntaxNode? syntax)
    {
        if (Values.Scalar(scope, syntax, "how the document gets its number") is not { } scalar) return new NumberRule(NumberKind.None);
        if (Numbers.Any(n => n.Item1 == scalar.Text) || !scalar.Text.Contains('<'))
            return new NumberRule(Values.Word(scope, scalar, "a pattern with <serial>, or one of these words", Numbers) ?? NumberKind.None);
        if (!scalar.Text.Contains("<serial>") || scalar.Text.Replace("<serial>", "").Replace("<year>", "").IndexOfAny(['<', '>']) >= 0)
            scope.Error(scalar.At, "document.number", $"Expected a pattern with <serial> and perhaps <year>, but found '{scalar.Text}'.", "write it like 受字〔<year>〕<serial>号");
        return new NumberRule(NumberKind.Series, scalar.Text);
    }
}

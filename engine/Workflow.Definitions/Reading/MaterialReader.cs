using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads the list of materials; a material is required unless something else is written.</summary>
internal static class MaterialReader
{
    public static Material? Read(Scope scope, MapEntry entry)
    {
        var place = $"material/{entry.Key}";
        scope.Walk.Places.Add($"{place}/", entry.KeyAt);
        if (entry.Value is ScalarSyntax)
            return Values.Text(scope, entry.Value, Things.Title) is { } title ? Required(scope, entry.Key, title, null) : null;
        return Shape.Of(scope, entry.Value, DefinitionKeys.Material, Things.TheMaterial(entry.Key))?.Placed(place) is { } shape
            ? Written(shape, entry)
            : null;
    }

    private static Material Required(Scope scope, string id, string title, SyntaxNode? required) =>
        new()
        {
            Id = id,
            Title = title,
            RequiredWhen = FieldReader.Required(scope, required, absent: true),
        };

    private static Material Written(Shape shape, MapEntry entry) =>
        Required(shape.Scope, entry.Key, shape.Text("title", Things.Title) ?? entry.Key, shape["required"]) with
        {
            For = [.. shape.Offices("for")],
            Promise = shape["promise"] is { } promise ? PromiseReader.Read(shape.Scope, entry, promise) : null,
            Shared = shape.Text("shared", Things.WhoSharesIt),
            Dated = shape.Says("valid", Things.LastDayOfValidity, "required"),
            Returned = shape.Truth("returned", Things.KeyReturned),
            Filed = shape.Scalar("filed", Things.PlaceOfTheCaseFile)?.Text,
        };
}

using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads the list of materials; a material is required unless something else is written.</summary>
internal static class MaterialReader
{
    public static Material? Read(Scope scope, MapEntry entry)
    {
        scope.Walk.Places.Add($"material/{entry.Key}/", entry.KeyAt);
        if (entry.Value is ScalarSyntax)
            return Values.Text(scope, entry.Value, Things.Title) is { } title
                ? new Material
                {
                    Id = entry.Key,
                    Title = title,
                    RequiredWhen = FieldReader.Required(scope, null, absent: true),
                }
                : null;
        if (
            Shape.Of(scope, entry.Value, DefinitionKeys.Material, Things.TheMaterial(entry.Key))?.Placed($"material/{entry.Key}")
            is not { } shape
        )
            return null;
        return new Material
        {
            Id = entry.Key,
            Title = shape.Text("title", Things.Title) ?? entry.Key,
            For = [.. shape.Offices("for")],
            RequiredWhen = FieldReader.Required(scope, shape["required"], absent: true),
            Promise = shape["promise"] is { } promise ? PromiseReader.Read(scope, entry, promise) : null,
            Shared = shape.Text("shared", Things.WhoSharesIt),
            Dated = shape.Says("valid", Things.LastDayOfValidity, "required"),
            Returned = shape.Truth("returned", Things.KeyReturned),
            Filed = shape.Scalar("filed", Things.PlaceOfTheCaseFile)?.Text,
        };
    }
}

using Workflow.Definitions.Reading.Clocks;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Papers;

/// <summary>Reads the list of materials; a material is required unless something else is written.</summary>
internal static class MaterialReader
{
    public static Material? Read(Scope scope, MapEntry entry)
    {
        var written = NamedEntry.At(scope, entry, $"material/{entry.Key}");
        if (written.IsTitleAlone)
            return written.Title() is { } title ? Required(scope, entry.Key, title, null) : null;
        return written.Keys(DefinitionKeys.Material, Things.TheMaterial(entry.Key)) is { } shape ? Written(shape, entry) : null;
    }

    private static Material Required(Scope scope, string id, LocalizedText title, SyntaxNode? required) =>
        new()
        {
            Id = id,
            Title = title.Zh,
            TitleEn = title.En,
            RequiredWhen = FieldReader.Required(scope, required, absent: true),
        };

    private static Material Written(Shape shape, MapEntry entry) =>
        Kept(
            shape,
            Required(shape.Scope, entry.Key, shape.TitleOr(entry.Key), shape["required"]) with
            {
                For = [.. shape.Offices("for")],
                Promise = shape["promise"] is { } promise ? PromiseReader.Read(shape.Scope, entry, promise) : null,
            }
        );

    // What becomes of it once the office has it, or could have it from another office.
    private static Material Kept(Shape shape, Material material) =>
        material with
        {
            Shared = shape.Text("shared", Things.WhoSharesIt),
            Dated = shape.Says("valid", Things.LastDayOfValidity, "required"),
            Returned = shape.Truth("returned", Things.KeyReturned),
            Filed = shape.Scalar("filed", Things.PlaceOfTheCaseFile)?.Text,
            Help = shape.Guide("help", Things.Help),
            Risk = shape.Guide("risk", Things.Risk),
        };
}

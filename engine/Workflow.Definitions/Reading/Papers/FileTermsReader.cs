using System.Text.RegularExpressions;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Papers;

/// <summary>Reads which files a field asks for: <c>{type: file, kinds: [pdf, jpg], largest: 5, many: true}</c>.</summary>
internal static partial class FileTermsReader
{
    /// <summary>The type of a field for files. Its value is text: the names of the files.</summary>
    public const string Type = "file";

    private static readonly string[] Keys = ["kinds", "largest", "many"];

    public static FileTerms? Read(Shape shape) =>
        IsFile(shape["type"])
            ? new FileTerms(
                [.. Values.Each(shape.Scope, shape["kinds"], Things.FileKind, Kind)],
                shape.Whole("largest", Things.FileSize, most: FileTerms.Most),
                shape.Truth("many", Things.KeyMany)
            )
            : null;

    public static bool IsFile(SyntaxNode? type) => type is ScalarSyntax { Text: Type };

    /// <summary>Reports files where none can be named, and terms of files where none are asked for.</summary>
    /// <param name="shape">What is written.</param>
    /// <param name="field">The field.</param>
    /// <param name="ofForm">Whether it belongs to the form, which is filled before the case has files.</param>
    public static void Check(Shape shape, Field field, bool ofForm)
    {
        if (field.File is null)
            foreach (var key in Keys.Where(k => shape[k] is not null))
                shape.Scope.Error(shape[key]!.At, FieldProblems.FileTerms(field.Id, key));
        else if (ofForm)
            shape.Scope.Error(shape["type"]!.At, FieldProblems.FileInForm(field.Id));
        else if (field.Personal)
            shape.Scope.Error(shape["personal"]!.At, FieldProblems.FilePersonal(field.Id));
    }

    private static string? Kind(Scope scope, ScalarSyntax kind)
    {
        if (Ending().IsMatch(kind.Text))
            return kind.Text;
        scope.Error(kind.At, FieldProblems.FileKind(kind.Text));
        return null;
    }

    [GeneratedRegex("^[a-z0-9]{1,8}$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}

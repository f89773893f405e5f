using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Reading;

/// <summary>A file that is no law, before anybody knows whether it is a process or a fragment.</summary>
/// <param name="Name">The file's name below the folder.</param>
/// <param name="Root">What stands in it; null where it cannot be read at all.</param>
/// <param name="Problems">What was wrong with its syntax, and where the problems of the process go.</param>
internal sealed record ProcessFile(string Name, SyntaxNode? Root, Problems Problems)
{
    /// <summary>The map of a fragment; null for any other file.</summary>
    internal MapSyntax? Fragment => Root is MapSyntax map && map["fragment"] is not null ? map : null;

    /// <summary>The id of the process; null where none is written.</summary>
    internal string? Id => ((Root as MapSyntax)?["process"] as ScalarSyntax)?.Text;

    internal static ProcessFile Of(string name, byte[] bytes)
    {
        var problems = new Problems();
        return new ProcessFile(name, SyntaxReader.Read(name, bytes, problems), problems);
    }

    internal DefinitionReading Read(DefinitionLibrary library) => DefinitionReader.Read(Name, Root, Problems, library);
}

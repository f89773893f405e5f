using Workflow.Definitions.Laws;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads process files: text in, a definition or every problem at once out. It never throws for what a file may hold.</summary>
public static class DefinitionReader
{
    /// <summary>Reads one process.</summary>
    /// <param name="file">The file's name, for positions.</param>
    /// <param name="text">Its text.</param>
    /// <param name="library">Where fragments and the names of other processes are found.</param>
    public static DefinitionReading Read(string file, string text, DefinitionLibrary library)
    {
        var problems = new Problems();
        return Read(file, SyntaxReader.Read(file, text, problems), problems, library);
    }

    /// <summary>Reads one process from the bytes of its file, which must be UTF-8.</summary>
    /// <inheritdoc cref="Read(string, string, DefinitionLibrary)"/>
    public static DefinitionReading Read(string file, ReadOnlySpan<byte> bytes, DefinitionLibrary library)
    {
        var problems = new Problems();
        return Read(file, SyntaxReader.Read(file, bytes, problems), problems, library);
    }

    internal static DefinitionReading Read(string file, SyntaxNode? root, Problems problems, DefinitionLibrary library)
    {
        if (root is null)
            return Unread(file, problems, library);
        var names = Names(root, library);
        var parts = new Parts();
        var walk = new Walk(problems, names, library, parts.Read);
        var draft = Checked(walk, parts, root);
        var definition = draft is null || problems.HasErrors ? null : LegalExpansion.Run(draft, library.Laws);
        return Finished(file, definition, walk, Titled(problems.All, draft));
    }

    private static Symbols Names(SyntaxNode root, DefinitionLibrary library)
    {
        var parts = new Parts();
        var walk = new Walk(new Problems(), null, library, parts.Read);
        ProcessReader.Read(walk, parts, root);
        return walk.Found;
    }

    // Only a definition without an error is one; of a draft with errors the titles are known.
    private static ProcessDefinition? Checked(Walk walk, Parts parts, SyntaxNode root)
    {
        var definition = ProcessReader.Read(walk, parts, root);
        if (root is MapSyntax map && MeantKeys.Of(map, [.. DefinitionKeys.Process.Keys])["process"] is null)
            walk.Problems.Error(root.At, FileProblems.NoProcess());
        if (definition is not null)
            StructureCheck.Run(definition, walk.Places, walk.Problems);
        return definition;
    }

    private static IReadOnlyList<Problem> Titled(IReadOnlyList<Problem> problems, ProcessDefinition? draft)
    {
        if (problems.Count == 0 || draft is null)
            return problems;
        var names = new DefinitionNames(draft);
        return [.. problems.Select(p => p with { Message = names.In(p.Message) })];
    }

    private static DefinitionReading Unread(string file, Problems problems, DefinitionLibrary library) =>
        new()
        {
            File = file,
            Laws = library.Laws,
            Problems = problems.All,
            Places = new Places(),
        };

    private static DefinitionReading Finished(string file, ProcessDefinition? definition, Walk walk, IReadOnlyList<Problem> problems)
    {
        var json = definition is null ? null : DefinitionJson.Write(definition);
        return new DefinitionReading
        {
            File = file,
            Definition = definition,
            Json = json,
            Digest = json is null ? null : DefinitionJson.Digest(json),
            Laws = walk.Shelf.Laws,
            Problems = problems,
            Places = walk.Places,
        };
    }
}

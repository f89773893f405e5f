using System.Collections.Immutable;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>
/// What the register beside the definitions calls its roles. A definition takes the titles of the roles that act in it when it is
/// read, so that once it is published it needs no register to speak of them.
/// </summary>
internal static class RoleTitles
{
    private const string Section = "roles";

    /// <summary>Reads the titles of a register; what is wrong there is told by whoever reads the whole of it.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="bytes">Its bytes.</param>
    public static IReadOnlyDictionary<string, LocalizedText> Read(string name, byte[] bytes)
    {
        var untold = new Problems();
        var scope = new Scope(Walk.Alone(untold));
        var roles = (SyntaxReader.Read(name, bytes, untold) as MapSyntax)?[Section] as MapSyntax;
        return (roles?.Entries ?? [])
            .Select(e => (e.Key, Title: TitleReader.Read(scope, e.Value, Things.Title)))
            .Where(e => e.Title is not null)
            .DistinctBy(e => e.Key)
            .ToImmutableSortedDictionary(e => e.Key, e => e.Title!, StringComparer.Ordinal);
    }

    /// <summary>The titles of the roles that act in a process, but for those that everybody knows so.</summary>
    public static ImmutableSortedDictionary<string, LocalizedText> Of(Walk walk) =>
        walk
            .Shelf.RoleTitles.Where(r => walk.Found.Roles.Contains(r.Key) && r.Value != Roles.Title(r.Key))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
}

using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Record.Commands;

namespace Workflow.Definitions.Stories;

/// <summary>Reads a lodging: the parties by their role, the form, the materials.</summary>
internal static class LodgeReader
{
    private static readonly KeySet PartyKeys = new("party", ["person", "name"]);

    internal static Lodge? Read(Scope scope, SyntaxNode syntax, StoryNames names)
    {
        var roles = names.Definition.Parties.Select(p => p.Role).ToList();
        if (Shape.Of(scope, syntax, new KeySet("lodge", [.. roles, "form", "materials"]), Things.Lodging) is not { } shape)
            return null;
        return new Lodge
        {
            Process = names.Definition.Id,
            Parties =
            [
                .. roles.SelectMany(role => Values.Items(shape[role]).Select(p => Party(scope, role, p, names))).OfType<PartyEntry>(),
            ],
            Form = FieldValues.Read(scope, shape["form"], names.Definition.Form, Things.TheForm),
            Materials = [.. ActReader.Words(scope, shape["materials"], Things.Material)],
        };
    }

    private static PartyEntry? Party(Scope scope, string role, SyntaxNode syntax, StoryNames names)
    {
        if (syntax is ScalarSyntax)
            return names.Person(scope, syntax) is { } person ? new PartyEntry(role, person, NameOf(person, names)) : null;
        if (Shape.Of(scope, syntax, PartyKeys, Things.Party) is not { } shape)
            return null;
        var id = names.Person(scope, shape.Required("person", Things.TheParty));
        var name = shape.Text("name", Things.Name);
        return id is null ? null : new PartyEntry(role, id, name ?? NameOf(id, names));
    }

    private static string NameOf(string person, StoryNames names) => names.Register.Person(person, DateOnly.MaxValue)?.Name ?? person;
}

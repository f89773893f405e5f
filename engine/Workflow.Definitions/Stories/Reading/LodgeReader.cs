using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;

namespace Workflow.Definitions.Stories.Reading;

/// <summary>Reads a lodging: the parties by their role, the form, the materials.</summary>
internal static class LodgeReader
{
    private static readonly KeySet PartyKeys = new("party", ["person", "name"]);

    internal static Lodge? Read(ActScope act)
    {
        var names = act.Names;
        if (Shape.Of(act.Scope, act.Value, KeysOf(names.Definition), Things.Lodging) is not { } shape)
            return null;
        return new Lodge
        {
            Process = names.Definition.Id,
            Parties = [.. names.Definition.Parties.SelectMany(p => Parties(shape, p.Role, names))],
            Form = FieldValues.Read(act.Scope, shape["form"], names.Definition.Form, Things.TheForm),
            Materials = [.. ActReader.Words(act.Scope, shape["materials"], Things.Material)],
        };
    }

    private static KeySet KeysOf(ProcessDefinition definition) =>
        new("lodge", [.. definition.Parties.Select(p => p.Role), "form", "materials"]);

    private static IEnumerable<PartyEntry> Parties(Shape shape, string role, StoryNames names) =>
        Values.Items(shape[role]).Select(p => Party(shape.Scope, role, p, names)).OfType<PartyEntry>();

    private static PartyEntry? Party(Scope scope, string role, SyntaxNode syntax, StoryNames names)
    {
        if (syntax is ScalarSyntax)
            return Entered(role, names.Person(scope, syntax), null, names);
        if (Shape.Of(scope, syntax, PartyKeys, Things.Party) is not { } shape)
            return null;
        var id = names.Person(scope, shape.Required("person", Things.TheParty));
        return Entered(role, id, shape.Text("name", Things.Name), names);
    }

    private static PartyEntry? Entered(string role, string? person, string? name, StoryNames names) =>
        person is null ? null : new PartyEntry(role, person, name ?? NameOf(person, names));

    private static string NameOf(string person, StoryNames names) => names.Register.Person(person, DateOnly.MaxValue)?.Name ?? person;
}

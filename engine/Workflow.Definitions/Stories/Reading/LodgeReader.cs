using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;

namespace Workflow.Definitions.Stories.Reading;

/// <summary>Reads a lodging: the parties by their role, the form, the materials.</summary>
internal static class LodgeReader
{
    private static readonly KeySet PartyKeys = new("party", ["person", "name", "identity", "agent"]);
    private static readonly KeySet IdentityKeys = new("identity", ["kind", "number"]);
    private static readonly KeySet AgentKeys = new("agent", ["name", "mandate"]);

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

    /// <summary>Reads a party: a person of the register, or keys, among which the person is left out for somebody without an account.</summary>
    internal static PartyEntry? Party(Scope scope, string role, SyntaxNode syntax, StoryNames names)
    {
        if (syntax is ScalarSyntax)
            return Entered(role, names.Person(scope, syntax), null, names);
        if (Shape.Of(scope, syntax, PartyKeys, Things.Party) is not { } shape)
            return null;
        var party = shape["person"] is { } known
            ? Entered(role, names.Person(scope, known), shape.Text("name", Things.Name), names)
            : Visiting(role, shape);
        return party is null ? null : party with { Identity = Identity(shape), Agent = Agent(shape) };
    }

    private static PartyEntry? Visiting(string role, Shape shape) =>
        shape.Required("name", Things.TheParty) is null ? null : new PartyEntry(role, "", shape.Text("name", Things.Name) ?? "");

    private static PartyIdentity? Identity(Shape party)
    {
        if (Shape.Of(party.Scope, party["identity"], IdentityKeys, Things.Quoted("identity")) is not { } shape)
            return null;
        var kind = shape.Word(
            "kind",
            Things.Quoted("kind"),
            Things.Quoted("identity"),
            [
                ("resident-id", IdentityKind.ResidentId),
                ("credit-code", IdentityKind.CreditCode),
                ("passport", IdentityKind.Passport),
                ("other", IdentityKind.Other),
            ]
        );
        return kind is { } known ? new PartyIdentity(known, Written(shape, "number", "identity")) : null;
    }

    private static PartyAgent? Agent(Shape party) =>
        Shape.Of(party.Scope, party["agent"], AgentKeys, Things.Quoted("agent")) is { } shape
            ? new PartyAgent(Written(shape, "name", "agent"), Written(shape, "mandate", "agent"))
            : null;

    private static TextValue Written(Shape shape, string key, string within) =>
        new(shape.Text(key, Things.Quoted(key), Things.Quoted(within)) ?? "");

    private static PartyEntry? Entered(string role, string? person, string? name, StoryNames names) =>
        person is null ? null : new PartyEntry(role, person, name ?? NameOf(person, names));

    private static string NameOf(string person, StoryNames names) => names.Register.Person(person, DateOnly.MaxValue)?.Name ?? person;
}

using System.Diagnostics;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>Reads the arguments of a use against the fragment's typed parameters.</summary>
internal static class ArgumentReader
{
    private static readonly (string, ArgumentType)[] Types =
    [
        ("office", ArgumentType.Office),
        ("text", ArgumentType.Text),
        ("number", ArgumentType.Number),
        ("period", ArgumentType.Period),
        ("ground", ArgumentType.Ground),
        ("basis", ArgumentType.Basis),
        ("moment", ArgumentType.Moment),
        ("step", ArgumentType.Step),
        ("list", ArgumentType.List),
    ];

    public static Dictionary<string, SyntaxNode> Read(Shape use, FragmentSource fragment)
    {
        var given = NamedItems.Of(use.Scope, use["with"], Things.Arguments).ToDictionary(e => e.Key);
        var parameters = fragment.Parameters.ToList();
        Unasked(use.Scope, given.Values, [.. parameters.Select(p => p.Key)]);
        var arguments = new Dictionary<string, SyntaxNode>(StringComparer.Ordinal);
        // What a law fixes waits for the citation.
        foreach (var parameter in parameters.OrderBy(IsOfALaw))
            if (One(use, parameter, given.GetValueOrDefault(parameter.Key)?.Value ?? CitedLimit.Of(use, parameter, arguments)) is { } value)
                arguments[parameter.Key] = value;
        return arguments;
    }

    private static bool IsOfALaw(MapEntry parameter) => parameter.Value is MapSyntax map && map[CitedLimit.Key] is not null;

    private static void Unasked(Scope scope, IEnumerable<MapEntry> given, List<string> asked)
    {
        foreach (var entry in given.Where(e => !asked.Contains(e.Key)))
            References.Unknown(scope, entry.Name, NameProblems.Argument, Things.ParameterOfTheFragment, asked);
    }

    private static SyntaxNode? One(Shape use, MapEntry parameter, SyntaxNode? given)
    {
        var scope = use.Scope;
        if (Keys(scope, parameter) is not { } shape)
            return null;
        var type = Type(shape, parameter);
        var value = given ?? Default(use, shape["default"]);
        if (value is null)
        {
            scope.Error(use.At, FragmentProblems.MissingArgument(parameter.Key));
            return null;
        }

        return type is null ? value : Checked(scope, type.Value, value);
    }

    /// <summary>Values that let a fragment be read without a user, after reporting bad parameters.</summary>
    public static Dictionary<string, SyntaxNode> StandIns(Scope scope, FragmentSource fragment)
    {
        var values = new Dictionary<string, SyntaxNode>(StringComparer.Ordinal);
        var citations = fragment.Parameters.Where(IsCitation).Select(p => p.Key).ToList();
        foreach (var parameter in fragment.Parameters)
            if (StandIn(scope, parameter, citations) is { } value)
                values[parameter.Key] = value;
        return values;
    }

    private static bool IsCitation(MapEntry parameter) => parameter.Value is MapSyntax map && map["type"] is ScalarSyntax { Text: "basis" };

    private static SyntaxNode? StandIn(Scope scope, MapEntry parameter, List<string> citations)
    {
        if (Keys(scope, parameter) is not { } shape)
            return null;
        shape.Title();
        if (Type(shape, parameter) is not { } type)
            return null;
        CitedLimit.Check(shape, type, citations);
        Declare(scope, type, parameter.Key);
        var text = new ScalarSyntax(parameter.KeyAt, StandIn(type, parameter.Key), false);
        return type == ArgumentType.List ? new ListSyntax(parameter.KeyAt, [text]) : text;
    }

    private static Shape? Keys(Scope scope, MapEntry parameter) =>
        Shape.Of(scope, parameter.Value, DefinitionKeys.Parameter, Things.TheParameter(parameter.Key));

    private static ArgumentType? Type(Shape shape, MapEntry parameter) =>
        shape.Word("type", Things.Type, Things.TheParameter(parameter.Key), Types);

    private static void Declare(Scope scope, ArgumentType type, string name)
    {
        var found = scope.Walk.Found;
        if (type == ArgumentType.Office)
            found.Offices[name] = new LocalizedText(name);
        if (type == ArgumentType.Moment)
            found.Moments[name] = scope;
        if (type == ArgumentType.Step)
            found.Steps[name] = new StepSymbol(name, scope);
    }

    private static string StandIn(ArgumentType type, string name) =>
        type switch
        {
            ArgumentType.Period => "1 day",
            ArgumentType.Number => "1",
            ArgumentType.Basis => LegalBasis.Internal.ToString(),
            ArgumentType.Moment or ArgumentType.Step => Scope.Final + name,
            ArgumentType.Office or ArgumentType.Text or ArgumentType.Ground or ArgumentType.List => name,
            _ => throw new UnreachableException($"No answer for {type}."),
        };

    // A default that does not fit this process is the user's matter: it stands where the fragment is used.
    private static SyntaxNode? Default(Shape use, SyntaxNode? value) =>
        value switch
        {
            ScalarSyntax scalar => scalar with { At = use.At with { UsedAt = scalar.At } },
            ListSyntax or MapSyntax or null => value,
            _ => throw new UnreachableException($"No answer for {value.GetType().Name}."),
        };

    private static SyntaxNode? Checked(Scope scope, ArgumentType type, SyntaxNode value)
    {
        if (type == ArgumentType.List)
            return Items(scope, value);
        if (Values.Scalar(scope, value, Things.ArgumentOf(type.ToString().ToLowerInvariant())) is not { } scalar)
            return null;
        return type switch
        {
            ArgumentType.Moment => Absolute(scalar, References.Moment(scope, scalar)),
            ArgumentType.Step => Absolute(scalar, References.Step(scope, scalar)),
            ArgumentType.Office
            or ArgumentType.Number
            or ArgumentType.Period
            or ArgumentType.Basis
            or ArgumentType.Text
            or ArgumentType.Ground
            or ArgumentType.List => Reads(scope, type, scalar) ? scalar : null,
            _ => throw new UnreachableException($"No answer for {type}."),
        };
    }

    private static bool Reads(Scope scope, ArgumentType type, ScalarSyntax scalar) =>
        type switch
        {
            ArgumentType.Office => References.Office(scope, scalar) is not null,
            ArgumentType.Number => Values.Number(scope, scalar, Things.TheArgument) is not null,
            ArgumentType.Period => Values.Period(scope, scalar, Things.TheArgument) is not null,
            ArgumentType.Basis => BasisReader.Read(scope, scalar) is not null,
            ArgumentType.Text or ArgumentType.Ground or ArgumentType.List or ArgumentType.Moment or ArgumentType.Step => true,
            _ => throw new UnreachableException($"No answer for {type}."),
        };

    private static ListSyntax Items(Scope scope, SyntaxNode value) =>
        new(value.At, [.. Values.Scalars(scope, value, Things.ValueOfTheList)]);

    private static ScalarSyntax? Absolute(ScalarSyntax scalar, string? id) =>
        id is null ? null : new ScalarSyntax(scalar.At, Scope.Final + id, false);
}

internal enum ArgumentType
{
    Office,
    Text,
    Number,
    Period,
    Ground,
    Basis,
    Moment,
    Step,
    List,
}

using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>
/// A period that a fragment takes from the law which another of its parameters cites, so that a use which cites its law does not repeat
/// what the law says.
/// </summary>
internal static class CitedLimit
{
    /// <summary>The key of a parameter that names the citation.</summary>
    public const string Key = "limit-of";

    private const string AnyPeriod = "1 day";

    /// <summary>
    /// What a parameter without a value takes from the law; null where it takes nothing, and where the law fixes no such period: then its
    /// default stands, or the use has to say it.
    /// </summary>
    public static SyntaxNode? Of(Shape use, MapEntry parameter, Dictionary<string, SyntaxNode> arguments)
    {
        if (parameter.Value is not MapSyntax map || map[Key] is not ScalarSyntax name)
            return null;
        if (arguments.GetValueOrDefault(name.Text) is not ScalarSyntax citation || BasisReader.Read(use.Scope, citation) is not { } basis)
            return null;
        return Period(use.Scope, basis, citation.At) is { } period ? new ScalarSyntax(citation.At, period, false) : null;
    }

    // A fragment that is read alone has a stand-in for a citation that its user gives.
    private static string? Period(Scope scope, LegalBasis basis, Position at) =>
        !basis.IsInternal ? scope.Walk.Silently(new CitedTerms(scope, basis, at).Limit)?.Period?.ToString()
        : scope.Walk.IsFragment && at.UsedAt is not null ? AnyPeriod
        : null;

    /// <summary>Reports a parameter that is no period, or names no citation.</summary>
    public static void Check(Shape parameter, ArgumentType type, IReadOnlyCollection<string> citations)
    {
        if (parameter[Key] is not { } written)
            return;
        if (type != ArgumentType.Period)
            parameter.Scope.Error(written.At, FragmentProblems.LimitOfNoPeriod(Key));
        else if (parameter.Scalar(Key, Things.ParameterOfTheFragment) is { } name && !citations.Contains(name.Text))
            References.Unknown(parameter.Scope, name, NameProblems.Argument, Things.ParameterOfTheFragment, citations);
    }
}

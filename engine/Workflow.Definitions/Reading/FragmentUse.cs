using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Expands a <c>use</c>: the fragment's edition of the day, with arguments in place and ids prefixed.</summary>
internal static class FragmentUse
{
    public static IEnumerable<Node> Expand(Shape use)
    {
        var scope = use.Scope;
        if (Values.Scalar(scope, use["use"], Things.Fragment) is not { } name) return [];
        var prefix = Values.Id(scope, Values.Scalar(scope, use["as"], Things.Prefix), Things.Prefix);
        if (Edition(scope, name) is not { } source) return [];
        var inner = new Scope(scope.Walk, scope, scope.Prefix + (prefix is null ? "" : prefix + "-"))
        {
            Fragment = source.Id,
            UsedAt = use.At,
            Path = $"{scope.Path}>{use.At}",
        };
        var arguments = ArgumentReader.Read(use, source.Root);
        foreach (var (key, value) in arguments)
            if (value is ScalarSyntax text) inner.Arguments[key] = text.Text;
        return When(scope, use, Nodes(inner, Substitution.Apply(source.Root, arguments)));
    }

    public static IEnumerable<Node> Nodes(Scope inner, SyntaxNode root)
    {
        if (Shape.Of(inner, root, DefinitionKeys.Fragment, Things.Fragment) is not { } file) return [];
        foreach (var name in Values.Scalars(inner, file["exports"], Things.StepOrAMoment))
            Export(inner, name);
        inner.Walk.Parts.Read(file);
        return file.Required("steps", Things.TheFragment) is { } steps ? NodeReader.List(inner, steps) : [];
    }

    private static void Export(Scope inner, ScalarSyntax name)
    {
        inner.Exports.Add(name.Text);
        if (!inner.Walk.Learns && inner.Step(name.Text) is null && inner.Moment(name.Text) is null)
            References.Unknown(inner, name, NameProblems.Export, Things.StepOrMomentOfFragment, inner.StepNames.Concat(inner.MomentNames));
    }

    private static FragmentSource? Edition(Scope scope, ScalarSyntax name)
    {
        var editions = scope.Walk.Library.Editions(name.Text);
        if (editions.Count == 0)
            References.Unknown(scope, name, NameProblems.Fragment, Things.TheIdOfAFragment, scope.Walk.Library.FragmentIds);
        else if (editions.FirstOrDefault(e => e.InForce.Includes(scope.Walk.InForceFrom)) is not { } edition)
            scope.Error(name.At, FragmentProblems.NotInForce(name.Text, scope.Walk.InForceFrom, editions.Select(e => e.InForce.ToString())));
        else if (scope.Chain.Any(s => s.Fragment == edition.Id))
            scope.Error(name.At, FragmentProblems.Recursive(name.Text));
        else if (scope.Chain.Count() > Walk.MaxFragmentDepth)
            scope.Error(name.At, FragmentProblems.TooDeep(Walk.MaxFragmentDepth));
        else
            return edition;
        return null;
    }

    private static IEnumerable<Node> When(Scope scope, Shape use, IEnumerable<Node> nodes) =>
        References.Condition(scope, use["when"]) is { } when
            ? nodes.Select(n => n with { When = n.When is null ? when : new Both(when, n.When) }).ToList()
            : nodes;
}

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
        if (use.Scalar("use", Things.Fragment) is not { } name)
            return [];
        var prefix = use.Id("as", Things.Prefix, Things.Prefix);
        if (Edition(scope, name) is not { } source)
            return [];
        var inner = new Scope(scope.Walk, scope, scope.Prefix + (prefix is null ? "" : prefix + "-"))
        {
            Fragment = source.Id,
            UsedAt = use.At,
            Path = $"{scope.Path}>{use.At}",
        };
        return IsFirst(inner, use.At) ? When(scope, use, Expanded(use, inner, source)) : [];
    }

    // What follows inside the fragment from an argument that is missing or wrong is not told: the use is told already.
    private static IEnumerable<Node> Expanded(Shape use, Scope inner, FragmentSource source)
    {
        var arguments = ArgumentReader.Read(use, source.Root);
        foreach (var (key, value) in arguments)
            if (value is ScalarSyntax text)
                inner.Arguments[key] = text.Text;
        var root = Substitution.Apply(source.Root, arguments);
        var isWhole = source.Root["parameters"] is not MapSyntax parameters || parameters.Entries.All(p => arguments.ContainsKey(p.Key));
        return isWhole ? Nodes(inner, root) : inner.Walk.Silently(() => Nodes(inner, root));
    }

    private static bool IsFirst(Scope inner, Position at)
    {
        if (inner.Walk.Uses.TryAdd($"{inner.Prefix}{Scope.Final}{inner.Fragment}", at))
            return true;
        var first = inner.Walk.Uses[$"{inner.Prefix}{Scope.Final}{inner.Fragment}"];
        inner.Error(at, FragmentProblems.Twice(inner.Fragment!, first.ToString()));
        return false;
    }

    public static IEnumerable<Node> Nodes(Scope inner, SyntaxNode root)
    {
        if (Shape.Of(inner, root, DefinitionKeys.Fragment, Things.Fragment) is not { } file)
            return [];
        foreach (var name in Values.Scalars(inner, file["exports"], Things.StepOrAMoment))
            Export(inner, name);
        inner.Walk.Parts.Read(file);
        return file.Required("steps", Things.TheFragment) is { } steps ? NodeReader.List(inner, steps) : [];
    }

    private static void Export(Scope inner, ScalarSyntax name)
    {
        inner.Exports.Add(name.Text);
        // What the user gives is the user's already.
        if (inner.Arguments.ContainsKey(name.Text))
            return;
        if (!inner.Walk.Learns && inner.Step(name.Text) is null && inner.Moment(name.Text) is null)
            References.Unknown(inner, name, NameProblems.Export, Things.StepOrMomentOfFragment, inner.StepNames.Concat(inner.MomentNames));
    }

    private static FragmentSource? Edition(Scope scope, ScalarSyntax name)
    {
        var editions = scope.Walk.Library.Editions(name.Text);
        if (editions.Count == 0)
            References.Unknown(scope, name, NameProblems.Fragment, Things.TheIdOfAFragment, scope.Walk.Library.FragmentIds);
        else if (scope.Walk.InForceFrom is not { } day)
            return editions[^1];
        else if (editions.FirstOrDefault(e => e.InForce.Includes(day)) is not { } edition)
            scope.Error(name.At, FragmentProblems.NotInForce(name.Text, day, editions.Select(e => e.InForce.ToString())));
        else if (scope.Chain.Any(s => s.Fragment == edition.Id))
            scope.Error(name.At, FragmentProblems.Recursive(name.Text));
        else if (scope.Chain.Count() > Walk.MaxFragmentDepth)
            scope.Error(name.At, FragmentProblems.TooDeep(Walk.MaxFragmentDepth));
        else
            return edition;
        return null;
    }

    private static IEnumerable<Node> When(Scope scope, Shape use, IEnumerable<Node> nodes) =>
        use.Condition("when") is { } when
            ? nodes.Select(n => n with { When = n.When is null ? when : new Both(when, n.When) }).ToList()
            : nodes;
}

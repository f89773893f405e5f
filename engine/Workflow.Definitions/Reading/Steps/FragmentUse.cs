using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Steps;

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
        var inner = Inner(use, source, prefix);
        return IsFirst(inner, use.At) ? When(scope, use, Expanded(use, inner, source)) : [];
    }

    private static Scope Inner(Shape use, FragmentSource source, string? prefix) =>
        new(use.Scope.Walk, use.Scope, use.Scope.Prefix + (prefix is null ? "" : prefix + "-"))
        {
            Fragment = source.Id,
            UsedAt = use.At,
            Path = $"{use.Scope.Path}>{use.At}",
        };

    // What follows inside the fragment from an argument that is missing or wrong is not told: the use is told already.
    private static IEnumerable<Node> Expanded(Shape use, Scope inner, FragmentSource source)
    {
        var arguments = ArgumentReader.Read(use, source);
        inner.Give(arguments);
        var root = Substitution.Apply(source.Root, arguments);
        var isWhole = source.Parameters.All(p => arguments.ContainsKey(p.Key));
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
        inner.Walk.Declare(file);
        if (file["asks"] is not null && file["steps"] is null)
            return [];
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

    /// <summary>The edition of a fragment that is in force when the process begins; null, and told, where there is none.</summary>
    internal static FragmentSource? Edition(Scope scope, ScalarSyntax name)
    {
        var editions = scope.Walk.Shelf.Editions(name.Text);
        if (editions.Count > 0)
            return scope.Walk.InForceFrom is { } day ? On(day, scope, name, editions) : editions[^1];
        References.Unknown(scope, name, NameProblems.Fragment, Things.TheIdOfAFragment, scope.Walk.Shelf.FragmentIds);
        return null;
    }

    private static FragmentSource? On(DateOnly day, Scope scope, ScalarSyntax name, IReadOnlyList<FragmentSource> editions)
    {
        var edition = editions.FirstOrDefault(e => e.InForce.Includes(day));
        var problem = edition is null
            ? FragmentProblems.NotInForce(name.Text, day, editions.Select(e => e.InForce.ToString()))
            : Nesting(scope, edition.Id);
        if (problem is null)
            return edition;
        scope.Error(name.At, problem);
        return null;
    }

    // A fragment never stands inside itself, and not below too many others.
    private static Message? Nesting(Scope scope, string fragment) =>
        scope.Chain.Any(s => s.Fragment == fragment) ? FragmentProblems.Recursive(fragment)
        : scope.Chain.Count() > Walk.MaxFragmentDepth ? FragmentProblems.TooDeep(Walk.MaxFragmentDepth)
        : null;

    private static IEnumerable<Node> When(Scope scope, Shape use, IEnumerable<Node> nodes) =>
        use.Condition("when") is { } when
            ? nodes.Select(n => n with { When = n.When is null ? when : new Both(when, n.When) }).ToList()
            : nodes;
}

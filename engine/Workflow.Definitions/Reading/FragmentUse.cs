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
        if (Values.Scalar(scope, use["use"], "a fragment") is not { } name) return [];
        var prefix = Values.Id(scope, Values.Scalar(scope, use["as"], "a prefix"), "a prefix");
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
        if (Shape.Of(inner, root, DefinitionKeys.Fragment, "a fragment") is not { } file) return [];
        foreach (var name in Values.Scalars(inner, file["exports"], "a step or a moment"))
            Export(inner, name);
        inner.Walk.Parts.Read(file);
        return file.Required("steps", "the fragment") is { } steps ? NodeReader.List(inner, steps) : [];
    }

    private static void Export(Scope inner, ScalarSyntax name)
    {
        inner.Exports.Add(name.Text);
        if (!inner.Walk.Learns && inner.Step(name.Text) is null && inner.Moment(name.Text) is null)
            References.Unknown(inner, name, "fragment.unknown_export", "a step or a moment of the fragment", inner.StepNames.Concat(inner.MomentNames));
    }

    private static FragmentSource? Edition(Scope scope, ScalarSyntax name)
    {
        var editions = scope.Walk.Library.Editions(name.Text);
        if (editions.Count == 0)
            References.Unknown(scope, name, "fragment.unknown", "the id of a fragment", scope.Walk.Library.FragmentIds);
        else if (editions.FirstOrDefault(e => e.InForce.Includes(scope.Walk.InForceFrom)) is not { } edition)
            scope.Error(name.At, "fragment.not_in_force", $"Expected an edition of '{name.Text}' in force on {scope.Walk.InForceFrom:yyyy-MM-dd}, but there are only {string.Join(", ", editions.Select(e => e.InForce))}.");
        else if (scope.Chain.Any(s => s.Fragment == edition.Id))
            scope.Error(name.At, "fragment.recursive", $"Expected a fragment that does not use itself, but '{name.Text}' is being expanded already.");
        else if (scope.Chain.Count() > Walk.MaxFragmentDepth)
            scope.Error(name.At, "fragment.too_deep", $"Expected at most {Walk.MaxFragmentDepth} fragments inside each other, but another begins here.");
        else
            return edition;
        return null;
    }

    private static IEnumerable<Node> When(Scope scope, Shape use, IEnumerable<Node> nodes) =>
        References.Condition(scope, use["when"]) is { } when
            ? nodes.Select(n => n with { When = n.When is null ? when : new Both(when, n.When) }).ToList()
            : nodes;
}

using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Reading.Steps;
using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Reading;

/// <summary>Reads a fragment on its own, so that its problems show before anybody uses it: parameters and parties are stood in for.</summary>
internal static class FragmentCheck
{
    public static IReadOnlyList<Problem> Run(FragmentSource source, DefinitionLibrary library)
    {
        var problems = new Problems();
        Expanded(source, library, problems, Expanded(source, library, new Problems(), null));
        return problems.All;
    }

    // Returns the names that were found.
    private static Symbols Expanded(FragmentSource source, DefinitionLibrary library, Problems problems, Symbols? known)
    {
        var walk = new Walk(problems, known, library, new Parts().Read) { InForceFrom = source.InForce.From, IsFragment = true };
        Expand(walk, source);
        return walk.Found;
    }

    private static void Expand(Walk walk, FragmentSource source)
    {
        var scope = new Scope(walk);
        var inner = new Scope(walk, scope) { Fragment = source.Id, Path = ">" };
        var arguments = ArgumentReader.StandIns(scope, source);
        inner.Give(arguments);
        FragmentUse.Nodes(inner, Substitution.Apply(source.Root, arguments));
    }
}

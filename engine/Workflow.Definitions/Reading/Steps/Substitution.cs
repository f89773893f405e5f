using System.Diagnostics;
using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>Puts arguments in the place of parameters: where a value is a parameter's name, or begins with it and a dot.</summary>
internal static class Substitution
{
    public static SyntaxNode Apply(SyntaxNode syntax, IReadOnlyDictionary<string, SyntaxNode> arguments) =>
        syntax switch
        {
            ScalarSyntax { Quoted: false } scalar => Scalar(scalar, arguments),
            ListSyntax list => list with { Items = [.. list.Items.Select(i => Apply(i, arguments))] },
            MapSyntax map => map with
            {
                Entries =
                [
                    .. map.Entries.Select(e => e.Key is "parameters" or "exports" ? e : e with { Value = Apply(e.Value, arguments) }),
                ],
            },
            ScalarSyntax => syntax,
            _ => throw new UnreachableException($"No answer for {syntax.GetType().Name}."),
        };

    private static SyntaxNode Scalar(ScalarSyntax scalar, IReadOnlyDictionary<string, SyntaxNode> arguments)
    {
        if (arguments.TryGetValue(scalar.Text, out var whole))
            return Moved(whole, scalar.At);
        var dot = scalar.Text.IndexOf('.');
        return dot > 0 && arguments.GetValueOrDefault(scalar.Text[..dot]) is ScalarSyntax first && !scalar.Text.Contains(' ')
            ? new ScalarSyntax(first.At with { UsedAt = scalar.At }, first.Text + scalar.Text[dot..], false)
            : scalar;
    }

    private static SyntaxNode Moved(SyntaxNode argument, Position used) =>
        argument switch
        {
            ScalarSyntax scalar => scalar with { At = scalar.At with { UsedAt = used } },
            ListSyntax list => new ListSyntax(list.At with { UsedAt = used }, [.. list.Items.Select(i => Moved(i, used))]),
            MapSyntax => argument,
            _ => throw new UnreachableException($"No answer for {argument.GetType().Name}."),
        };
}

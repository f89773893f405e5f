using System.Text.RegularExpressions;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>Reads how many members of a joint must answer before it has a result.</summary>
internal static partial class QuorumReader
{
    private const string MoreThanHalf = "majority";

    public static Quorum? Read(Shape shape, JointNode node)
    {
        if (Values.Scalar(shape.Scope, shape["quorum"], Things.TheQuorum) is not { } scalar)
            return null;
        if (Of(scalar.Text) is not { } quorum)
            shape.Scope.Error(scalar.At, JointProblems.Quorum(Shape.Words(scalar), Ways.Near(scalar.Text, [MoreThanHalf])));
        else if (WrittenAmount.Exceeded(quorum.Kind, quorum.Amount, node) is not null)
            shape.Scope.Error(scalar.At, JointProblems.QuorumRange(node.Id, scalar.Text));
        else
            return quorum;
        return null;
    }

    private static Quorum? Of(string text) =>
        text == MoreThanHalf ? new Quorum(ThresholdKind.Majority)
        : Form().Match(text) is { Success: true } match ? new Quorum(WrittenAmount.Kind(match), WrittenAmount.Of(match))
        : null;

    [GeneratedRegex("^" + WrittenAmount.Form + "$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

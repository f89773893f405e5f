using System.Globalization;
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
        else if (quorum.Kind != ThresholdKind.Majority && (quorum.Amount < 1 || quorum.Amount > Most(quorum, node)))
            shape.Scope.Error(scalar.At, JointProblems.QuorumRange(node.Id, scalar.Text));
        else
            return quorum;
        return null;
    }

    private static Quorum? Of(string text) =>
        text == MoreThanHalf ? new Quorum(ThresholdKind.Majority)
        : Form().Match(text) is { Success: true } match
            ? new Quorum(match.Groups["percent"].Success ? ThresholdKind.Percent : ThresholdKind.Count, Number(match))
        : null;

    private static int Number(Match match) => int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);

    // How many hold a post, the register says on the day.
    private static int Most(Quorum quorum, JointNode node) =>
        quorum.Kind == ThresholdKind.Percent ? 100
        : node.Participants.Any(p => p.All is true) ? int.MaxValue
        : node.Participants.Length;

    [GeneratedRegex("^(?<n>[0-9]{1,6})(?<percent>%)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

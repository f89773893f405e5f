using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>How many answers of a joint something takes, as it is written, and the most that it may be.</summary>
internal static class WrittenAmount
{
    /// <summary>A number, or one of a hundred; for the pattern of whoever reads it.</summary>
    public const string Form = "(?<n>[0-9]{1,6})(?<percent>%)?";

    /// <summary>The number; 0 where none is written.</summary>
    public static int Of(Match match) => match.Groups["n"] is { Success: true } n ? int.Parse(n.Value, CultureInfo.InvariantCulture) : 0;

    /// <summary>What a number counts.</summary>
    public static ThresholdKind Kind(Match match) => match.Groups["percent"].Success ? ThresholdKind.Percent : ThresholdKind.Count;

    /// <summary>Returns the most that an amount may be where it is out of bounds; null where it is not, and for a kind without one.</summary>
    public static int? Exceeded(ThresholdKind kind, int amount, JointNode node) =>
        Most(kind, node) is { } most && (amount < 1 || amount > most) ? most : null;

    private static int? Most(ThresholdKind kind, JointNode node) =>
        kind switch
        {
            // How many hold a post, the register says on the day.
            ThresholdKind.Count or ThresholdKind.Weight when node.Participants.Any(p => p.All is true) => int.MaxValue,
            ThresholdKind.Count => node.Participants.Length,
            ThresholdKind.Percent => 100,
            ThresholdKind.Weight => node.Participants.Sum(p => p.Weight),
            ThresholdKind.All or ThresholdKind.Any or ThresholdKind.Majority => null,
            _ => throw new UnreachableException($"No answer for {kind}."),
        };
}

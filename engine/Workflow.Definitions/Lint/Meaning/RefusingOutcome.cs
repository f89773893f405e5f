using System.Text.RegularExpressions;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Meaning;

/// <summary>Which outcomes refuse somebody something.</summary>
internal static partial class RefusingOutcome
{
    /// <summary>
    /// An outcome that names remedies, or is called a refusal. One that sends the work back inside the office refuses nobody
    /// anything; a plain "not" refuses only where it ends the case or issues a document.
    /// </summary>
    public static bool Is(Node node, OutcomeRule body)
    {
        if (body.Exit is BackExit || node is ParallelNode or ChoiceNode)
            return false;
        if (body.Remedies is Remedies.Free or Remedies.ReconsiderationFirst)
            return true;
        if (Posts.IsParty(node))
            return false;
        return Word().IsMatch(body.Id)
            || Title().IsMatch(body.Title)
            || (Negative().IsMatch(body.Id) && (body.Exit is EndExit || !body.Issues.IsEmpty));
    }

    [GeneratedRegex("^(refuse|refused|refusal|reject|rejected|deny|denied|decline|declined)$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("^(not|non)-", RegexOptions.CultureInvariant)]
    private static partial Regex Negative();

    [GeneratedRegex("^(不予|不准予|不受理|驳回|拒绝)", RegexOptions.CultureInvariant)]
    private static partial Regex Title();
}

using System.Text.RegularExpressions;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Meaning;

/// <summary>Which outcomes agree to something.</summary>
internal static partial class Consent
{
    public static bool Is(OutcomeRule body) => (Word().IsMatch(body.Id) || Title().IsMatch(body.Title)) && !body.Title.StartsWith('不');

    [GeneratedRegex(
        "^(accept|accepted|grant|granted|approve|approved|agree|agreed|consent|pass|passed|renew|renewed|permit)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Word();

    [GeneratedRegex("^(视为)?(同意|准予|批准|通过|受理|核准|许可|合格)", RegexOptions.CultureInvariant)]
    private static partial Regex Title();
}

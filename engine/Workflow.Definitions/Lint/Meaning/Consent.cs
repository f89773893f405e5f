using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Meaning;

/// <summary>Which outcomes agree to something.</summary>
internal static class Consent
{
    public static bool Is(OutcomeRule body) =>
        (CommonWords.Consent.IsId(body.Id) || CommonWords.Consent.IsTitle(body.Title)) && !CommonWords.Dissent.IsTitle(body.Title);
}

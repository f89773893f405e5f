using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Meaning;

/// <summary>Which outcomes agree to something.</summary>
internal static class Consent
{
    public static bool Is(OutcomeRule body) => CommonWords.Consent.Name(body) && !CommonWords.Dissent.IsTitle(body.Title);
}

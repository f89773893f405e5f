using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>How often an outcome was taken, as far as it still stands: of one whose paper is void nobody was told anything.</summary>
internal static class TimesTaken
{
    /// <summary>Counts the runs of a step that came to an outcome.</summary>
    internal static int Of(CaseLook look, string key, OutcomeRule outcome) =>
        Standing(look, key, outcome, SoFar.Taken(look, key, outcome.Id));

    /// <summary>Counts how often an outcome sent the case back.</summary>
    internal static int Back(CaseLook look, string key, OutcomeRule outcome) =>
        Standing(look, key, outcome, SoFar.Backs(look, key, outcome.Id));

    // Each time issues one paper, or one for each addressee.
    private static int Standing(CaseLook look, string key, OutcomeRule outcome, int times) =>
        outcome.Issues.IsEmpty ? times : Math.Min(times, outcome.Issues.Max(document => Valid(look.State, key, document)));

    private static int Valid(CaseState state, string key, string document) =>
        state
            .Documents.Where(d => d.Void is null && d.Issued.Step == key && d.Issued.Document == document)
            .GroupBy(d => string.Join('\n', d.Issued.To ?? []))
            .Select(g => g.Count())
            .DefaultIfEmpty()
            .Max();
}

namespace Workflow.Storage.Drafts;

/// <summary>What somebody has begun to fill in at a run of a step. Theirs alone.</summary>
/// <param name="Case">The case.</param>
/// <param name="Step">The step's key.</param>
/// <param name="Run">The run, counted from 1: a draft ends with it.</param>
/// <param name="Person">Whose it is: the natural person, not the one they may act for.</param>
/// <param name="SavedAt">When it was last saved.</param>
/// <param name="Body">The text as it was sent.</param>
public sealed record StepDraft(string Case, string Step, int Run, string Person, DateTimeOffset SavedAt, string Body);

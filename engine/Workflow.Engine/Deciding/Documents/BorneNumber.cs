using System.Collections.Immutable;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>
/// A number that somebody entered and a valid paper bears. No two cases of a process share one. A code that names a company is
/// none of these: it is the company's, and stands on the papers of all its cases.
/// </summary>
/// <param name="Process">Id of the process.</param>
/// <param name="Document">The type of paper.</param>
/// <param name="Number">The number as it is compared: full-width digits are digits, and blanks at the ends are none.</param>
public sealed record BorneNumber(string Process, string Document, string Number)
{
    /// <summary>Returns those of a case, each once; what is void binds nobody.</summary>
    public static ImmutableArray<BorneNumber> Of(PublishedProcess process, CaseState state) =>
        [
            .. state
                .Documents.Where(d => d.Void is null && IsEntered(process, d.Issued))
                .Select(d => new BorneNumber(state.Process, d.Issued.Document, PlainText.Narrow(d.Issued.Number!)))
                .Distinct(),
        ];

    private static bool IsEntered(PublishedProcess process, DocumentIssued paper) =>
        paper is { Series: null, Number: not null }
        && process.Definition.Documents.Any(d => d.Id == paper.Document && d.Number.Kind == NumberKind.Entered);
}

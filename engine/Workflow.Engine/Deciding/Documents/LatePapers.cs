using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>
/// A decision against which somebody may turn exists when it is made, and is made on no earlier day than the one on which it is recorded:
/// its paper would shorten the periods that it states. It reads what was issued, so no way to a paper is left out.
/// </summary>
internal static class LatePapers
{
    internal static Refusal? Check(CaseTurn turn, CaseCommand command) =>
        !Backdating.IsHeldToProof(turn) || command is INamesDefinition
            ? null
            : turn
                .Events.OfType<DocumentIssued>()
                .Where(e => e.On < turn.Today && turn.Definition.Documents.Single(d => d.Id == e.Document).StatesRemedies)
                .Select(e => DocumentRefusals.DecidedForEarlierDay(Naming.Document(turn.Definition, e.Document), e.On))
                .FirstOrDefault();
}

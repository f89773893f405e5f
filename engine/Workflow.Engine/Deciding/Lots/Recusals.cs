using System.Collections.Immutable;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Lots;

/// <summary>Checks who is said to step back: rows that are drawn, each once, each with its reasons.</summary>
internal static class Recusals
{
    /// <summary>More rows at once are not a recusal but another draw.</summary>
    private const int MostRows = 1_000;

    internal static Refusal? Check(CaseLook look, Redraw command) =>
        Number(command.Recused)
        ?? Rows(command.Recused, look.State.Steps[command.Step].Drawn)
        ?? (command.Document is { } document ? ByOrder.Document(document, Acts.DrawAgain) : null)
        ?? command.Recused.Select(Reasons).FirstOrDefault(r => r is not null);

    private static Refusal? Number(ImmutableArray<Recusal> recused)
    {
        var sound = !recused.IsDefaultOrEmpty && recused.Length <= MostRows && recused.All(r => r is not null);
        return sound ? null : LotsRefusals.RecusalCount(MostRows, recused.IsDefault ? 0 : recused.Count(r => r is not null));
    }

    private static Refusal? Rows(ImmutableArray<Recusal> recused, ImmutableArray<int> drawn)
    {
        if (recused.FirstOrDefault(r => !drawn.Contains(r.Row)) is { } other)
            return LotsRefusals.RecusalRows(other.Row, drawn);
        return recused.GroupBy(r => r.Row).FirstOrDefault(g => g.Count() > 1) is { } twice ? LotsRefusals.RecusalTwice(twice.Key) : null;
    }

    private static Refusal? Reasons(Recusal recused) =>
        PlainText.IsBlank(recused.Reasons)
            ? StepRefusals.ReasonsMissing(LotsRefusals.ARecusal(recused.Row))
            : Payload.NotTooLong(recused.Reasons);
}

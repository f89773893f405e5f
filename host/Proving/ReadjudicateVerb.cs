using System.CommandLine;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Readjudicating;

namespace Workflow.Host.Proving;

/// <summary><c>readjudicate</c>: decides every recorded command again.</summary>
internal sealed class ReadjudicateVerb(VerbForm form)
{
    private readonly Argument<string?> _case = form.Maybe("CASE");
    private readonly Option<string> _database = form.Database();
    private readonly Option<bool> _json = form.Json();

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "readjudicate");
        return form.Does(new ReadjudicateVerb(form).Run);
    }

    private async Task<int> Run(ParseResult given, CancellationToken cancellation)
    {
        var (terminal, file, number) = (form.Terminal, given.GetValue(_database)!, given.GetValue(_case));
        await using var database = DatabaseFile.OpenToLook(file);
        var progress = TerminalProgress.To(terminal, terminal.Words["readjudicate.decided"]);
        var report = new Readjudicate(database, new PublishedProcesses(database)).Run(number, progress, cancellation);
        if (number is not null && report.Cases == 0)
            throw OpeningRefusals.NoCaseIn(file, number);
        await Administration.Look(database, "readjudicate", number);
        terminal.Answer(
            given.GetValue(_json),
            () => Readjudication.Shown(report, terminal.Words),
            () => terminal.Out.Write(Readjudication.Text(report, terminal.Words))
        );
        return report.Differences.IsEmpty ? 0 : 1;
    }
}

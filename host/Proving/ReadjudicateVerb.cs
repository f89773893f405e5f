using System.CommandLine;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Storage.Proofs;
using Workflow.Storage.Publishing;

namespace Workflow.Host.Proving;

/// <summary><c>readjudicate</c>: decides every recorded command again.</summary>
public static class ReadjudicateVerb
{
    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "readjudicate");
        var number = form.Maybe("CASE");
        var (database, json) = (form.Database(), form.Json());
        form.Command.SetAction(
            (parsed, cancellation) =>
                Run(terminal, parsed.GetValue(database)!, parsed.GetValue(number), parsed.GetValue(json), cancellation)
        );
        return form.Command;
    }

    private static async Task<int> Run(Terminal terminal, string file, string? number, bool json, CancellationToken cancellation)
    {
        await using var database = DatabaseFile.OpenExisting(file);
        var report = new Readjudicate(database, new PublishedProcesses(database)).Run(
            number,
            TerminalProgress.To(terminal, "commands decided again"),
            cancellation
        );
        if (number is not null && report.Cases == 0)
            throw OpeningRefusals.NoCaseThen(file, number);
        await Administration.Look(database, "readjudicate", number);
        if (json)
            terminal.WriteJson(Readjudication.Shown(report, terminal.Words));
        else
            terminal.Out.Write(Readjudication.Text(report, terminal.Words));
        return report.Differences.IsEmpty ? 0 : 1;
    }
}

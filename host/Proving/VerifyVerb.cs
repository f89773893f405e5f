using System.CommandLine;
using System.Globalization;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Host.Seals;
using Workflow.Storage.Proofs;

namespace Workflow.Host.Proving;

/// <summary><c>verify</c>: checks chains, seals and receipts of a database, and decides everything again; or of an export, without a database.</summary>
public static class VerifyVerb
{
    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "verify");
        var export = form.Maybe("EXPORT");
        var (database, json) = (form.Database(), form.Json());
        var receipts = form.Texts("--receipts", "PATH");
        receipts.AllowMultipleArgumentsPerToken = true;
        var heads = form.Texts("--head", "LINE");
        var certificate = form.Text("--certificate", "FILE");
        var require = form.Flag("--require-receipts");
        form.Command.SetAction(
            (parsed, cancellation) =>
            {
                var outside = new OutsideReceipts(
                    parsed.GetValue(receipts) ?? [],
                    parsed.GetValue(heads) ?? [],
                    parsed.GetValue(certificate)
                );
                var asked = new Asked(outside, parsed.GetValue(require), parsed.GetValue(json));
                return parsed.GetValue(export) is { } file
                    ? Task.FromResult(Export(terminal, file, asked, cancellation))
                    : Ledger(terminal, parsed.GetValue(database)!, asked, cancellation);
            }
        );
        return form.Command;
    }

    // Neither "something is wrong" nor "it cannot be read".
    private const int Unproven = 3;

    private static int Export(Terminal terminal, string file, Asked asked, CancellationToken cancellation)
    {
        if (!File.Exists(file))
            throw OpeningRefusals.NoInput(FileKind.Export, file);
        using var content = File.OpenRead(file);
        var verdict = Verification.Export(content, file, asked.Outside, TerminalProgress.To(terminal, "entries checked"), cancellation);
        if (asked.Json)
            terminal.WriteJson(verdict.In(terminal.Words));
        else
        {
            var made = verdict.MadeAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            terminal.Out.WriteLine(
                terminal.Words.Say(verdict.OnlyCase is null ? "verify.export" : "verify.export-case", made, verdict.OnlyCase)
            );
            new VerifyWords(terminal).Write(verdict.Report, verdict.Notes, verdict.OnlyCase is null);
        }

        return Exit(verdict.Holds, verdict.Report, asked);
    }

    private static async Task<int> Ledger(Terminal terminal, string file, Asked asked, CancellationToken cancellation)
    {
        await using var database = DatabaseFile.OpenToRead(file);
        var verdict = Verification.Ledger(
            database,
            asked.Outside,
            TerminalProgress.To(terminal, "entries checked"),
            TerminalProgress.To(terminal, "commands decided again"),
            cancellation
        );
        if (asked.Json)
            terminal.WriteJson(verdict.In(terminal.Words));
        else
        {
            var lines = new VerifyWords(terminal);
            lines.Write(verdict.Report, verdict.Notes, isWhole: true);
            lines.Write(verdict.Again);
            lines.Write(verdict.Rows);
        }

        return Exit(verdict.Holds, verdict.Report, asked);
    }

    private static int Exit(bool holds, VerifyReport report, Asked asked) =>
        (holds, asked.RequiresReceipts && !(report.IsProven && asked.Outside.Notes.Count == 0)) switch
        {
            (false, _) => 1,
            (_, true) => Unproven,
            _ => 0,
        };

    private sealed record Asked(OutsideReceipts Outside, bool RequiresReceipts, bool Json);
}

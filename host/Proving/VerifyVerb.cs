using System.CommandLine;
using System.Globalization;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Host.Seals;
using Workflow.Host.Wording;
using Workflow.Storage.Proofs.Verifying;

namespace Workflow.Host.Proving;

/// <summary><c>verify</c>: checks chains, seals and receipts of a database, and decides everything again; or of an export, without a database.</summary>
internal sealed class VerifyVerb(VerbForm form)
{
    // Neither "something is wrong" nor "it cannot be read".
    private const int Unproven = 3;

    private readonly Argument<string?> _export = form.Maybe("EXPORT");
    private readonly Option<string> _database = form.Database();
    private readonly Option<bool> _json = form.Json();
    private readonly Option<string[]> _receipts = form.TextsInARow("--receipts", "PATH");
    private readonly Option<string[]> _heads = form.Texts("--head", "LINE");
    private readonly Option<string?> _certificate = form.Text("--certificate", "FILE");
    private readonly Option<bool> _require = form.Flag("--require-receipts");

    private Terminal Terminal => form.Terminal;

    private Words Words => form.Terminal.Words;

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "verify");
        return form.Does(new VerifyVerb(form).Run);
    }

    private Task<int> Run(ParseResult given, CancellationToken cancellation)
    {
        var receipts = new OutsideReceipts(given.GetValue(_receipts) ?? [], given.GetValue(_heads) ?? [], given.GetValue(_certificate));
        var asked = new AskedProof(receipts, given.GetValue(_require), given.GetValue(_json));
        return given.GetValue(_export) is { } file
            ? Task.FromResult(Export(file, asked, cancellation))
            : Ledger(given.GetValue(_database)!, asked, cancellation);
    }

    private int Export(string file, AskedProof asked, CancellationToken cancellation)
    {
        using var content = InputFile.Open(FileKind.Export, file);
        var verdict = Verification.Export(content, file, asked.Outside, Progress("verify.checked"), cancellation);
        Terminal.Answer(asked.Json, () => verdict.In(Words), () => Write(verdict));
        return Exit(verdict.Holds, verdict.Report, asked);
    }

    private void Write(ExportVerdict verdict)
    {
        var made = verdict.MadeAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        Terminal.Out.WriteLine(Words.Say(verdict.OnlyCase is null ? "verify.export" : "verify.export-case", made, verdict.OnlyCase));
        new VerifyWords(Terminal).Write(verdict.Report, verdict.Notes, verdict.OnlyCase is null);
    }

    private async Task<int> Ledger(string file, AskedProof asked, CancellationToken cancellation)
    {
        await using var database = DatabaseFile.OpenToExamine(file);
        var (checks, decisions) = (Progress("verify.checked"), Progress("readjudicate.decided"));
        var verdict = Verification.Ledger(database, asked.Outside, checks, decisions, cancellation);
        Terminal.Answer(asked.Json, () => verdict.In(Words), () => Write(verdict));
        return Exit(verdict.Holds, verdict.Report, asked);
    }

    private void Write(LedgerVerdict verdict)
    {
        var lines = new VerifyWords(Terminal);
        lines.Write(verdict.Report, verdict.Notes, isWhole: true);
        lines.Write(verdict.Again);
        lines.Write(verdict.Rows);
    }

    private TerminalProgress? Progress(string key) => TerminalProgress.To(Terminal, Words[key]);

    private static int Exit(bool holds, VerifyReport report, AskedProof asked) =>
        (holds, asked.RequiresReceipts && !(report.IsProven && asked.Outside.Notes.Count == 0)) switch
        {
            (false, _) => 1,
            (_, true) => Unproven,
            _ => 0,
        };

    private sealed record AskedProof(OutsideReceipts Outside, bool RequiresReceipts, bool Json);
}

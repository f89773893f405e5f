using System.CommandLine;
using Workflow.Host.Evidence;
using Workflow.Host.Opening;
using Workflow.Storage.Exports;

namespace Workflow.Host.Commands;

/// <summary><c>verify</c>: checks chains, seals and receipts of a database, and decides everything again; or of an export, without a database.</summary>
public static class VerifyVerb
{
    public static Command Make(Terminal terminal)
    {
        var export = new Argument<string?>("EXPORT") { Description = "An export to verify without its database; without it, the database.", Arity = ArgumentArity.ZeroOrOne };
        var (database, json) = (Shared.Database(), Shared.AsJson());
        var receipts = new Option<string[]>("--receipts") { Description = "Receipts from outside: a folder, or files; may be repeated.", HelpName = "PATH", AllowMultipleArgumentsPerToken = true };
        var heads = new Option<string[]>("--head") { Description = "A printed head, as 'seal' printed it; may be repeated.", HelpName = "LINE" };
        var certificate = new Option<string?>("--certificate") { Description = "The certificate of the time-stamp authority, or one above it, PEM or DER.", HelpName = "FILE" };
        var verb = new Command("verify", Help.Verify) { export, database, receipts, heads, certificate, json };
        verb.SetAction((parsed, cancellation) =>
        {
            var outside = new OutsideReceipts(parsed.GetValue(receipts) ?? [], parsed.GetValue(heads) ?? [], parsed.GetValue(certificate));
            return parsed.GetValue(export) is { } file
                ? Task.FromResult(Export(terminal, file, outside, parsed.GetValue(json), cancellation))
                : Ledger(terminal, parsed.GetValue(database)!, outside, parsed.GetValue(json), cancellation);
        });
        return verb;
    }

    private static int Export(Terminal terminal, string file, OutsideReceipts outside, bool json, CancellationToken cancellation)
    {
        if (!File.Exists(file)) throw new InputRefusedException($"Expected an export, but there is no file '{file}'.");
        using var content = File.OpenRead(file);
        var verdict = Verification.Export(content, file, outside, Progress.To(terminal, "entries checked"), cancellation);
        if (json) terminal.WriteJson(verdict);
        else
        {
            terminal.Out.WriteLine($"An export of {(verdict.OnlyCase is { } one ? $"case {one}" : "a whole ledger")}, made {verdict.MadeAt:yyyy-MM-dd'T'HH:mm:ss'Z'} as it says itself.");
            VerifyWords.Write(terminal, verdict.Report, verdict.Notes, verdict.OnlyCase is null);
        }

        return verdict.Holds ? 0 : 1;
    }

    private static async Task<int> Ledger(Terminal terminal, string file, OutsideReceipts outside, bool json, CancellationToken cancellation)
    {
        await using var database = DatabaseFile.OpenExisting(file);
        var verdict = Verification.Ledger(database, outside, Progress.To(terminal, "entries checked"), Progress.To(terminal, "commands decided again"), cancellation);
        if (json) terminal.WriteJson(verdict);
        else
        {
            VerifyWords.Write(terminal, verdict.Report, verdict.Notes, true);
            VerifyWords.Write(terminal, verdict.Again);
        }

        return verdict.Holds ? 0 : 1;
    }
}

using System.CommandLine;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Proofs;
using Workflow.Storage.Publishing;

namespace Workflow.Host.Proving;

/// <summary><c>readjudicate</c>: decides every recorded command again.</summary>
public static class ReadjudicateVerb
{
    public static Command Make(Terminal terminal)
    {
        var number = new Argument<string?>("CASE") { Description = "The case's number; without it the whole ledger.", Arity = ArgumentArity.ZeroOrOne };
        var (database, language, json) = (Shared.Database(), Shared.Language(), Shared.AsJson());
        var verb = new Command("readjudicate", Help.Readjudicate) { number, database, language, json };
        verb.SetAction((parsed, cancellation) => Run(
            terminal, parsed.GetValue(database)!, parsed.GetValue(number), Words.In(parsed.GetValue(language)!), parsed.GetValue(json), cancellation));
        return verb;
    }

    private static async Task<int> Run(Terminal terminal, string file, string? number, Words words, bool json, CancellationToken cancellation)
    {
        await using var database = DatabaseFile.OpenExisting(file);
        var report = new Readjudicate(database, new PublishedProcesses(database)).Run(number, TerminalProgress.To(terminal, "commands decided again"), cancellation);
        if (number is not null && report.Cases == 0) throw Shared.NoCase(file, number);
        await Administration.Look(database, "readjudicate", number);
        if (json) terminal.WriteJson(Readjudication.Shown(report, words));
        else terminal.Out.Write(Readjudication.Text(report, words));
        return report.Differences.IsEmpty ? 0 : 1;
    }
}

using System.CommandLine;
using Workflow.Host.Opening;
using Workflow.Storage.Proofs;
using Workflow.Storage.Publishing;

namespace Workflow.Host.Commands;

/// <summary><c>verify</c>: checks the chains, then decides everything again.</summary>
public static class VerifyVerb
{
    public static Command Make(Terminal terminal)
    {
        var (database, json) = (Shared.Database(), Shared.AsJson());
        var verb = new Command("verify", Help.Verify) { database, json };
        verb.SetAction((parsed, cancellation) => Run(terminal, parsed.GetValue(database)!, parsed.GetValue(json), cancellation));
        return verb;
    }

    private static async Task<int> Run(Terminal terminal, string file, bool json, CancellationToken cancellation)
    {
        await using var database = DatabaseFile.OpenExisting(file);
        var chains = new Verify(database).Run(Progress.To(terminal, "entries checked"), cancellation);
        var again = new Readjudicate(database, new PublishedProcesses(database)).Run(null, Progress.To(terminal, "commands decided again"), cancellation);
        if (json) terminal.WriteJson(new { chains.Holds, chains.Cases, chains.Entries, chains.Sealed, chains.Faults, again.Decisions, again.Differences });
        else Text(terminal, chains, again);
        return chains.Holds && again.Differences.IsEmpty ? 0 : 1;
    }

    private static void Text(Terminal terminal, VerifyReport chains, ReadjudicationReport again)
    {
        foreach (var fault in chains.Faults) terminal.Out.WriteLine($"{fault.Case} #{fault.Entry}: {fault.Words}");
        foreach (var difference in again.Differences) terminal.Out.WriteLine($"{difference.Case} #{difference.Entry}: {difference.Words}");
        terminal.Out.WriteLine($"{chains.Cases} cases, {chains.Entries} entries: {(chains.Holds ? "every chain holds" : $"{chains.Faults.Length} faults")}; {chains.Sealed}, no outside receipt was given.");
        terminal.Out.WriteLine($"{again.Decisions} commands decided again: {(again.Differences.IsEmpty ? "no difference" : $"{again.Differences.Length} differences")}.");
    }
}

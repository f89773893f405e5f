using System.Collections.Immutable;
using System.CommandLine;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Storage.Proofs;
using Workflow.Storage.Publishing;

namespace Workflow.Host.Proving;

/// <summary><c>rebuild</c>: makes the rows what the ledger entails.</summary>
public static class RebuildVerb
{
    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "rebuild");
        var (database, json) = (form.Database(), form.Json());
        var check = form.Flag("--check");
        form.Command.SetAction(
            (parsed, cancellation) => Run(terminal, parsed.GetValue(database)!, parsed.GetValue(check), parsed.GetValue(json), cancellation)
        );
        return form.Command;
    }

    private static async Task<int> Run(Terminal terminal, string file, bool check, bool json, CancellationToken cancellation)
    {
        await using var database = DatabaseFile.OpenExisting(file);
        var rebuild = new Rebuild(database, new PublishedProcesses(database));
        var found = check ? rebuild.Compare(cancellation) : await rebuild.Replace(cancellation);
        if (check)
            await Administration.Look(database, "rebuild --check");
        else
            await Administration.Record(
                database,
                Administration.Act(TimeProvider.System.GetUtcNow(), $"rebuild, {found.Length} differences repaired")
            );
        var shown = found.Select(f => ShownRow.Of(f, terminal.Words));
        if (json)
            terminal.WriteJson(new { repaired = !check, differences = shown });
        else
            Text(terminal, found, check);
        return check && !found.IsEmpty ? 1 : 0;
    }

    private static void Text(Terminal terminal, ImmutableArray<RowDifference> found, bool check)
    {
        var words = terminal.Words;
        foreach (var difference in found)
            terminal.Out.WriteLine(words.Say("rebuild.difference", difference.Table, difference.Case, words.Tell(difference.Finding)));
        terminal.Out.WriteLine(
            words.Say(
                found.IsEmpty ? "rebuild.none"
                    : check ? "rebuild.found"
                    : "rebuild.repaired",
                found.Length
            )
        );
    }
}

using System.Collections.Immutable;
using System.CommandLine;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Access;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Rebuilding;

namespace Workflow.Host.Proving;

/// <summary><c>rebuild</c>: makes the rows what the ledger entails.</summary>
internal sealed class RebuildVerb(VerbForm form)
{
    private readonly Option<string> _database = form.Database();
    private readonly Option<bool> _json = form.Json();
    private readonly Option<bool> _check = form.Flag("--check");

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "rebuild");
        return form.Does(new RebuildVerb(form).Run);
    }

    private async Task<int> Run(ParseResult given, CancellationToken cancellation)
    {
        var check = given.GetValue(_check);
        var file = given.GetValue(_database)!;
        await using var database = Open(file, check);
        var rebuild = new Rebuild(database, new PublishedProcesses(database));
        var found = check ? rebuild.Compare(cancellation) : await rebuild.Replace(cancellation);
        await Note(database, check, found.Length);
        form.Terminal.Answer(
            given.GetValue(_json),
            () => new { repaired = !check, differences = found.Select(f => ShownRow.Of(f, form.Terminal.Words)) },
            () => Write(found, check)
        );
        return check && !found.IsEmpty ? 1 : 0;
    }

    private static Database Open(string file, bool check) => check ? DatabaseFile.OpenToLook(file) : DatabaseFile.OpenExisting(file);

    private static Task Note(Database database, bool check, int repaired) =>
        check ? Administration.Look(database, "rebuild --check") : Administration.Record(database, Repaired(database, repaired));

    private static AccessRecord Repaired(Database database, int count) =>
        Administration.Act(LedgerMarks.Now(database), $"rebuild, {count} differences repaired");

    private void Write(ImmutableArray<RowDifference> found, bool check)
    {
        var (words, into) = (form.Terminal.Words, form.Terminal.Out);
        foreach (var difference in found)
            into.WriteLine(words.Say("rebuild.difference", difference.Table, difference.Case, words.Tell(difference.Finding)));
        into.WriteLine(Sum(words, found.Length, check));
    }

    private static string Sum(Words words, int count, bool check) =>
        count == 0 ? words.Tell("rebuild.none")
        : check ? words.Tell("rebuild.found", ("count", count))
        : words.Tell("rebuild.repaired", ("count", count));
}

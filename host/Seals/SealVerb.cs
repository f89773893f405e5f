using System.CommandLine;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Storage.Databases;
using Workflow.Storage.Seals;

namespace Workflow.Host.Seals;

/// <summary><c>seal</c>: seals what changed, brings receipts outside and prints the head to copy on paper.</summary>
public static class SealVerb
{
    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "seal");
        var (database, receipts, authority) = (form.Database(), form.Text("--receipts", "FOLDER"), form.Address("--authority"));
        form.Command.SetAction(
            (parsed, cancellation) =>
                Run(terminal, parsed.GetValue(database)!, parsed.GetValue(receipts), parsed.GetValue(authority), cancellation)
        );
        return form.Command;
    }

    private static async Task<int> Run(Terminal terminal, string file, string? receipts, Uri? authority, CancellationToken cancellation)
    {
        await using var database = DatabaseFile.OpenExisting(file);
        using var http = new HttpClient();
        var round = new SealRound(
            database,
            TimeProvider.System,
            receipts is null ? null : new ReceiptFolder(receipts),
            authority is null ? null : new TimestampAuthority(http, authority)
        );
        var made = await round.Run(cancellation);
        Tell(terminal, made, database);
        return 0;
    }

    private static void Tell(Terminal terminal, StoredSeal? made, Database database)
    {
        if (made is null)
            terminal.Tell("seal.nothing_changed");
        if ((made ?? new LedgerSeals(database).Latest()) is { } last)
            terminal.Out.WriteLine(HeadLine.Of(last));
    }
}

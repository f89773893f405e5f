using System.CommandLine;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Storage.Databases;
using Workflow.Storage.Seals;

namespace Workflow.Host.Seals;

/// <summary><c>seal</c>: seals what changed, brings receipts outside and prints the head to copy on paper.</summary>
internal sealed class SealVerb(VerbForm form)
{
    private readonly Option<string> _database = form.Database();
    private readonly Option<string?> _receipts = form.Text("--receipts", "FOLDER");
    private readonly Option<Uri?> _authority = form.Address("--authority");

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "seal");
        return form.Does(new SealVerb(form).Run);
    }

    private async Task<int> Run(ParseResult given, CancellationToken cancellation)
    {
        await using var database = DatabaseFile.OpenExisting(given.GetValue(_database)!);
        using var http = new HttpClient();
        var round = new SealRound(
            database,
            LedgerMarks.Clock(database),
            given.GetValue(_receipts) is { } folder ? ReceiptFolder.Reach(folder) : null,
            given.GetValue(_authority) is { } address ? new TimestampAuthority(http, address) : null
        );
        Tell(form.Terminal, await round.Run(cancellation), database);
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

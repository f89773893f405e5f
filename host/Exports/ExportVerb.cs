using System.CommandLine;
using Workflow.Engine.Messages;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Storage.Access;
using Workflow.Storage.Reading;

namespace Workflow.Host.Exports;

/// <summary><c>export</c>: writes the ledger, or one case, into a file.</summary>
internal sealed class ExportVerb(VerbForm form)
{
    private readonly Argument<string?> _case = form.Maybe("CASE");
    private readonly Option<string> _format = form.OneOf("--format", [.. ExportFormat.All.Select(f => f.Name)]);
    private readonly Option<string> _to = form.Needed("--to", "FILE");
    private readonly Option<bool> _attachments = form.Flag("--attachments");
    private readonly Option<string> _database = form.Database();

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "export");
        return form.Does(new ExportVerb(form).Run);
    }

    private async Task<int> Run(ParseResult given, CancellationToken cancellation)
    {
        await using var database = DatabaseFile.OpenToLook(given.GetValue(_database)!);
        var asked = new ExportRequest(database, given.GetValue(_case), given.GetValue(_attachments), LedgerMarks.Now(database));
        var to = given.GetValue(_to)!;
        if (File.Exists(to))
            throw OpeningRefusals.Exists(to);
        if (asked.Case is { } number && new CaseReads(database).Head(number) is null)
            throw OpeningRefusals.NoCase(number);
        var written = Write(asked, ExportFormat.All.Single(f => f.Name == given.GetValue(_format)), to, cancellation);
        form.Terminal.Tell("export.written", ("written", written), ("file", to));
        return 0;
    }

    private static Message Write(ExportRequest asked, ExportFormat format, string to, CancellationToken cancellation)
    {
        Message? written = null;
        OutputFile.New(
            to,
            beside =>
            {
                written = format.Write(asked, beside, to, cancellation);
                // The act is on disk before the export is there.
                if (!asked.Database.IsToRead)
                    Administration.Record(asked.Database, Act(asked, format)).GetAwaiter().GetResult();
            }
        );
        return written!;
    }

    private static AccessRecord Act(ExportRequest asked, ExportFormat format) =>
        new(asked.At, AccessKinds.Exported, $"export {format.Name}", Administration.Who) { Case = asked.Case };
}

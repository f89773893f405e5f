using System.CommandLine;
using Workflow.Engine.Messages;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Storage.Access;
using Workflow.Storage.Reading;

namespace Workflow.Host.Exports;

/// <summary><c>export</c>: writes the ledger, or one case, into a file.</summary>
public static class ExportVerb
{
    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "export");
        var number = form.Maybe("CASE");
        var format = form.OneOf("--format", [.. ExportFormat.All.Select(f => f.Name)]);
        var to = form.Needed("--to", "FILE");
        var attachments = form.Flag("--attachments");
        var database = form.Database();
        form.Command.SetAction(
            async (parsed, cancellation) =>
            {
                await using var open = DatabaseFile.OpenExisting(parsed.GetValue(database)!);
                var asked = new ExportRequest(open, parsed.GetValue(number), parsed.GetValue(attachments), TimeProvider.System.GetUtcNow());
                return Run(
                    terminal,
                    asked,
                    ExportFormat.All.Single(f => f.Name == parsed.GetValue(format)),
                    parsed.GetValue(to)!,
                    cancellation
                );
            }
        );
        return form.Command;
    }

    private static int Run(Terminal terminal, ExportRequest asked, ExportFormat format, string to, CancellationToken cancellation)
    {
        if (File.Exists(to))
            throw OpeningRefusals.Exists(to);
        if (asked.Case is { } number && new CaseReads(asked.Database).Head(number) is null)
            throw OpeningRefusals.NoCase(number);
        Message? written = null;
        OutputFile.New(
            to,
            beside =>
            {
                written = format.Write(asked, beside, to, cancellation);
                // The act is on disk before the export is there.
                Administration
                    .Record(
                        asked.Database,
                        new AccessRecord(asked.At, AccessKinds.Exported, $"export {format.Name}", Administration.Who) { Case = asked.Case }
                    )
                    .GetAwaiter()
                    .GetResult();
            }
        );
        terminal.Tell("export.written", ("written", written!), ("file", to));
        return 0;
    }
}

using System.CommandLine;
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
        var number = new Argument<string?>("CASE") { Description = "One case; without it, all.", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string>("--format") { Description = string.Join("; ", ExportFormat.All.Select(f => $"{f.Name}: {f.Purpose}")), HelpName = "NAME", DefaultValueFactory = _ => ExportFormat.All[0].Name };
        format.AcceptOnlyFromAmong([.. ExportFormat.All.Select(f => f.Name)]);
        var to = new Option<string>("--to") { Description = "The file to write; it must not exist.", HelpName = "FILE", Required = true };
        var attachments = new Option<bool>("--attachments") { Description = "With the contents of attachments; for the ledger's own format." };
        var database = Shared.Database();
        var verb = new Command("export", Help.Export) { number, format, to, attachments, database };
        verb.SetAction(async (parsed, cancellation) =>
        {
            await using var open = DatabaseFile.OpenExisting(parsed.GetValue(database)!);
            var asked = new ExportRequest(open, parsed.GetValue(number), parsed.GetValue(attachments), TimeProvider.System.GetUtcNow());
            return Run(terminal, asked, ExportFormat.All.Single(f => f.Name == parsed.GetValue(format)), parsed.GetValue(to)!, cancellation);
        });
        return verb;
    }

    private static int Run(Terminal terminal, ExportRequest asked, ExportFormat format, string to, CancellationToken cancellation)
    {
        if (File.Exists(to)) throw OpeningRefusals.Exists(to);
        if (asked.Case is { } number && new CaseReads(asked.Database).Head(number) is null)
            throw OpeningRefusals.NoCase(number);
        var written = "";
        OutputFile.New(to, beside =>
        {
            written = format.Write(asked, beside, to, cancellation);
            // The act is on disk before the export is there.
            Administration.Record(asked.Database, new AccessRecord(asked.At, AccessKinds.Exported, $"export {format.Name}", Administration.Who) { Case = asked.Case }).GetAwaiter().GetResult();
        });
        terminal.Error.WriteLine($"{written}: {to}");
        return 0;
    }
}

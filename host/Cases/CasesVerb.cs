using System.CommandLine;
using Workflow.Engine.Record.State;
using Workflow.Host.Answers;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Storage.Ledger;
using Workflow.Storage.Reading;

namespace Workflow.Host.Cases;

/// <summary><c>cases</c>: lists the cases of a database.</summary>
internal sealed class CasesVerb(VerbForm form)
{
    private const int PageSize = 500;

    private static readonly CaseStage[] Stages = [.. Enum.GetValues<CaseStage>().Where(s => s != CaseStage.None)];

    private readonly Option<string> _database = form.Database();
    private readonly Option<string?> _process = form.Text("--process", "ID");
    private readonly Option<string?> _stage = form.OneOrNone("--stage", [.. Stages.Select(Written)]);
    private readonly Option<string?> _party = form.Text("--party", "NAME");
    private readonly Option<bool> _json = form.Json();

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "cases");
        return form.Does(new CasesVerb(form).Run);
    }

    private async Task<int> Run(ParseResult given, CancellationToken cancellation)
    {
        await using var database = DatabaseFile.OpenToLook(given.GetValue(_database)!);
        KnownProcess.RequireNamed(new PublishedProcesses(database), given.GetValue(_process));
        var filter = new CaseFilter(given.GetValue(_process), Stage(given.GetValue(_stage)), given.GetValue(_party));
        var heads = All(new CaseReads(database), filter, cancellation).ToList();
        await Administration.Look(database, "cases");
        CaseTable.Write(form.Terminal, database, heads, given.GetValue(_json));
        return 0;
    }

    /// <summary>Every case of a kind, page by page.</summary>
    internal static IEnumerable<CaseHead> All(CaseReads reads, CaseFilter filter, CancellationToken cancellation = default)
    {
        CaseHead? last = null;
        while (reads.List(filter, last, PageSize) is { Count: > 0 } page)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var head in page)
                yield return last = head;
        }
    }

    private static CaseStage? Stage(string? written) => written is null ? null : Stages.Single(s => Written(s) == written);

    private static string Written(CaseStage stage) => $"{stage}".ToLowerInvariant();
}

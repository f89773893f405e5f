using System.CommandLine;
using System.Text;
using Workflow.Engine.Messages;
using Workflow.Engine.Statistics;
using Workflow.Host.Cases;
using Workflow.Host.CommandLine;
using Workflow.Host.Mining.Reports;
using Workflow.Host.Opening;

namespace Workflow.Host.Mining;

/// <summary><c>stats</c>: counts a ledger.</summary>
internal sealed class StatsVerb(VerbForm form)
{
    private readonly Option<string> _database = form.Database();
    private readonly Option<bool> _json = form.Json();
    private readonly Option<DateOnly?> _from = form.Day("--from");
    private readonly Option<DateOnly?> _to = form.Day("--to");
    private readonly Option<string?> _csv = form.Text("--csv", "FILE");
    private readonly Option<string?> _svg = form.Text("--svg", "FILE");
    private readonly Option<string?> _list = form.OneOrNone("--list", [.. CountedRows.Names]);
    private readonly Option<string?> _office = form.Text("--office", "ID");

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "stats");
        var verb = new StatsVerb(form);
        form.Check(new Message("verb.span"), given => given.GetValue(verb._from) > given.GetValue(verb._to));
        form.Check(new Message("stats.office"), given => given.GetValue(verb._office) is not null && given.GetValue(verb._list) is null);
        return form.Does(verb.Run);
    }

    private async Task<int> Run(ParseResult given, CancellationToken cancellation)
    {
        var terminal = form.Terminal;
        await using var database = DatabaseFile.OpenToLook(given.GetValue(_database)!);
        var span = new CountedSpan(given.GetValue(_from), given.GetValue(_to));
        var list = given.GetValue(_list) is { } row ? new CountedList(row, given.GetValue(_office)) : null;
        var counts = LedgerTally.Of(database, span, list is null ? null : list.Hear, cancellation);
        list?.RequireOffice(database, cancellation);
        var report = new StatsReport(counts, terminal.Words);
        await Administration.Look(database, "stats");
        Write(given.GetValue(_csv), report.Csv);
        Write(given.GetValue(_svg), () => ProcessChart.Of(counts, terminal.Words));
        if (list is not null)
            CaseTable.Write(terminal, database, [.. list.Heads(database)], given.GetValue(_json));
        else
            Answer(report, given.GetValue(_json));
        return 0;
    }

    private void Answer(StatsReport report, bool asJson) => form.Terminal.Answer(asJson, report.Json, () => Print(report));

    private void Print(StatsReport report) => form.Terminal.Out.Write(ReportText.Write(report.Make()));

    private static void Write(string? file, Func<string> text)
    {
        if (file is not null)
            OutputFile.Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(text())));
    }
}

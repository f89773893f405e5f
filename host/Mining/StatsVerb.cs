using System.CommandLine;
using System.Text;
using Workflow.Engine.Messages;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Words = Workflow.Host.Wording.Words;

namespace Workflow.Host.Mining;

/// <summary><c>stats</c>: counts a ledger.</summary>
public static class StatsVerb
{
    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "stats");
        var (database, json) = (form.Database(), form.Json());
        var from = form.Day("--from");
        var to = form.Day("--to");
        var csv = form.Text("--csv", "FILE");
        var svg = form.Text("--svg", "FILE");
        form.Check(new Message("verb.span"), result => result.GetValue(from) > result.GetValue(to));
        form.Command.SetAction(
            (parsed, cancellation) =>
                Run(
                    terminal,
                    parsed.GetValue(database)!,
                    (parsed.GetValue(from), parsed.GetValue(to)),
                    new Wanted(parsed.GetValue(csv), parsed.GetValue(svg), parsed.GetValue(json), terminal.Words),
                    cancellation
                )
        );
        return form.Command;
    }

    private static async Task<int> Run(
        Terminal terminal,
        string file,
        (DateOnly? From, DateOnly? To) span,
        Wanted wanted,
        CancellationToken cancellation
    )
    {
        await using var database = DatabaseFile.OpenExisting(file);
        var counts = LedgerTally.Of(database, span.From, span.To, null, cancellation);
        var report = new StatsReport(counts, wanted.Words);
        await Administration.Look(database, "stats");
        if (wanted.Csv is { } csv)
            OutputFile.Write(csv, stream => stream.Write(Encoding.UTF8.GetBytes(report.Csv())));
        if (wanted.Svg is { } svg)
            OutputFile.Write(svg, stream => stream.Write(Encoding.UTF8.GetBytes(ProcessChart.Draw(counts, wanted.Words))));
        if (wanted.Json)
            terminal.WriteJson(report.Json());
        else
            terminal.Out.Write(ReportText.Write(report.Make()));
        return 0;
    }

    private sealed record Wanted(string? Csv, string? Svg, bool Json, Words Words);
}

using Spectre.Console;
using Workflow.Host.Answers;
using Workflow.Host.CommandLine;
using Words = Workflow.Host.Wording.Words;

namespace Workflow.Host.WhatIf;

/// <summary>Prints what an alternative changes as tables on a terminal.</summary>
public static class WhatIfText
{
    public static void Write(Terminal terminal, WhatIfReport report, Words words)
    {
        terminal.Out.WriteLine(words.Say("whatif.head", string.Join("；", report.Otherwise), Lines.Moment(report.Until)));
        terminal.Out.WriteLine(words.Say("whatif.sum", report.Cases, report.Differences.Length, report.NewlyLate, report.NoLongerLate, report.Refused));
        var (clocks, outcomes, refused) = report.Rows(words);
        Table(terminal, words, "clocks", clocks);
        Table(terminal, words, "outcomes", outcomes);
        Table(terminal, words, "refused", refused);
    }

    private static void Table(Terminal terminal, Words words, string kind, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        terminal.Out.WriteLine($"\n{words[$"whatif.{kind}"]}");
        var table = new Table().AddColumns(words[$"whatif.{kind}.columns"].Split('|'));
        foreach (var row in all) table.AddRow([.. row.Select(cell => new Text(cell))]);
        terminal.Show(terminal.Out).Write(table);
    }
}

using Workflow.Host.CommandLine;
using Workflow.Host.Wording;

namespace Workflow.Host.WhatIf;

/// <summary>Prints what an alternative changes as tables on a terminal.</summary>
public static class WhatIfText
{
    public static void Write(Terminal terminal, WhatIfReport report, Words words)
    {
        foreach (var line in Head(report, words))
            terminal.Out.WriteLine(line);
        foreach (var (kind, rows) in new WhatIfRows(report, words).All)
            Table(terminal, words, kind, rows);
    }

    /// <summary>What was asked, and what came of it in numbers.</summary>
    internal static IEnumerable<string> Head(WhatIfReport report, Words words)
    {
        yield return words.Say("whatif.head", string.Join("；", report.Otherwise), Lines.Moment(report.Until));
        yield return words.Tell(
            "whatif.sum",
            ("cases", report.Cases),
            ("changed", report.Differences.Length),
            ("late", report.NewlyLate),
            ("saved", report.NoLongerLate),
            ("refused", report.Refused)
        );
    }

    private static void Table(Terminal terminal, Words words, string kind, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;
        terminal.Out.WriteLine($"\n{words[$"whatif.{kind}"]}");
        terminal.Show(words[$"whatif.{kind}.columns"].Split('|'), all);
    }
}

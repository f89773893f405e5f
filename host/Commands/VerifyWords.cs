using Workflow.Storage.Proofs;

namespace Workflow.Host.Commands;

/// <summary>What verification found, in sentences for an auditor: faults first, then how far anything is proven.</summary>
public static class VerifyWords
{
    public static void Write(Terminal terminal, VerifyReport report, IEnumerable<string> notes, bool isWhole)
    {
        foreach (var fault in report.Faults) terminal.Out.WriteLine($"{fault.Case}{(fault.Entry > 0 ? $" #{fault.Entry}" : "")}{(fault.Line is { } line ? $" (line {line})" : "")}: {fault.Words}");
        terminal.Out.WriteLine($"{report.Cases} cases, {report.Entries} entries{(isWhole ? $", {report.AccessEntries} access records" : "")}, {report.Seals} seals: {(report.Holds ? "every chain holds" : $"{report.Faults.Length} faults")}.");
        foreach (var note in notes.Concat(report.Notes)) terminal.Out.WriteLine($"Not used: {note}");
        terminal.Out.WriteLine(Proof(report));
        if (report.Proven is { Unsealed: > 0 } proven)
            terminal.Out.WriteLine($"Unsealed since {Moment(proven.At)}: {proven.Unsealed} entries; of them only the chains were checked.");
    }

    public static void Write(Terminal terminal, ReadjudicationReport again)
    {
        foreach (var difference in again.Differences) terminal.Out.WriteLine($"{difference.Case} #{difference.Entry}: {difference.Words}");
        terminal.Out.WriteLine($"{again.Decisions} commands decided again: {(again.Differences.IsEmpty ? "no difference" : $"{again.Differences.Length} differences")}.");
    }

    private static string Proof(VerifyReport report) => (report.Holds, report.Proven) switch
    {
        (true, { } p) => $"Verified up to seal {p.Seal} of {Moment(p.At)}, by {p.By}: {p.Entries} entries.",
        (false, { } p) => $"Seal {p.Seal} of {Moment(p.At)} is the one that {p.By} names; the faults above are to be held against it.",
        _ => $"Not verified: no receipt from outside names a seal of this ledger. Whether chains{(report.Seals > 0 ? " and seals" : "")} were all made anew, or cut at the end, cannot be known without one.",
    };

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}

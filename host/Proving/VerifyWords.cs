using System.Collections.Immutable;
using Workflow.Engine.Messages;
using Workflow.Host.CommandLine;
using Workflow.Storage.Proofs;

namespace Workflow.Host.Proving;

/// <summary>What verification found, in sentences for an auditor: faults first, then how far anything is proven.</summary>
public static class VerifyWords
{
    // A screen of them; after an outage of the receipts there may be thousands.
    private const int MostRuns = 20;

    public static void Write(Terminal terminal, VerifyReport report, IEnumerable<Message> notes, bool isWhole)
    {
        foreach (var fault in report.Faults) terminal.Out.WriteLine($"{fault.Case}{(fault.Entry > 0 ? $" #{fault.Entry}" : "")}{(fault.Line is { } line ? $" (line {line})" : "")}: {fault.Words}");
        var held = string.Join(", ", Held(report, isWhole).Select(h => Count(h.Number, h.One, h.Many)));
        terminal.Out.WriteLine($"{held}: {(report.Holds ? "every chain holds" : Count(report.Faults.Length, "fault", "faults"))}.");
        if (report.Draws > 0) terminal.Out.WriteLine($"{Count(report.Draws, "draw of lots", "draws of lots")} repeated from the seeds.");
        foreach (var note in notes.Select(n => $"{terminal.Words.Say(n)}").Concat(report.Notes)) terminal.Out.WriteLine($"Not used: {note}");
        terminal.Out.WriteLine(Proof(report));
        foreach (var words in report.Unknown) terminal.Out.WriteLine($"Cannot be known: {words}");
        if (report.FilesElsewhere > 0) terminal.Out.WriteLine($"Not checked: {Count(report.FilesElsewhere, "attachment", "attachments")} that entries name, by their hashes alone; the contents are not in this export.");
        if (report is { Proven: { } proven, Unsealed.IsEmpty: false }) Unsealed(terminal, proven, report.Unsealed);
    }

    private static void Unsealed(Terminal terminal, Proven proven, ImmutableArray<UnsealedRun> runs)
    {
        var (entries, records) = (runs.Where(r => r.IsCase).Sum(Length), runs.Where(r => !r.IsCase).Sum(Length));
        string[] counts = [.. entries > 0 ? [Count(entries, "entry", "entries")] : Array.Empty<string>(), .. records > 0 ? [Count(records, "access record", "access records")] : Array.Empty<string>()];
        terminal.Out.WriteLine($"Unsealed since {Moment(proven.At)}: {string.Join(" and ", counts)}; of them only the chains were checked.");
        foreach (var run in runs.Take(MostRuns)) terminal.Out.WriteLine($"  {run.Chain} {(run.From == run.To ? $"#{run.From}" : $"#{run.From} to #{run.To}")}");
        if (runs.Length > MostRuns) terminal.Out.WriteLine($"  and {Count(runs.Length - MostRuns, "chain", "chains")} more; --json names them all.");
    }

    private static long Length(UnsealedRun run) => run.To - run.From + 1;

    public static void Write(Terminal terminal, ReadjudicationReport again)
    {
        foreach (var difference in again.Differences) terminal.Out.WriteLine($"{difference.Case} #{difference.Entry}: {difference.Words}");
        foreach (var (number, values) in again.Erased) terminal.Out.WriteLine($"{number}: erased, {Count(values, "sealed value", "sealed values")} by a recorded order.");
        terminal.Out.WriteLine($"{Count(again.Decisions, "command", "commands")} decided again: {(again.Differences.IsEmpty ? "no difference" : Count(again.Differences.Length, "difference", "differences"))}.");
    }

    private static string Proof(VerifyReport report) => (report.Holds, report.Proven) switch
    {
        (true, { } p) => $"Verified up to seal {p.Seal} of {Moment(p.At)}, by {p.By}: {Count(p.Entries, "entry", "entries")}.",
        (false, { } p) => $"Seal {p.Seal} of {Moment(p.At)} is the one that {p.By} names; the faults above are to be held against it.",
        (true, null) when report.Receipts > 0 => "Not verified: what was brought proves nothing of what is at hand.",
        (false, null) when report.Receipts > 0 => "Not verified: this is not the ledger that the receipts were made of.",
        _ => $"Not verified: no receipt from outside names a seal of this ledger. Whether chains{(report.Seals > 0 ? " and seals" : "")} were all made anew, or cut at the end, cannot be known without one.",
    };

    private static IEnumerable<(long Number, string One, string Many)> Held(VerifyReport report, bool isWhole)
    {
        yield return (report.Cases, "case", "cases");
        yield return (report.Entries, "entry", "entries");
        if (isWhole) yield return (report.AccessEntries, "access record", "access records");
        yield return (report.Seals, "seal", "seals");
    }

    private static string Count(long number, string one, string many) => $"{number} {(number == 1 ? one : many)}";

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}

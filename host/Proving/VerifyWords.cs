using System.Collections.Immutable;
using System.Globalization;
using Workflow.Engine.Messages;
using Workflow.Host.CommandLine;
using Workflow.Host.Wording;
using Workflow.Storage.Proofs.Content;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Proofs.Readjudicating;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Proofs.Walks;

namespace Workflow.Host.Proving;

/// <summary>What verification found, in sentences for an auditor: faults first, then how far anything is proven.</summary>
public sealed class VerifyWords(Terminal terminal)
{
    private readonly Words _words = terminal.Words;

    // A screen of them; after an outage of the receipts there may be thousands.
    private const int MostRuns = 20;

    public void Write(VerifyReport report, IEnumerable<Message> notes, bool isWhole)
    {
        foreach (var fault in report.Faults)
            terminal.Out.WriteLine(_words.Say("verify.fault", Place(fault), _words.Tell(fault.Finding)));
        Say("verify.held", All("verify.and-so-on", Held(report, isWhole)), Verdict(report));
        if (report.Simulated is { } simulated)
            terminal.Out.WriteLine(_words.Tell(simulated));
        if (report.Draws > 0)
            Say("verify.draws", Count(report.Draws, "draw"));
        foreach (var failure in report.Failures)
            Say("verify.failed", Place(failure), _words.Tell(failure.Finding));
        foreach (var erasure in report.Erasures)
            Erasure(erasure);
        foreach (var note in notes.Concat(report.Notes))
            Say("verify.not-used", _words.Tell(note));
        terminal.Out.WriteLine(Proof(report));
        if (report.Proven is { StampedAt: { } stamped } proof)
            Say("verify.stamped", proof.Seal, Moment(stamped));
        WriteRest(report);
    }

    private string Verdict(VerifyReport report) => report.Holds ? _words["verify.holds"] : Count(report.Faults.Length, "fault");

    // What is not proven, and what was not there to check.
    private void WriteRest(VerifyReport report)
    {
        foreach (var unknown in report.Unknown)
            Say("verify.unknown", _words.Tell(unknown));
        if (report.FilesElsewhere > 0)
            Say("verify.files-elsewhere", Count(report.FilesElsewhere, "attachment"));
        if (report is { Proven: { } proven, Unsealed.IsEmpty: false })
            Unsealed(proven, report.Unsealed);
    }

    public void Write(ReadjudicationReport again)
    {
        foreach (var difference in again.Differences)
            Say("readjudicate.difference", difference.Case, difference.Entry, null, _words.Tell(difference.Finding));
        foreach (var (number, values) in again.Erased)
            Say("verify.erased", number, Count(values, "value"));
        Say(
            "verify.again",
            Count(again.Decisions, "command"),
            again.Differences.IsEmpty ? _words["verify.no-difference"] : Count(again.Differences.Length, "difference")
        );
    }

    public void Write(ImmutableArray<RowDifference>? rows)
    {
        foreach (var row in rows ?? [])
            Say("rebuild.difference", row.Table, row.Case, _words.Tell(row.Finding));
        terminal.Out.WriteLine(
            rows is not { } all ? _words["verify.rows-unknown"]
            : all.IsEmpty ? _words.Tell("rebuild.none")
            : _words.Tell("rebuild.found", ("count", all.Length))
        );
    }

    private void Unsealed(Proven proven, ImmutableArray<UnsealedRun> runs)
    {
        var (entries, records) = (runs.Where(r => r.IsCase).Sum(Length), runs.Where(r => !r.IsCase).Sum(Length));
        var counts = new[] { (Many: entries, Of: "entry"), (Many: records, Of: "record") }
            .Where(c => c.Many > 0)
            .Select(c => Count(c.Many, c.Of));
        Say("verify.unsealed", Moment(proven.At), All("verify.and", counts));
        foreach (var run in runs.Take(MostRuns))
            Say(run.From == run.To ? "verify.run-one" : "verify.run", _words.Tell(run.Where), run.From, run.To);
        if (runs.Length > MostRuns)
            Say("verify.more", Count(runs.Length - MostRuns, "chain"));
    }

    private void Erasure(RecordedErasure done)
    {
        var early = done.KeptUntil is { } until && until >= DateOnly.FromDateTime(done.At.UtcDateTime);
        Say(
            early ? "verify.erasure-early" : "verify.erasure",
            done.Case,
            Moment(done.At),
            done.Who ?? _words["verify.nobody"],
            done.Order ?? _words["verify.no-order"],
            done.KeptUntil?.ToString("O", CultureInfo.InvariantCulture)
        );
    }

    private static long Length(UnsealedRun run) => run.To - run.From + 1;

    private string Place(LedgerFault fault)
    {
        var place = fault.Entry > 0 ? $"{_words.Tell(fault.Where)} #{fault.Entry}" : _words.Tell(fault.Where);
        return fault.Line is { } line ? _words.Say("verify.line", place, line) : place;
    }

    private string Proof(VerifyReport report) =>
        (report.Holds, report.Proven) switch
        {
            (true, { } p) => _words.Say("verify.proven", p.Seal, Moment(p.At), _words.Tell(p.By), Count(p.Entries, "entry")),
            (false, { } p) => _words.Say("verify.faulty", p.Seal, Moment(p.At), _words.Tell(p.By)),
            (true, null) when report.Receipts > 0 => _words["verify.proves-nothing"],
            (false, null) when report.Receipts > 0 => _words["verify.other-ledger"],
            _ => _words[report.Seals > 0 ? "verify.unproven-seals" : "verify.unproven"],
        };

    private IEnumerable<string> Held(VerifyReport report, bool isWhole)
    {
        yield return Count(report.Cases, "case");
        yield return Count(report.Entries, "entry");
        if (isWhole)
            yield return Count(report.AccessEntries, "record");
        yield return Count(report.Seals, "seal");
    }

    private string Count(long number, string thing) => _words.Say(number == 1 ? $"count.{thing}" : $"counts.{thing}", number);

    private string All(string joint, IEnumerable<string> counts) => string.Join(_words[joint], counts);

    private void Say(string key, params object?[] values) => terminal.Out.WriteLine(_words.Say(key, values));

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

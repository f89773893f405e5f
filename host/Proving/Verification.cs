using System.Collections.Immutable;
using Workflow.Engine.Messages;
using Workflow.Host.Opening;
using Workflow.Host.Proving.Packing;
using Workflow.Host.Seals;
using Workflow.Host.Wording;
using Workflow.Storage.Databases;
using Workflow.Storage.Exports;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Proofs.Readjudicating;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Refusals;
using Workflow.Storage.Seals;

namespace Workflow.Host.Proving;

/// <summary>Verifies a ledger, or an export of one, with what was brought from outside.</summary>
public static class Verification
{
    /// <summary>Verifies an export without its database.</summary>
    /// <param name="content">Its content.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="outside">What was brought.</param>
    /// <param name="progress">Told how many entries were checked; null for nobody.</param>
    /// <param name="cancellation">Stops between lines.</param>
    /// <exception cref="InputRefusedException">It cannot be read as an export.</exception>
    public static ExportVerdict Export(
        Stream content,
        string name,
        OutsideReceipts outside,
        IProgress<long>? progress,
        CancellationToken cancellation
    )
    {
        var verify = new VerifyExport(outside.All, outside.ReadToken);
        using var brought = new BroughtExport(content, name);
        var report = Run(verify, brought, name, progress, cancellation);
        IReadOnlyList<Message> notes = [.. outside.Notes, .. brought.NotCovered.Take(MostNamed).Select(NotExamined)];
        return new ExportVerdict(
            verify.MadeAt,
            verify.OnlyCase,
            report with
            {
                Faults = [.. brought.Faults(cancellation), .. report.Faults],
            },
            notes
        );
    }

    // A ZIP may hold thousands of members; after so many nobody reads on.
    private const int MostNamed = 100;

    private static Message NotExamined(string member) =>
        member == CaseFileMembers.Page ? ProvingRefusals.PageNotExamined(member) : ProvingRefusals.MemberNotExamined(member);

    private static VerifyReport Run(
        VerifyExport verify,
        BroughtExport brought,
        string name,
        IProgress<long>? progress,
        CancellationToken cancellation
    )
    {
        try
        {
            return verify.Run(brought.Lines, name, brought.Beside(cancellation), progress, cancellation);
        }
        catch (InvalidDataException)
        {
            throw ProvingRefusals.Compressed(name);
        }
    }

    /// <summary>Verifies a database, and decides every command again.</summary>
    /// <param name="database">The database.</param>
    /// <param name="outside">What was brought.</param>
    /// <param name="checks">Told how many entries were checked; null for nobody.</param>
    /// <param name="decides">Told how many commands were decided again; null for nobody.</param>
    /// <param name="cancellation">Stops between cases.</param>
    public static LedgerVerdict Ledger(
        Database database,
        OutsideReceipts outside,
        IProgress<long>? checks,
        IProgress<long>? decides,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<SealToken> tokens = [];
        var (again, rows) = (ReadjudicationReport.Nothing, default(ImmutableArray<RowDifference>?));
        List<LedgerFault> beside = [];
        var processes = new PublishedProcesses(database);
        Examine(LedgerParts.Tokens, () => tokens = Tokens(database, outside));
        var report = Verify(database, outside.All.Concat(tokens.Select(t => outside.ReadToken!(t)))).Run(checks, cancellation);
        Examine(LedgerParts.Mark, () => beside.AddRange(LedgerMarks.Wrong(database)));
        Examine(LedgerParts.Decisions, () => again = new Readjudicate(database, processes).Run(null, decides, cancellation));
        Examine(LedgerParts.Rows, () => rows = new Rebuild(database, processes).Compare(cancellation));
        return new LedgerVerdict(report with { Faults = [.. report.Faults, .. beside] }, again, rows, outside.Notes);

        void Examine(Message part, Action examine)
        {
            if (LedgerParts.Unread(database, part, examine) is { } unread)
                beside.Add(unread);
        }
    }

    private static IReadOnlyList<SealToken> Tokens(Database database, OutsideReceipts outside) =>
        outside.ReadToken is null ? [] : [.. new LedgerSeals(database).Tokens()];

    private static Verify Verify(Database database, IEnumerable<OutsideReceipt> receipts) =>
        new(database, receipts) { Beside = HostSchema.Texts, Now = Moment(database) };

    // Days that are simulated may lie anywhere.
    private static DateTimeOffset? Moment(Database database)
    {
        DateTimeOffset? now = TimeProvider.System.GetUtcNow();
        LedgerParts.Unread(database, LedgerParts.Mark, () => now = LedgerMarks.IsSimulated(database) ? null : now);
        return now;
    }
}

/// <summary>What became of an export.</summary>
/// <param name="MadeAt">When it says it was made.</param>
/// <param name="OnlyCase">The one case it holds; null for a whole ledger.</param>
/// <param name="Report">What verification found.</param>
/// <param name="Notes">What was brought and not read.</param>
public sealed record ExportVerdict(DateTimeOffset MadeAt, string? OnlyCase, VerifyReport Report, IReadOnlyList<Message> Notes)
{
    /// <summary>The verdict as it is answered, in one language.</summary>
    public sealed record ShownExport(DateTimeOffset MadeAt, string? OnlyCase, ShownReport Report, ImmutableArray<string> Notes, bool Holds);

    /// <summary>The verdict in one language.</summary>
    public ShownExport In(Words words) => new(MadeAt, OnlyCase, ShownReport.Of(Report, words), [.. Notes.Select(words.Tell)], Holds);

    /// <summary>Whether nothing is wrong.</summary>
    public bool Holds => Report.Holds;
}

/// <summary>What became of a database.</summary>
/// <param name="Report">What verification found.</param>
/// <param name="Again">What deciding again found.</param>
/// <param name="Rows">Rows of lists and searches that are not what the ledger entails; null where that cannot be computed.</param>
/// <param name="Notes">What was brought and not read.</param>
public sealed record LedgerVerdict(
    VerifyReport Report,
    ReadjudicationReport Again,
    ImmutableArray<RowDifference>? Rows,
    IReadOnlyList<Message> Notes
)
{
    /// <summary>The verdict as it is answered, in one language.</summary>
    public sealed record ShownLedger(
        ShownReport Report,
        ShownDecisions Again,
        ImmutableArray<ShownRow>? Rows,
        ImmutableArray<string> Notes,
        bool Holds
    );

    /// <summary>The verdict in one language.</summary>
    public ShownLedger In(Words words) =>
        new(
            ShownReport.Of(Report, words),
            ShownDecisions.Of(Again, words),
            Rows?.Select(r => ShownRow.Of(r, words)).ToImmutableArray(),
            [.. Notes.Select(words.Tell)],
            Holds
        );

    /// <summary>Whether nothing is wrong.</summary>
    public bool Holds => Report.Holds && Again.Differences.IsEmpty && Rows is { IsEmpty: true };
}

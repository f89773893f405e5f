using System.Collections.Immutable;
using Workflow.Engine.Messages;
using Workflow.Storage.Access;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Proofs.Walks;

namespace Workflow.Storage.Proofs.Content;

/// <summary>What entries name and say beyond their chains: definitions and calendars, attachments, draws, erasures.</summary>
internal sealed class Contents
{
    private readonly NamedTexts _texts;
    private readonly NamedFiles _files = new();
    private readonly DrawCheck _draws;
    private readonly List<AccessEntry> _marks = [];
    private readonly SerialWalk _serials = new();
    private readonly EnteredNumbers _entered;
    private readonly ErasureWalk _erasures = new();
    private DateTimeOffset? _first;
    private bool _hasFiles;

    internal Contents()
    {
        _texts = new NamedTexts();
        _draws = new DrawCheck(_texts.Definition);
        _entered = new EnteredNumbers(_texts.Definition);
    }

    /// <summary>How many entries of cases were told.</summary>
    internal long Entries { get; private set; }

    /// <summary>How many entries of access logs were told.</summary>
    internal long AccessEntries { get; private set; }

    /// <summary>How many draws were repeated.</summary>
    internal long Draws => _draws.Draws;

    /// <summary>Lots sealed and not drawn in the entries told so far; their seeds must be where the ledger cannot show them.</summary>
    internal IEnumerable<SealedLots> Waiting => _draws.Waiting;

    /// <summary>How many attachments entries name whose contents are not at hand; zero where they were checked.</summary>
    internal int FilesElsewhere => _hasFiles ? 0 : _files.Count;

    /// <summary>Erasures that the access logs record.</summary>
    internal ImmutableArray<RecordedErasure> Erasures => _erasures.All;

    /// <summary>That the days of the ledger are simulated, as an access log records it; null where they are real.</summary>
    internal Message? Simulated =>
        SimulatedDays.Last(_marks, _first) is { } mark ? new Message("verify.simulated", ("log", mark.Log), ("entry", mark.Number)) : null;

    /// <summary>Returns, after a whole ledger, what only the whole shows: numbers that nothing took, and erasures that nobody could order.</summary>
    /// <param name="covered">The last entry of an access log that a seal covers; zero for none.</param>
    internal IEnumerable<LedgerFault> OfTheWhole(Func<string, long> covered) =>
        _serials.Gaps().Concat(_erasures.Wrong(covered)).Concat(_entered.Twice());

    /// <summary>Tells of a definition or a calendar, before the entries that name it.</summary>
    internal LedgerFault? Text(LedgerText text, string content, long? line) => _texts.Add(text, content, line);

    /// <summary>Tells of the entry that a walk has just passed, and returns what is wrong with what it names.</summary>
    /// <param name="walk">The walk.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="isWhole">Whether its text is what was written; otherwise it was named already, and says nothing.</param>
    internal IEnumerable<LedgerFault> Entry(ChainWalk walk, StoredEntry entry, bool isWhole)
    {
        if (walk.Name.IsCase)
            Entries++;
        else
            AccessEntries++;
        if (!isWhole)
            return [];
        if (walk.Name.IsCase)
            return OfCase(walk, entry);
        _erasures.OfLog(entry);
        if (SimulatedDays.In(entry.Body) is { } mark)
            _marks.Add(mark);
        return [];
    }

    /// <summary>Returns a fault of an attachment's content at each entry that names it; at the attachment alone where none does.</summary>
    /// <param name="wrong">The attachment.</param>
    /// <param name="line">Its line in an export.</param>
    internal IEnumerable<LedgerFault> OfFile(WrongFile wrong, long? line) =>
        _files
            .Of(wrong.Sha256)
            .Select(file => (Where: LedgerPlaces.Case(file.Case), file.Entry))
            .DefaultIfEmpty((LedgerPlaces.Attachments(), 0))
            .Select(place => new LedgerFault(place.Where, place.Entry, wrong.Finding) { Line = line });

    /// <summary>Returns the attachments that are gone and of which no erasure is recorded.</summary>
    internal IEnumerable<LedgerFault> Missing(IReadOnlySet<string> atHand)
    {
        _hasFiles = true;
        return from file in _files.Missing(atHand, _erasures.Cases)
            select new LedgerFault(LedgerPlaces.Case(file.Case), file.Entry, ContentFindings.FileGone(file.Sha256)) { Line = file.Line };
    }

    /// <summary>Returns, of one case, whose access log with its erasures is not at hand, what cannot be known of its attachments.</summary>
    internal IEnumerable<Message> Unknown(IReadOnlySet<string> atHand)
    {
        _hasFiles = true;
        return _files.Missing(atHand, _erasures.Cases).Select(f => ContentFindings.FileUnknown(f.Sha256, f.Case, f.Entry));
    }

    private List<LedgerFault> OfCase(ChainWalk walk, StoredEntry entry)
    {
        List<LedgerFault> faults = [.. _texts.Missing(walk, entry), .. _draws.Add(entry), .. _serials.Add(walk, entry)];
        _files.Add(entry);
        _first = walk.Marks.RecordedAt < (_first ?? DateTimeOffset.MaxValue) ? walk.Marks.RecordedAt : _first;
        _erasures.OfCase(walk, entry);
        _entered.Add(walk, entry);
        return faults;
    }
}

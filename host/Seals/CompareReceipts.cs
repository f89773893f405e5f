using System.Collections.Immutable;
using Workflow.Engine.Messages;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Jobs;
using Workflow.Host.Opening;
using Workflow.Storage.Seals;

namespace Workflow.Host.Seals;

/// <summary>
/// <c>POST /api/seals/receipts</c>: holds receipts from outside against the seals here. A token that an authority gave elsewhere, and
/// whose signature holds under the certificate brought with it, is kept beside its seal.
/// </summary>
public static class CompareReceipts
{
    /// <summary>A receipt: which seal it names, whether the ledger has that seal, and if not, what is wrong.</summary>
    public sealed record ComparedReceipt(Message Source, long? Seal, string Hash, DateTimeOffset? At, bool Holds, Message? Fault);

    /// <summary>All of them; notes tell of what could not be used, and then not all hold.</summary>
    public sealed record ComparedReceipts(
        bool Holds,
        ImmutableArray<ComparedReceipt> Receipts,
        IReadOnlyList<Message> Notes,
        int TokensKept
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/seals/receipts", Handle)
            .ForAuditorsInTurn("CompareReceipts", "比对外部回执 / Holds receipts, printed heads and time-stamp tokens against the seals")
            .TakesParts(MostBytes)
            .Produces<ComparedReceipts>();

    private const long MostBytes = 256 << 20;

    private static async Task<IResult> Handle(HttpContext context, Workplace place, CancellationToken cancellation)
    {
        var parts = await UploadedParts.Read(context, Scratch.Of(context), BroughtReceipts.With(), cancellation);
        var (brought, seals) = (BroughtReceipts.Read(parts), new LedgerSeals(place.Database));
        if (brought.All.Count + brought.Notes.Count == 0)
            throw RequestRefusals.PartMissing("receipt", "head");
        var kept = 0;
        foreach (var (file, receipt) in brought.Tokens)
            if (seals.WithHash(receipt.Hash) is { } seal)
                kept += await Keep(seals, seal, file, context, place, cancellation);
        ImmutableArray<ComparedReceipt> items = [.. brought.All.Select(r => Shown(r, seals))];
        return SpokenAnswer.Of(
            context,
            new ComparedReceipts(brought.Notes.Count == 0 && items.All(i => i.Holds), items, brought.Notes, kept)
        );
    }

    private static async Task<int> Keep(
        LedgerSeals seals,
        StoredSeal seal,
        BroughtFile file,
        HttpContext context,
        Workplace place,
        CancellationToken cancellation
    )
    {
        var from = $"{file.Name}, brought by {Caller.Of(context).Id}";
        await seals.Keep(new SealToken(seal.Number, from, place.Time.GetUtcNow(), OutsideReceipts.Token(file)), cancellation);
        return 1;
    }

    private static ComparedReceipt Shown(OutsideReceipt receipt, LedgerSeals seals)
    {
        var found = receipt.Seal is { } number ? seals.Find(number) : seals.WithHash(receipt.Hash);
        var fault = receipt.Against(found?.Hash);
        return new ComparedReceipt(receipt.Source, found?.Number ?? receipt.Seal, receipt.Hash, receipt.At, fault is null, fault);
    }
}

using System.Collections.Immutable;
using Workflow.Host.Answers;
using Workflow.Host.Jobs;
using Workflow.Host.Opening;
using Workflow.Storage.Seals;

namespace Workflow.Host.Seals;

/// <summary><c>GET /api/seals</c>: the seals, the latest first; <c>GET /api/seals/{seal}</c>: the receipt of one, as a file to lay elsewhere.</summary>
public static class ShowSeals
{
    /// <summary>A seal. <c>Head</c> is its line for paper; <c>Tokens</c> name the authorities that stamped it.</summary>
    public sealed record ListedSeal(
        long Number,
        DateTimeOffset At,
        string Hash,
        long Cases,
        long Entries,
        long AccessEntries,
        string Head,
        ImmutableArray<string> Tokens
    );

    private sealed record SealPageKey(long Number);

    public static void Map(IEndpointRouteBuilder routes)
    {
        MapList(routes);
        MapReceipt(routes);
    }

    private static void MapList(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/seals", List)
            .ForAuditors("ListSeals", "封存清单 / The seals, the latest first")
            .Produces<Page<ListedSeal>>()
            .Tagged()
            .Refuses(400);

    private static void MapReceipt(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/seals/{seal:long}", Receipt)
            .ForAuditors("DownloadReceipt", "封存回执 / The receipt of a seal, to lay where the database's administrator cannot write")
            .Produces<Stream>()
            .Refuses(404);

    private static Page<ListedSeal> List(Workplace place, string? cursor, int? limit)
    {
        var (seals, most) = (new LedgerSeals(place.Database), Cursor.Limit(limit));
        var found = seals.Page(Cursor.Read<SealPageKey>(cursor)?.Number, most + 1);
        var tokens = seals.Tokens().ToLookup(t => t.Seal, t => t.Authority);
        return Pages.Of(found, most, s => Shown(s, tokens), s => new SealPageKey(s.Number));
    }

    private static IResult Receipt(Workplace place, long seal)
    {
        var seals = new LedgerSeals(place.Database);
        var found = seals.Find(seal) ?? throw SealRefusals.Unknown(seal);
        return Results.File(
            System.Text.Encoding.UTF8.GetBytes(ReceiptFile.Text(found, seals.Leaves(seal))),
            "application/octet-stream",
            ReceiptFile.Name(seal)
        );
    }

    private static ListedSeal Shown(StoredSeal stored, ILookup<long, string> tokens)
    {
        var seal = stored.Read();
        return new ListedSeal(
            stored.Number,
            seal.At,
            stored.Hash,
            seal.Cases,
            seal.Entries,
            seal.AccessEntries,
            HeadLine.Of(stored),
            [.. tokens[stored.Number]]
        );
    }
}

using System.Collections.Immutable;
using Workflow.Definitions.Registers;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Views;
using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Access;
using Workflow.Storage.Reading;

namespace Workflow.Host.Cases;

/// <summary><c>GET /api/cases/{number}/timeline</c>: what happened, entry by entry, oldest first.</summary>
public static class ShowTimeline
{
    /// <summary>An entry. <c>Command</c> and <c>Hash</c> are null for a party where somebody else acted: they tell more than its events.</summary>
    public sealed record TimelineItem(
        long Number,
        DateTimeOffset RecordedAt,
        DateOnly EffectiveOn,
        string Actor,
        string? ActorName,
        string? For,
        string? ForName,
        string? Proof,
        CaseCommand? Command,
        ImmutableArray<CaseEvent> Events,
        string? Hash
    );

    private sealed record TimelinePageKey(long Number);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/cases/{number}/timeline", Handle)
            .OnDiskFirst(AccessKinds.Audited)
            .Answers<Page<TimelineItem>>("ShowTimeline", "Cases", "流转记录 / What happened, oldest first")
            .Tagged()
            .Refuses(403, 404);

    private static Page<TimelineItem> Handle(
        HttpContext context,
        string number,
        Workplace place,
        Register register,
        string? cursor,
        int? limit
    )
    {
        var seen = SeenCase.Require(Caller.Of(context), place, number);
        var (after, most) = (Cursor.Read<TimelinePageKey>(cursor)?.Number ?? 0, Cursor.Limit(limit));
        var rest = seen.Entries.Where(k => k.Entry.Number > after).ToList();
        var words = Words.Of(context);
        return Pages.Of(rest, most, k => Shown(k, seen, register, words), k => new TimelinePageKey(k.Entry.Number));
    }

    private static TimelineItem Shown(KeptEntry kept, SeenCase seen, Register register, Words words)
    {
        var (entry, stamp, asked) = (kept.Entry, kept.Entry.Stamp, Seeing.Asked(kept.Entry, seen.Viewer));
        return new TimelineItem(
            entry.Number,
            stamp.RecordedAt,
            stamp.EffectiveOn,
            stamp.Actor,
            register.Person(stamp.Actor, stamp.EffectiveOn)?.Name,
            stamp.For,
            Name(stamp.For, stamp.EffectiveOn, seen.State, register),
            stamp.Document,
            asked,
            [.. entry.Events.Select(words.Told)],
            asked is null ? null : kept.Hash
        );
    }

    // A visitor is in no register; the case knows them by name.
    private static string? Name(string? person, DateOnly on, CaseState seen, Register register) =>
        person is null ? null
        : VisitorId.Is(person) ? seen.Parties.FirstOrDefault(p => p.Person == person)?.Name
        : register.Person(person, on)?.Name;
}

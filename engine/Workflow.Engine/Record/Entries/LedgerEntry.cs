using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Record.Entries;

/// <summary>One decision as the ledger keeps it.</summary>
public sealed record LedgerEntry
{
    /// <summary>The case.</summary>
    public required string Case { get; init; }

    /// <summary>Its place in the case's ledger, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>What was asked.</summary>
    public required CaseCommand Command { get; init; }

    /// <summary>By whom, when, and the outside facts used.</summary>
    public required EntryStamp Stamp { get; init; }

    /// <summary>The digest of the definition that decided.</summary>
    public required string Definition { get; init; }

    /// <summary>The rules version of the engine that decided.</summary>
    public required int Rules { get; init; }

    /// <summary>What happened.</summary>
    public required ImmutableArray<CaseEvent> Events { get; init; }

    /// <summary>The algorithm of the chain.</summary>
    public string Algorithm { get; init; } = "SHA-256";

    /// <summary>The hash of the entry before; 64 zeros for the first.</summary>
    public required string Previous { get; init; }
}

/// <summary>A <see cref="Stamp"/> as stored: the calendar by its digest.</summary>
/// <param name="RecordedAt">The recorded moment.</param>
/// <param name="EffectiveOn">The effective day.</param>
/// <param name="Actor">Who.</param>
/// <param name="For">For whom.</param>
/// <param name="Document">The proof of an earlier effective day.</param>
/// <param name="Facts">The facts; they name the calendar's digest.</param>
public sealed record EntryStamp(DateTimeOffset RecordedAt, DateOnly EffectiveOn, Actor Actor, string? For, string? Document, Facts Facts)
{
    /// <summary>Returns the stored form of a stamp.</summary>
    public static EntryStamp Of(Stamp stamp) =>
        new(
            stamp.RecordedAt,
            stamp.EffectiveOn,
            stamp.Actor,
            stamp.For,
            stamp.Document,
            stamp.Facts with
            {
                Calendar = stamp.Calendar.Digest,
            }
        );

    /// <summary>Returns the stamp with its calendar, to be decided by.</summary>
    /// <param name="calendar">The calendar that the facts name.</param>
    /// <param name="rules">The rules version of the entry.</param>
    public Stamp With(WorkCalendar calendar, int rules) =>
        new()
        {
            Rules = rules,
            RecordedAt = RecordedAt,
            EffectiveOn = EffectiveOn,
            Actor = Actor,
            For = For,
            Document = Document,
            Facts = Facts,
            Calendar = calendar,
        };
}

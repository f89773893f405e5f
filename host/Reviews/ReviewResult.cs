using System.Collections.Immutable;
using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Statistics;

namespace Workflow.Host.Reviews;

/// <summary>What a review has come to: its draw, repeated, and what was found in each file drawn.</summary>
/// <param name="Case">The review's number.</param>
/// <param name="Result">Its result; null while it runs.</param>
/// <param name="Draw">The draw; null before it.</param>
/// <param name="Repeated">Whether repeating the draw here gave the same rows by the seed that was committed to; null before the draw.</param>
/// <param name="Files">The files drawn, in the order drawn.</param>
/// <param name="Bands">How the totals of the files scored fall into bands, each with its numerator; the denominator is the files scored.</param>
public sealed record ReviewResult(
    string Case,
    string? Result,
    RepeatedDraw? Draw,
    bool? Repeated,
    ImmutableArray<ReviewedFile> Files,
    ImmutableArray<ScoreBand> Bands
)
{
    /// <summary>What people call the result; null while it runs.</summary>
    public LocalizedText? ResultTitle { get; init; }

    /// <summary>The valid documents of the review, each with its number, in order.</summary>
    public ImmutableArray<string> Documents { get; init; } = [];

    /// <summary>Files scored, of those drawn.</summary>
    public Rate Scored => new(Files.Count(f => f.Total is not null), Files.Length);
}

/// <summary>A file that was drawn.</summary>
public sealed record ReviewedFile
{
    /// <summary>Its row in the population, from 1.</summary>
    public required int Row { get; init; }

    /// <summary>What the population says of it, by column.</summary>
    public required ImmutableSortedDictionary<string, string> About { get; init; }

    /// <summary>Whether the file in this ledger still has the hash that the population names; null where the ledger has no such case.</summary>
    public bool? Unchanged { get; init; }

    /// <summary>The points by criterion.</summary>
    public ImmutableArray<ScoredCriterion> Points { get; init; } = [];

    /// <summary>All points together; null before it is scored.</summary>
    public decimal? Total { get; init; }

    /// <summary>The most points together; null before it is scored.</summary>
    public decimal? Most { get; init; }

    /// <summary>What was found, by column.</summary>
    public ImmutableArray<ImmutableSortedDictionary<string, string>> Findings { get; init; } = [];

    /// <summary>What was done about the file, run by run.</summary>
    public ImmutableArray<ReviewStage> Stages { get; init; } = [];
}

/// <summary>A criterion with its points.</summary>
/// <param name="Title">The criterion.</param>
/// <param name="Points">The points.</param>
/// <param name="Most">The most there are.</param>
public sealed record ScoredCriterion(NameValue Title, decimal Points, decimal Most);

/// <summary>A step that was done, or waits, for a file.</summary>
/// <param name="Step">Its title.</param>
/// <param name="Run">Its run, from 1.</param>
/// <param name="Outcome">What came of it; null while it waits.</param>
/// <param name="By">Who signed it; empty while it waits.</param>
/// <param name="Reasons">Why; null where none were given.</param>
/// <param name="On">Its effective day; null while it waits.</param>
public sealed record ReviewStage(NameValue Step, int Run, NameValue? Outcome, ImmutableArray<string> By, string? Reasons, DateOnly? On)
{
    /// <summary>Why a rule gave the outcome where nobody wrote reasons; null otherwise.</summary>
    public Because? Because { get; init; }
}

/// <summary>A band of the 百分制.</summary>
/// <param name="Name">Its word among the resources.</param>
/// <param name="Share">Files in it, of the files scored.</param>
public sealed record ScoreBand(string Name, Rate Share);

using System.Collections.Immutable;
using Workflow.Engine.Laws;

namespace Workflow.Definitions.Laws;

/// <summary>A law of a book: what must be known of it before it is read, and the law.</summary>
/// <param name="title">Its short title.</param>
/// <param name="law">Reads it; null where it has an error.</param>
internal sealed class BookedLaw(string title, Func<Law?> law)
{
    private readonly Lazy<Law?> _law = new(law);

    public string Title { get; } = title;

    /// <summary>The types of items that it governs.</summary>
    public ImmutableArray<string> Governs { get; init; } = [];

    /// <summary>The other laws whose articles it speaks of.</summary>
    public ImmutableArray<string> Speaks { get; init; } = [];

    /// <summary>Whether it has remedies that hold for every decision.</summary>
    public bool IsGeneral { get; init; }

    /// <summary>Whether an article of it says which rest prolongs a period.</summary>
    public bool HasLongRest { get; init; }

    /// <summary>What a step may be under its articles, beside a ground that does not count.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>What a step must be on every path under its articles.</summary>
    public ImmutableArray<string> EveryPath { get; init; } = [];

    public Law? Law => _law.Value;

    public static BookedLaw Of(Law law) =>
        new(law.Title, () => law)
        {
            Governs = law.Governs,
            Speaks = [.. law.Articles.SelectMany(a => a.SpeaksOf).Where(o => !o.IsInternal).Select(o => LawBook.Short(o.Law)).Distinct()],
            IsGeneral = law.Articles.Any(a => a.Remedies.Any(r => r.General)),
            HasLongRest = law.Articles.Any(a => a.LongRest is not null),
            Steps = [.. law.Articles.SelectMany(a => a.Steps)],
            EveryPath = [.. law.Articles.SelectMany(a => a.EveryPath)],
        };
}

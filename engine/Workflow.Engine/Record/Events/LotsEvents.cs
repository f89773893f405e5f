using System.Collections.Immutable;
using Workflow.Engine.Record.Commands;

namespace Workflow.Engine.Record.Events;

/// <summary>What lots will be drawn from, and how, is fixed.</summary>
/// <param name="Step">At which draw.</param>
/// <param name="Algorithm">The algorithm's name and version.</param>
/// <param name="Population">SHA-256 of the population in its order, lower-case hex.</param>
/// <param name="Size">How many rows it has.</param>
/// <param name="Count">How many are drawn.</param>
/// <param name="Commitment">SHA-256 over salt and seed, lower-case hex: it says nothing about them and admits no others.</param>
/// <param name="GivenUp">The commitment that this one takes the place of, because the population has changed; null for the first.</param>
/// <param name="By">Who sealed.</param>
/// <param name="On">The effective day.</param>
public sealed record LotsSealed(
    string Step,
    string Algorithm,
    string Population,
    int Size,
    int Count,
    string Commitment,
    string? GivenUp,
    string By,
    DateOnly On
) : CaseEvent, IForTheRecord
{
    bool IForTheRecord.IsAnnounced => false;
}

/// <summary>The seed that was committed to is known; the draw follows.</summary>
/// <param name="Step">At which draw.</param>
/// <param name="Commitment">The commitment that it opens.</param>
/// <param name="Salt">Lower-case hex.</param>
/// <param name="Seed">Lower-case hex.</param>
public sealed record LotsRevealed(string Step, string Commitment, string Salt, string Seed) : CaseEvent, IForTheRecord
{
    bool IForTheRecord.IsAnnounced => false;
}

/// <summary>Rows stepped back, and the next ones of the same permutation took their places.</summary>
public sealed record LotsRedrawn : CaseEvent, IForTheRecord
{
    bool IForTheRecord.IsAnnounced => false;

    /// <summary>At which draw.</summary>
    public required string Step { get; init; }

    /// <summary>The rows that stepped back, with the reasons.</summary>
    public required ImmutableArray<Recusal> Recused { get; init; }

    /// <summary>The rows in their places, in the same order.</summary>
    public required ImmutableArray<int> Substitutes { get; init; }

    /// <summary>The rows that are drawn now.</summary>
    public required ImmutableArray<int> Drawn { get; init; }

    /// <summary>How many places of the permutation are used up now.</summary>
    public required int Used { get; init; }

    /// <summary>Who approved it.</summary>
    public required string By { get; init; }

    /// <summary>The document behind it; null for none.</summary>
    public string? Document { get; init; }

    /// <summary>The effective day.</summary>
    public required DateOnly On { get; init; }
}

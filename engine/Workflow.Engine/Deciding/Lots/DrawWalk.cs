using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Deciding.Lots;

/// <summary>Walks the events of one case and repeats each of its draws: by what was sealed, what was revealed, and what the form held. It asks no definition.</summary>
public sealed class DrawWalk
{
    private readonly Dictionary<string, LotsSealed> _sealed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _sealedBy = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LotsRevealed> _revealed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> _givenUp = new(StringComparer.Ordinal);
    private readonly List<RepeatedDraw> _draws = [];
    private ImmutableSortedDictionary<string, FieldValue> _form = ImmutableSortedDictionary<string, FieldValue>.Empty;

    /// <summary>The draws so far, in order.</summary>
    public IReadOnlyList<RepeatedDraw> Draws => _draws;

    /// <summary>The commitments that no draw has opened and none has taken the place of, by the number of the entry that sealed: their seeds are still to be revealed.</summary>
    public IEnumerable<(long Entry, string Commitment)> Waiting =>
        _sealed.Where(s => _revealed.GetValueOrDefault(s.Key)?.Commitment != s.Value.Commitment).Select(s => (_sealedBy[s.Value.Commitment], s.Value.Commitment));

    /// <summary>Tells of the next event of the case and returns what it makes wrong, each as Expected …, but ….</summary>
    /// <param name="entry">The number of its entry.</param>
    /// <param name="happened">The event.</param>
    public ImmutableArray<string> Add(long entry, CaseEvent happened)
    {
        Follow(happened);
        return happened is LotsSealed @sealed ? Seal(entry, @sealed)
            : happened is LotsRevealed revealed ? Reveal(revealed)
            : happened is LotsDrawn drawn ? Draw(entry, drawn)
            : happened is LotsRedrawn again ? Again(again)
            : [];
    }

    // What a draw draws from, and which draws still count.
    private void Follow(CaseEvent happened)
    {
        if (happened is CaseLodged lodged) _form = lodged.Form;
        if (happened is CaseAdopted adopted) _form = adopted.Form;
        if (happened is FormCorrected corrected) _form = _form.SetItems(corrected.Fields);
        if (happened is CaseMigrated moved) Rename(moved);
        if (happened is StepOpened opened) Forget(opened.Step);
    }

    // A draw goes on under the name that a move gives its step.
    private void Rename(CaseMigrated move)
    {
        Rename(_sealed, move);
        Rename(_revealed, move);
        Rename(_givenUp, move);
        for (var place = 0; place < _draws.Count; place++) _draws[place] = _draws[place] with { Step = move.Steps.GetValueOrDefault(_draws[place].Step, _draws[place].Step) };
    }

    private static void Rename<T>(Dictionary<string, T> known, CaseMigrated move)
    {
        var kept = known.Select(k => KeyValuePair.Create(move.Steps.GetValueOrDefault(k.Key, k.Key), k.Value)).ToList();
        known.Clear();
        foreach (var (key, value) in kept) known.Add(key, value);
    }

    // A new run begins with nothing sealed.
    private void Forget(string step)
    {
        _sealed.Remove(step);
        _revealed.Remove(step);
        _givenUp.Remove(step);
    }

    private ImmutableArray<string> Seal(long entry, LotsSealed e)
    {
        var before = _sealed.GetValueOrDefault(e.Step)?.Commitment;
        _sealedBy[e.Commitment] = entry;
        _sealed[e.Step] = e;
        if (before is not null) _givenUp[e.Step] = _givenUp.GetValueOrDefault(e.Step, []).Add(before);
        return [.. Wrong(e.GivenUp == before, $"Expected the seal of '{e.Step}' to give up {before ?? "no commitment"}, but it names {e.GivenUp ?? "none"}."),
            .. Wrong(Size(e.Population) == e.Size, $"Expected a table of {e.Size} row(s) with the hash {e.Population} in the form, but {Found(e.Population)}.")];
    }

    private ImmutableArray<string> Reveal(LotsRevealed e)
    {
        _revealed[e.Step] = e;
        var made = Commitment.To(e.Salt, e.Seed);
        return [.. Wrong(_sealed.GetValueOrDefault(e.Step)?.Commitment == e.Commitment, $"Expected the commitment {_sealed.GetValueOrDefault(e.Step)?.Commitment ?? "of a seal"} to be opened at '{e.Step}', but {e.Commitment} was."),
            .. Wrong(made == e.Commitment, $"Expected salt and seed to have the commitment {e.Commitment}, but they have {made}.")];
    }

    private ImmutableArray<string> Draw(long entry, LotsDrawn e)
    {
        var (before, opened) = (_sealed.GetValueOrDefault(e.Step), _revealed.GetValueOrDefault(e.Step));
        ImmutableArray<string> faults = [.. before is null && e.Algorithm != Drawing.SealedAlgorithm ? Plain(e) : Bound(e, before, opened)];
        _draws.Add(new RepeatedDraw
        {
            Step = e.Step,
            Entry = entry,
            Algorithm = e.Algorithm,
            Population = e.Population,
            Size = Size(e.Population),
            Commitment = before?.Commitment,
            GivenUp = _givenUp.GetValueOrDefault(e.Step, []),
            Salt = opened?.Salt,
            Seed = e.Seed,
            First = e.Drawn,
            Drawn = e.Drawn,
            Faults = faults,
        });
        return faults;
    }

    private IEnumerable<string> Plain(LotsDrawn e) => Rows(e.Step, e.Drawn, e.Seed, Size(e.Population), e.Drawn.Length, e.Population);

    private IEnumerable<string> Bound(LotsDrawn e, LotsSealed? before, LotsRevealed? opened)
    {
        if (before is null || opened is null) return [$"Expected the lots of '{e.Step}' to be sealed and revealed before the draw, but they were not."];
        return [.. Wrong(e.Seed == opened.Seed, $"Expected the draw at '{e.Step}' by the seed {opened.Seed}, but it names {e.Seed}."),
            .. Wrong(e.Population == before.Population, $"Expected the draw at '{e.Step}' from the population {before.Population}, but it names {e.Population}."),
            .. Rows(e.Step, e.Drawn, e.Seed, Size(e.Population), before.Count, e.Population)];
    }

    private ImmutableArray<string> Again(LotsRedrawn e)
    {
        if (_draws.FindLastIndex(d => d.Step == e.Step) is var place && place < 0) return [$"Expected a draw at '{e.Step}' before rows step back, but there is none."];
        var draw = _draws[place];
        var now = draw.Drawn;
        foreach (var (recused, substitute) in e.Recused.Zip(e.Substitutes)) now = [.. now.Select(row => row == recused.Row ? substitute : row)];
        var used = draw.First.Length + draw.Redrawn.Sum(r => r.Substitutes.Length) + e.Substitutes.Length;
        ImmutableArray<string> faults = [.. Wrong(e.Recused.Length == e.Substitutes.Length && e.Used == used && now.SequenceEqual(e.Drawn), $"Expected the rows {string.Join(", ", now)} after the redraw at '{e.Step}', but it names {string.Join(", ", e.Drawn)}."),
            .. Rows(e.Step, [.. draw.First, .. draw.Redrawn.SelectMany(r => r.Substitutes), .. e.Substitutes], draw.Seed, draw.Size, used, draw.Population)];
        _draws[place] = draw with { Drawn = e.Drawn, Redrawn = draw.Redrawn.Add(e), Faults = draw.Faults.AddRange(faults) };
        return faults;
    }

    private IEnumerable<string> Rows(string step, ImmutableArray<int> named, string seed, int? size, int count, string population)
    {
        if (size is not { } rows || rows < count) return [$"Expected a table of at least {count} row(s) with the hash {population} in the form, but {Found(population)}."];
        var drawn = Drawing.Rows(seed, rows, count);
        return Wrong(drawn.SequenceEqual(named), $"Expected the rows {string.Join(", ", drawn)} from the seed at '{step}', but the ledger names {string.Join(", ", named)}.");
    }

    private static IEnumerable<string> Wrong(bool holds, string words) => holds ? [] : [words];

    private int? Size(string population) =>
        _form.Values.OfType<RowsValue>().Select(t => new Population(t.Rows)).FirstOrDefault(p => p.Hash == population || p.PlainHash == population)?.Size;

    private string Found(string population) => Size(population) is { } size ? $"it has {size}" : "no table there has it";
}

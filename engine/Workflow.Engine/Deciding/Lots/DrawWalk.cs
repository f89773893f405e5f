using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Deciding.Lots;

/// <summary>Walks the events of one case and repeats each of its draws: by what was sealed, what was revealed, and what the form held. A definition only names the steps.</summary>
/// <param name="definitions">The definition of a digest; null, or what returns null, where it is not at hand and a step goes by its key.</param>
public sealed class DrawWalk(Func<string, PublishedProcess?>? definitions = null)
{
    private readonly Dictionary<string, LotsSealed> _sealed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _sealedBy = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LotsRevealed> _revealed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> _givenUp = new(StringComparer.Ordinal);
    private readonly List<RepeatedDraw> _draws = [];
    private string? _definition;
    private ImmutableSortedDictionary<string, FieldValue> _form = ImmutableSortedDictionary<string, FieldValue>.Empty;

    /// <summary>The draws so far, in order.</summary>
    public IReadOnlyList<RepeatedDraw> Draws => _draws;

    /// <summary>The commitments that no draw has opened and none has taken the place of, by the number of the entry that sealed: their seeds are still to be revealed.</summary>
    public IEnumerable<(long Entry, string Commitment)> Waiting =>
        _sealed
            .Where(s => _revealed.GetValueOrDefault(s.Key)?.Commitment != s.Value.Commitment)
            .Select(s => (_sealedBy[s.Value.Commitment], s.Value.Commitment));

    /// <summary>Tells of the next event of the case and returns what it makes wrong.</summary>
    /// <param name="entry">The number of its entry.</param>
    /// <param name="happened">The event.</param>
    public ImmutableArray<Message> Add(long entry, CaseEvent happened)
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
        if (happened is CaseLodged lodged)
            (_definition, _form) = (lodged.Definition, lodged.Form);
        if (happened is CaseAdopted adopted)
            (_definition, _form) = (adopted.Definition, adopted.Form);
        if (happened is FormCorrected corrected)
            _form = _form.SetItems(corrected.Fields);
        if (happened is CaseMigrated moved)
            Rename(moved);
        if (happened is StepOpened opened)
            Forget(opened.Step);
    }

    // A draw goes on under the name that a move gives its step.
    private void Rename(CaseMigrated move)
    {
        _definition = move.To;
        Rename(_sealed, move);
        Rename(_revealed, move);
        Rename(_givenUp, move);
        for (var place = 0; place < _draws.Count; place++)
            _draws[place] = _draws[place] with { Step = move.Steps.GetValueOrDefault(_draws[place].Step, _draws[place].Step) };
    }

    private static void Rename<T>(Dictionary<string, T> known, CaseMigrated move)
    {
        var kept = known.Select(k => KeyValuePair.Create(move.Steps.GetValueOrDefault(k.Key, k.Key), k.Value)).ToList();
        known.Clear();
        foreach (var (key, value) in kept)
            known.Add(key, value);
    }

    // A new run begins with nothing sealed.
    private void Forget(string step)
    {
        _sealed.Remove(step);
        _revealed.Remove(step);
        _givenUp.Remove(step);
    }

    private ImmutableArray<Message> Seal(long entry, LotsSealed e)
    {
        var before = _sealed.GetValueOrDefault(e.Step)?.Commitment;
        _sealedBy[e.Commitment] = entry;
        _sealed[e.Step] = e;
        if (before is not null)
            _givenUp[e.Step] = _givenUp.GetValueOrDefault(e.Step, []).Add(before);
        return
        [
            .. Unless(e.GivenUp == before, DrawFaults.GivenUp(Name(e.Step), e, before)),
            .. Unless(Size(e.Population) == e.Size, DrawFaults.Table(e.Size, e.Population, Size(e.Population))),
        ];
    }

    private ImmutableArray<Message> Reveal(LotsRevealed e)
    {
        _revealed[e.Step] = e;
        var (made, expected) = (Commitment.To(e.Salt, e.Seed), _sealed.GetValueOrDefault(e.Step)?.Commitment);
        return
        [
            .. Unless(expected == e.Commitment, DrawFaults.Opened(Name(e.Step), e, expected)),
            .. Unless(made == e.Commitment, DrawFaults.OtherCommitment(e.Commitment, made)),
        ];
    }

    private ImmutableArray<Message> Draw(long entry, LotsDrawn e)
    {
        var before = _sealed.GetValueOrDefault(e.Step);
        var isPlain = before is null && e.Algorithm != Drawing.SealedAlgorithm;
        ImmutableArray<Message> faults = [.. isPlain ? Plain(e) : Committed(e, before, _revealed.GetValueOrDefault(e.Step))];
        _draws.Add(
            new RepeatedDraw
            {
                Step = e.Step,
                Entry = entry,
                Algorithm = e.Algorithm,
                Population = e.Population,
                Size = Size(e.Population),
                Commitment = before?.Commitment,
                GivenUp = _givenUp.GetValueOrDefault(e.Step, []),
                Salt = _revealed.GetValueOrDefault(e.Step)?.Salt,
                Seed = e.Seed,
                First = e.Drawn,
                Drawn = e.Drawn,
                Faults = faults,
            }
        );
        return faults;
    }

    private IEnumerable<Message> Plain(LotsDrawn e) => Rows(Made(e), e.Drawn, e.Drawn.Length);

    private IEnumerable<Message> Committed(LotsDrawn e, LotsSealed? before, LotsRevealed? opened)
    {
        if (before is null || opened is null)
            return [DrawFaults.NotSealed(Name(e.Step))];
        return
        [
            .. Unless(e.Seed == opened.Seed, DrawFaults.Seed(Name(e.Step), e, opened.Seed)),
            .. Unless(e.Population == before.Population, DrawFaults.Population(Name(e.Step), e, before.Population)),
            .. Rows(Made(e), e.Drawn, before.Count),
        ];
    }

    private ImmutableArray<Message> Again(LotsRedrawn e)
    {
        var place = _draws.FindLastIndex(d => d.Step == e.Step);
        if (place < 0)
            return [DrawFaults.NoDraw(Name(e.Step))];
        var draw = _draws[place];
        var faults = Repeat(draw, e);
        _draws[place] = draw with { Drawn = e.Drawn, Redrawn = draw.Redrawn.Add(e), Faults = draw.Faults.AddRange(faults) };
        return faults;
    }

    // The whole permutation so far comes from the one seed.
    private ImmutableArray<Message> Repeat(RepeatedDraw draw, LotsRedrawn e)
    {
        ImmutableArray<int> permutation = [.. draw.First, .. draw.Redrawn.SelectMany(r => r.Substitutes), .. e.Substitutes];
        var now = Replaced(draw.Drawn, e);
        var holds = e.Recused.Length == e.Substitutes.Length && e.Used == permutation.Length && now.SequenceEqual(e.Drawn);
        var drawn = new Drawn(e.Step, draw.Seed, draw.Population, draw.Size);
        return [.. Unless(holds, DrawFaults.Redrawn(Name(e.Step), e, now)), .. Rows(drawn, permutation, permutation.Length)];
    }

    // Substitutes take the places of those who stepped back.
    private static ImmutableArray<int> Replaced(ImmutableArray<int> drawn, LotsRedrawn e) =>
        e.Recused.Zip(e.Substitutes).Aggregate(drawn, (now, pair) => [.. now.Select(row => row == pair.First.Row ? pair.Second : row)]);

    private IEnumerable<Message> Rows(Drawn drawn, ImmutableArray<int> named, int count)
    {
        if (drawn.Size is not { } size || size < count)
            return [DrawFaults.TooFew(count, drawn.Population, drawn.Size)];
        var repeated = Drawing.Rows(drawn.Seed, size, count);
        return Unless(repeated.SequenceEqual(named), DrawFaults.Rows(Name(drawn.Step), repeated, named));
    }

    private NameValue Name(string step) =>
        _definition is { } digest && definitions?.Invoke(digest)?.Find(step) is { } node ? Naming.Step(node) : new NameValue(step, step);

    private static IEnumerable<Message> Unless(bool holds, Message fault) => holds ? [] : [fault];

    private int? Size(string population) =>
        _form
            .Values.OfType<RowsValue>()
            .Select(t => new Population(t.Rows))
            .FirstOrDefault(p => p.Hash == population || p.PlainHash == population)
            ?.Size;

    private Drawn Made(LotsDrawn e) => new(e.Step, e.Seed, e.Population, Size(e.Population));

    // What a draw was made of; the size is null where no table of the form has the hash.
    private sealed record Drawn(string Step, string Seed, string Population, int? Size);
}

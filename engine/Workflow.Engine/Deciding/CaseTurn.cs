using System.Collections.Immutable;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding;

/// <summary>One decision in the making: the events so far and the state after them.</summary>
internal sealed class CaseTurn(PublishedProcess process, CaseState state, Stamp stamp, PublishedProcess? from = null)
    : AskingLook(process, state, stamp, from)
{
    private readonly SortedDictionary<string, long> _taken = new(StringComparer.Ordinal);
    private readonly Queue<Action<CaseTurn>> _later = [];
    private bool _together;

    /// <summary>Applies an event, with what follows from it for the clocks.</summary>
    internal void Apply(CaseEvent happened)
    {
        var reaction = ClockReactions.To(happened);
        reaction.Before?.Invoke(this);
        Repeat(happened);
        if (reaction.After is not { } after)
            return;
        if (_together)
            _later.Enqueue(after);
        else
            after(this);
    }

    /// <summary>Applies events that happen at once: the clocks follow when all of them have.</summary>
    internal void Together(Action apply)
    {
        _together = true;
        apply();
        _together = false;
        while (_later.TryDequeue(out var after))
            after(this);
    }

    /// <summary>Applies an event of another turn, in which the clocks have followed already.</summary>
    internal void Repeat(CaseEvent happened)
    {
        _events.Add(happened);
        State = CaseFold.Apply(State, happened);
    }

    /// <summary>From here on things follow from several acts, of which the last recorded may have taken effect first: they take effect with the last of them.</summary>
    internal void NotBefore(DateOnly? day)
    {
        if (day > On)
            On = day.Value;
    }

    /// <summary>Takes the next number of a series. Where it is not in the facts yet, the decision will ask for it and be made again.</summary>
    internal long TakeSerial(string series)
    {
        if (!Stamp.Facts.Serials.TryGetValue(series, out var first))
        {
            _wanted.Add(series);
            return 0;
        }

        var used = _taken.GetValueOrDefault(series);
        _taken[series] = used + 1;
        return first + used;
    }

    internal Decision Finish() =>
        _posts.Count > 0 ? new Wanting([]) { Posts = [.. _posts] }
        : _wanted.Count > 0 ? new Wanting([.. _wanted.Order(StringComparer.Ordinal)])
        : _events.Count == 0 ? new Refused(CaseRefusals.NothingToDo())
        : new Accepted([.. _events], State with { Entries = State.Entries + 1, LastAt = Stamp.RecordedAt });
}

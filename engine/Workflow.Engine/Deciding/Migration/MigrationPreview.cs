using System.Collections.Immutable;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Migration;

/// <summary>Tells what a move would do, by the door itself, and writes nothing: the dry run of <see cref="MigrateCase"/>.</summary>
public static class MigrationPreview
{
    /// <summary>Returns what a move would do. What is due by then is settled first, as it would be; that is not part of the report.</summary>
    /// <param name="state">The case; lodged.</param>
    /// <param name="request">The move, by the one who would order it.</param>
    /// <param name="at">The moment, in UTC.</param>
    /// <param name="outside">The outside; its serials are not used up.</param>
    /// <exception cref="ArgumentException">The request is no move to another definition.</exception>
    public static MigrationReport Of(CaseState state, Request request, DateTimeOffset at, IOutside outside)
    {
        if (request.Command is not MigrateCase move)
            throw new ArgumentException("Expected a move to another definition, but found another command.", nameof(request));
        var passage = Door.Pass(state, request, at, outside);
        var now = passage.Settled.IsEmpty ? state : passage.Settled[^1].After;
        var empty = new MigrationReport
        {
            Case = now.Number,
            From = now.Definition,
            To = move.To,
        };
        if (passage.Refusal is { } refusal)
            return empty with { Obstacles = Obstacles(now, request, move, refusal, at, outside) };
        var happened = passage.Entry!.Events.OfType<CaseMigrated>().Single();
        return empty with { Steps = Steps(now, passage.Entry, happened), Clocks = Clocks(now, passage.Entry.After, happened) };
    }

    // A person who has to mend something wants to see all of it; the decision itself names the first.
    private static ImmutableArray<Refusal> Obstacles(
        CaseState state,
        Request request,
        MigrateCase move,
        Refusal first,
        DateTimeOffset at,
        IOutside outside
    )
    {
        if (state.Stage != CaseStage.Open || outside.Published(move.To) is not { } to)
            return [first];
        var from = outside.Bound(state.Definition);
        var calendar = outside.Calendar(from.Definition.Id, at);
        var stamp = Door.StampOf(to, state, request, at < state.LastAt ? state.LastAt : at, calendar, outside);
        var turn = new CaseTurn(to, state, stamp, from);
        return [.. Migrating.Obstacles(turn, new Counterparts(from, to, move.Map)).Prepend(first).Distinct()];
    }

    private static ImmutableArray<StepMove> Steps(CaseState before, NewEntry entry, CaseMigrated happened)
    {
        var after = entry.After.Steps;
        var moved = before.Steps.Values.Select(s => Step(s, happened, after)).ToList();
        var passed = entry.Events.OfType<StepSkipped>().Select(e => e.Step).ToHashSet(StringComparer.Ordinal);
        var added = after
            .Values.Where(s => moved.All(m => m.Becomes != s.Key))
            .OrderBy(s => entry.Process.PlaceOf(s.Key)?.Order)
            .Select(s => new StepMove(null, s.Key, s.Status, passed.Contains(s.Key) ? StepFate.Passed : StepFate.Opens));
        return [.. moved.OrderBy(m => m.Becomes is { } key ? entry.Process.PlaceOf(key)?.Order : -1), .. added];
    }

    private static StepMove Step(StepState step, CaseMigrated happened, ImmutableSortedDictionary<string, StepState> after)
    {
        if (happened.Gone.Contains(step.Key))
            return new StepMove(step.Key, null, step.Status, StepFate.History);
        var key = happened.Steps.GetValueOrDefault(step.Key, step.Key);
        var fate =
            happened.Entitled.ContainsKey(key) ? StepFate.Reassigned
            : key == step.Key ? StepFate.Stays
            : StepFate.Renamed;
        return new StepMove(step.Key, key, after.GetValueOrDefault(key, step).Status, fate);
    }

    private static ImmutableArray<ClockMove> Clocks(CaseState before, CaseState after, CaseMigrated happened)
    {
        var moved = before.Clocks.Values.Where(c => c.IsOpen).Select(c => Clock(c, happened, after)).ToList();
        var known = before.Clocks.Keys.Select(id => Name(happened, id)).ToHashSet(StringComparer.Ordinal);
        var started = after.Clocks.Values.Where(c => !known.Contains(c.Id));
        return [.. moved, .. started.Select(c => new ClockMove(null, c.Id, null, c.DueOn, c.StartDay, ClockFate.Starts))];
    }

    private static ClockMove Clock(ClockState clock, CaseMigrated happened, CaseState after)
    {
        var now = after.Clocks[Name(happened, clock.Id)];
        if (!now.IsOpen)
            return new ClockMove(clock.Id, null, clock.DueOn, null, clock.StartDay, ClockFate.Ends);
        var fate = IsSameByOtherNames(now, clock) ? ClockFate.Kept : ClockFate.Rederived;
        return new ClockMove(clock.Id, now.Id, clock.DueOn, now.DueOn, now.StartDay, fate);
    }

    private static bool IsSameByOtherNames(ClockState now, ClockState was) =>
        (now with { Id = was.Id, Rule = was.Rule, Step = was.Step, Pauses = was.Pauses }) == was;

    private static string Name(CaseMigrated happened, string id) => happened.Clocks.FirstOrDefault(c => c.Was == id)?.Clock.Id ?? id;
}

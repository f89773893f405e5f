using System.Collections.Immutable;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>Starts, moves and stops the clocks of a case as facts come in.</summary>
internal static class ClockKeeper
{
    /// <summary>Starts the clocks of the case that no moment starts: they run from the lodging.</summary>
    internal static void OnLodged(CaseTurn turn)
    {
        foreach (var rule in turn.Definition.Clocks.Where(r => r.From.IsEmpty))
            Start(turn, rule, ClockHome.Case, turn.On);
    }

    /// <summary>Starts the limit of a step that has just opened, and those of the participants whose turn it is.</summary>
    internal static void OnOpened(CaseTurn turn, WorkNode node, StepState step)
    {
        if (node.Limit is { } rule)
            Begin(turn, rule, new ClockHome(step.Key, step.Instance), step.OpenedOn);
        ParticipantClocks.Follow(turn, step.Key);
    }

    /// <summary>Starts a limit on the day of its task, or on the last of the moments it counts from.</summary>
    internal static void Begin(CaseTurn turn, ClockRule rule, ClockHome home, DateOnly day)
    {
        if (rule.From.IsEmpty)
            Start(turn, rule, home, day);
        else if (ClockStarts.LastOf(turn, rule) is { } marked)
            Start(turn, rule, home, marked);
    }

    /// <summary>Starts, starts again and stops what a moment starts and stops.</summary>
    internal static void OnMoment(CaseTurn turn, string moment, DateOnly day)
    {
        foreach (var rule in turn.Definition.Clocks)
            OnMoment(turn, rule, ClockHome.Case, moment);
        foreach (var (rule, home) in OfOpenWork(turn))
            OnMoment(turn, rule, home, moment);
        foreach (var clock in Open(turn).Where(c => ClockRules.Of(turn.Process, c).Until.Contains(moment)))
            Stop(turn, clock, day, StopCause.Moment, moment);
    }

    /// <summary>Starts the clocks that count to or before the last day of a paper that has just been issued; one that runs to that of an earlier paper starts again.</summary>
    internal static void OnIssued(CaseTurn turn, string document)
    {
        foreach (var rule in turn.Definition.Clocks.Where(r => IsUntil(r, document) && !ClockStarts.HasEnded(turn, r)))
            Begin(turn, rule, ClockHome.Case, turn.On);
        foreach (var (rule, home) in OfOpenWork(turn).Where(x => IsUntil(x.Rule, document)))
            Begin(turn, rule, home, turn.On);
    }

    private static bool IsUntil(ClockRule rule, string document) =>
        rule.Limits.SelectMany(l => ExpressionParts.Leaves(l.Day)).Any(e => e is DocumentValidity v && v.Document == document);

    /// <summary>Opens again, with their first start, the clocks that a moment had stopped which is no longer marked.</summary>
    internal static void OnUnmarked(CaseTurn turn, ImmutableArray<string> moments)
    {
        var stopped = turn.State.Clocks.Values.Where(c => c.Step is null && c.Status == ClockStatus.Stopped);
        foreach (var clock in stopped.Where(c => ClockRules.Find(turn.Process, c) is { } rule && rule.Until.Any(moments.Contains)).ToList())
        {
            if (!ClockStarts.HasEnded(turn, ClockRules.Of(turn.Process, clock)))
                Reopen(turn, clock);
        }
    }

    /// <summary>After an outcome was undone: the step's own limit runs on, clocks its moments had started stop, and those they had stopped run again.</summary>
    internal static void OnUndone(CaseTurn turn, string key, ImmutableArray<string> moments)
    {
        foreach (var clock in Open(turn).Where(c => c.Step is null && ClockRules.Of(turn.Process, c).From.Any(moments.Contains)))
        {
            Stop(turn, clock, turn.On, StopCause.Withdrawn);
            FallBack(turn, ClockRules.Of(turn.Process, clock));
        }

        OnUnmarked(turn, moments);
        var own = turn.State.Clocks.Values.FirstOrDefault(c =>
            c.Id == turn.State.Steps[key].Name && c is { Status: ClockStatus.Stopped or ClockStatus.Elapsed }
        );
        if (own is null || ClockRules.Find(turn.Process, own) is null)
            return;
        // What took effect by silence is reversed, not repeated: the clock is overdue until the act in time is recorded.
        GoOn(turn, own, isOverdue: own.Status == ClockStatus.Elapsed || own.EndedOn > own.DueOn);
    }

    // Where an earlier one of several starts still stands, the clock counts from that one again.
    private static void FallBack(CaseTurn turn, ClockRule rule)
    {
        if (ClockStarts.StartsAgain(rule) && !ClockStarts.HasEnded(turn, rule) && ClockStarts.LastOf(turn, rule) is { } day)
            Start(turn, rule, ClockHome.Case, day);
    }

    /// <summary>After an outcome by silence was reversed: the clock is overdue until the act in time is recorded, and no other limit of the step that has passed meanwhile takes effect.</summary>
    internal static void OnSilenceCorrected(CaseTurn turn, ClockState corrected)
    {
        var reversed = turn.State.Clocks[corrected.Id];
        if (reversed.Status == ClockStatus.Elapsed)
            GoOn(turn, reversed, isOverdue: true);
        bool HasPassed(ClockState c) => c.Status == ClockStatus.Running && c.DueAt <= turn.Stamp.RecordedAt;
        foreach (var clock in Open(turn).Where(c => c.Step == corrected.Step && HasPassed(c)))
            GoOn(turn, clock, isOverdue: true);
    }

    /// <summary>After a case was opened again: what its after-care left running stops but for promises, and the clocks whose end is no longer marked begin anew on that day.</summary>
    internal static void OnReopened(CaseTurn turn, ImmutableArray<string> moments)
    {
        foreach (var clock in Open(turn).Where(c => c.Material is null))
            Stop(turn, clock, turn.On, StopCause.Reopened);
        foreach (
            var rule in turn.Definition.Clocks.Where(r =>
                turn.State.Clocks.ContainsKey(r.Id) && r.Until.Any(moments.Contains) && BeginsAnew(turn, r)
            )
        )
            Start(turn, rule, ClockHome.Case, turn.On);
    }

    // What is still to be marked again starts its clock then.
    private static bool BeginsAnew(CaseLook look, ClockRule rule) =>
        ClockStarts.StartsAgain(rule)
            ? rule.From.Any(look.State.Moments.ContainsKey) && !ClockStarts.HasEnded(look, rule)
            : rule.From.All(look.State.Moments.ContainsKey);

    /// <summary>After a move to another definition: the clocks that it adds start on the day of what they count from, with the spans already told that they do not count.</summary>
    internal static void OnMigrated(CaseTurn turn, Func<ClockRule, bool> isNew)
    {
        var pauses = turn.State.Clocks.Values.Where(c => c.Step is null).SelectMany(c => c.Pauses).Distinct().ToList();
        foreach (
            var rule in turn.Definition.Clocks.Where(r =>
                isNew(r) && !turn.State.Clocks.ContainsKey(r.Id) && !ClockStarts.HasEnded(turn, r)
            )
        )
        {
            if ((rule.From.IsEmpty ? turn.State.LodgedOn : ClockStarts.LastOf(turn, rule)) is { } day)
                StartAdded(turn, rule, day, [.. pauses.Where(p => rule.NotCounted.Contains(p.Ground))]);
        }

        foreach (
            var (rule, home) in OfOpenWork(turn)
                .Where(x => turn.Process.IsTask(x.Home.Step!) && !turn.State.Clocks.ContainsKey(x.Home.IdOf(x.Rule)))
        )
            Begin(turn, rule, home, home.Participant is null ? turn.State.Steps[home.Step!].OpenedOn : turn.Today);
    }

    private static void StartAdded(CaseTurn turn, ClockRule rule, DateOnly day, ImmutableArray<Pause> told)
    {
        Start(turn, rule, ClockHome.Case, day);
        if (turn.State.Clocks.GetValueOrDefault(rule.Id) is { } started && !told.IsEmpty)
            Move(turn, started, started with { Pauses = told }, ClockCause.Migration, null);
    }

    /// <summary>Opens a stopped clock again, with its first start.</summary>
    internal static void Reopen(CaseTurn turn, ClockState clock) =>
        GoOn(turn, clock, isOverdue: clock.DueAt <= turn.Stamp.RecordedAt && clock.Fired.Length > 0);

    private static void GoOn(CaseTurn turn, ClockState clock, bool isOverdue)
    {
        var status = isOverdue ? ClockStatus.Overdue : ClockStatus.Running;
        Move(turn, clock, clock with { Status = status, EndedOn = null }, ClockCause.Reopened, null);
    }

    /// <summary>Stops the own limit of a participant who has answered.</summary>
    internal static void OnAnswered(CaseTurn turn, string key, string participant, DateOnly day)
    {
        foreach (var clock in Open(turn).Where(c => c.Step == key && c.Participant == participant))
            Stop(turn, clock, day, StopCause.Answered);
    }

    /// <summary>Stops the own limits of those who were waited for and are not any more, because one before them has to answer again.</summary>
    internal static void OnTurnLost(CaseTurn turn, string key, IEnumerable<string> waiting)
    {
        foreach (var clock in Open(turn).Where(c => c.Step == key && c.Participant is not null).ExceptBy(waiting, c => c.Participant!))
            Stop(turn, clock, turn.On, StopCause.Withdrawn);
    }

    /// <summary>Stops the clock of a material's promise.</summary>
    internal static void OnPromiseEnded(CaseTurn turn, string material, DateOnly day, StopCause cause)
    {
        foreach (var clock in Open(turn).Where(c => c.Material == material))
            Stop(turn, clock, day, cause);
    }

    /// <summary>Stops a step's limit, and those of its participants.</summary>
    internal static void OnStepEnded(CaseTurn turn, string key, DateOnly day, StopCause cause, string? by = null)
    {
        foreach (var clock in Open(turn).Where(c => c.Step == key))
            Stop(turn, clock, day, cause, by);
    }

    /// <summary>Stops every clock that still runs and that no after-care waits for: the work has ended.</summary>
    internal static void OnConcluded(CaseTurn turn)
    {
        foreach (var clock in Open(turn).Where(c => !AfterCare.Keeps(turn, c)))
            Stop(turn, clock, turn.On, StopCause.Concluded);
    }

    /// <summary>Stops what the after-care left running.</summary>
    internal static void OnClosed(CaseTurn turn)
    {
        foreach (var clock in Open(turn))
            Stop(turn, clock, turn.On, StopCause.Closed);
    }

    /// <summary>Derives a clock again after one of its facts changed, and with it the budgets that end no later.</summary>
    internal static void Move(CaseTurn turn, ClockState before, ClockState facts, ClockCause cause, string? document)
    {
        var rule = ClockRules.Of(turn.Process, facts);
        var drawn = Clamped(turn, ClockConclusions.Conclude(facts, rule, turn.Calendar), rule);
        var lifts = drawn.Status == ClockStatus.Overdue && (drawn.IsPaused || drawn.DueAt > turn.Stamp.RecordedAt);
        if (lifts)
        {
            turn.Apply(new ClockLifted(before.Id, cause));
            drawn = Clamped(
                turn,
                ClockConclusions.Conclude(facts with { Status = ClockStatus.Running, Fired = [] }, rule, turn.Calendar),
                rule
            );
        }

        drawn = RemindsAgain(turn, drawn, rule);
        if (drawn != turn.State.Clocks[before.Id])
            turn.Apply(new ClockMoved(drawn, cause, before.DueOn, document));
        if (facts.Step is null)
            Reclamp(turn);
    }

    // A reminder tells of one last day: once that day has moved and the reminder lies ahead again, it comes again.
    private static ClockState RemindsAgain(CaseLook look, ClockState clock, ClockRule rule)
    {
        if (!clock.IsOpen || clock.IsPaused)
            return clock;
        bool IsPast(int stage) => ClockConclusions.StageAt(clock, rule.Escalations[stage], look.Calendar) <= look.Stamp.RecordedAt;
        return clock.Fired.All(IsPast) ? clock : Armed(look, clock with { Fired = [.. clock.Fired.Where(IsPast)] }, rule);
    }

    private static ClockState Armed(CaseLook look, ClockState clock, ClockRule rule) =>
        clock with
        {
            FiresAt = ClockConclusions.FiresAt(clock, rule, look.Calendar),
        };

    /// <summary>The clocks still waited for, as they stand now.</summary>
    internal static ImmutableArray<ClockState> Open(CaseLook look) => [.. look.State.Clocks.Values.Where(c => c.IsOpen)];

    private static void OnMoment(CaseTurn turn, ClockRule rule, ClockHome home, string moment)
    {
        if (!rule.From.Contains(moment) || ClockStarts.LastOf(turn, rule) is not { } day)
            return;
        var running = turn.State.Clocks.GetValueOrDefault(home.IdOf(rule));
        // One start is never given twice: only a rule that counts from the last of several moments starts again.
        if (
            running is { IsOpen: true }
            && (
                rule.From.Length == 1
                || ClockStarts.IsLawful(rule) && running.StartDay == day && running.Kind is not (LimitKind.At or LimitKind.Before)
            )
        )
            return;
        if (!ClockStarts.HasEnded(turn, rule))
            Start(turn, rule, home, day);
    }

    private static void Start(CaseTurn turn, ClockRule rule, ClockHome home, DateOnly day)
    {
        var limit = rule.Limits.FirstOrDefault(l => Evaluation.IsTrue(l.When, turn.Values));
        if (limit is null || Anchor(limit, SinceOrder(turn, day), turn) is not { } start)
            return;
        var facts = Facts(turn, rule, home, limit, start);
        facts = ClockStarts.Continued(turn, rule, facts with { Pauses = Inherited(turn, facts) });
        turn.Apply(new ClockStarted(Clamped(turn, ClockConclusions.Conclude(facts, rule, turn.Calendar), rule)));
        if (home.Step is null)
            Reclamp(turn);
    }

    private static ClockState Facts(CaseLook look, ClockRule rule, ClockHome home, LimitRule limit, DateOnly start) =>
        new()
        {
            Id = home.IdOf(rule),
            Rule = rule.Id,
            Step = home.Step,
            Participant = home.Participant,
            Material = home.Material,
            Kind = limit.Kind,
            Period = SetLengths.Of(limit, look.Values),
            Basis = limit.Basis,
            StartDay = start,
            StartAt = start == look.Today ? look.Stamp.RecordedAt : look.Calendar.StartOf(start),
            Roll = rule.Roll,
            LongRest = rule.LongRest,
            Calendar = look.Calendar.Digest,
            DueOn = start,
            DueAt = look.Calendar.EndOf(start),
            YellowFrom = start,
        };

    private static void Stop(CaseTurn turn, ClockState clock, DateOnly day, StopCause cause, string? by = null)
    {
        if (clock.Status == ClockStatus.Overdue && day <= clock.DueOn)
            turn.Apply(new ClockLifted(clock.Id, ClockCause.RecordedLate));
        turn.Apply(new ClockStopped(clock.Id, day, cause) { By = by });
        if (clock.Step is null)
            Reclamp(turn);
    }

    // What was done before an order opened the case again starts nothing that runs under it.
    private static DateOnly SinceOrder(CaseLook look, DateOnly day) => look.State.ReopenedOn is { } order && day < order ? order : day;

    // A limit counted to a day stands on that day; any other on the day of its starting act.
    private static DateOnly? Anchor(LimitRule limit, DateOnly day, CaseLook look) =>
        limit.Day is null ? day : (Evaluation.Value(limit.Day, look.Values) as DateValue)?.Date;

    private static ImmutableArray<Pause> Inherited(CaseLook look, ClockState clock) =>
        ClockRules.IsOwnBudget(look.Process, clock)
            ? [.. Open(look).Where(c => c.IsOfCase).SelectMany(c => c.Pauses).Where(p => p.IsOpen && p.Step != clock.Step).Distinct()]
            : [];

    private static ClockState Clamped(CaseLook look, ClockState clock, ClockRule rule)
    {
        if (!ClockRules.IsOwnBudget(look.Process, clock))
            return clock;
        var nearest = Open(look)
            .Where(c =>
                c.IsOfCase
                && c.Status == ClockStatus.Running
                && !c.IsPaused
                && c.Kind != LimitKind.AtLeast
                && c.DueAt > look.Stamp.RecordedAt
            )
            .MinBy(c => c.DueAt);
        return nearest is not null && nearest.DueAt < clock.DueAt ? ClockConclusions.Clamp(clock, nearest, rule, look.Calendar) : clock;
    }

    private static void Reclamp(CaseTurn turn)
    {
        foreach (var clock in Open(turn).Where(c => c.Status == ClockStatus.Running && ClockRules.IsOwnBudget(turn.Process, c)))
        {
            var rule = ClockRules.Of(turn.Process, clock);
            var drawn = Clamped(turn, ClockConclusions.Conclude(clock, rule, turn.Calendar), rule);
            if (drawn.DueOn != clock.DueOn || drawn.DueAt != clock.DueAt)
                turn.Apply(new ClockMoved(drawn, ClockCause.Clamp, clock.DueOn, null));
        }
    }

    private static IEnumerable<(ClockRule Rule, ClockHome Home)> OfOpenWork(CaseLook look) =>
        [.. look.State.Steps.Values.Where(s => s.Status == StepStatus.Open).SelectMany(s => OfStep(look, s))];

    private static IEnumerable<(ClockRule Rule, ClockHome Home)> OfStep(CaseLook look, StepState step) =>
        look.Process.Find(step.Key) is WorkNode { Limit: { } rule }
            ? ParticipantClocks.Waiting(look, step.Key).Prepend((rule, new ClockHome(step.Key, step.Instance)))
            : ParticipantClocks.Waiting(look, step.Key);
}

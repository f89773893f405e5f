using System.Diagnostics;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Foresight;

/// <summary>Goes on by the first outcome of each step until the end, on a copy.</summary>
internal sealed class LikelyPath
{
    private const int MostActs = 200;
    private const int MostRuns = 3;
    private static readonly Actor CalledCase = new RuleActor(RuleNames.Called);

    private static readonly TimeSpan JustInTime = TimeSpan.FromMinutes(1);

    private readonly IOutside _outside;
    private readonly DateTimeOffset _asked;
    private readonly PublishedProcess _process;
    private readonly List<ForeseenPost> _posts = [];
    private CaseState _state;
    private DateTimeOffset _at;

    private LikelyPath(CaseState state, DateTimeOffset at, IOutside outside) =>
        (_state, _at, _asked, _outside, _process) = (state, at, at, outside, outside.Bound(state.Definition));

    internal static ForeseenPath From(CaseState state, DateTimeOffset at, IOutside outside)
    {
        var path = new LikelyPath(state, at, outside);
        var end = path.Run();
        var on = outside.Calendar(state.Process, at).DayOf(path._at);
        var result = end == PathEnd.Concluded ? path._state.Result : null;
        var title = result is null ? null : path._process.Definition.EndName(result);
        return new ForeseenPath([.. path._posts], end, result, on) { ResultTitle = title };
    }

    private PathEnd Run()
    {
        for (var acts = 0; _state.Stage == CaseStage.Open; acts++)
        {
            if (acts == MostActs || _posts.GroupBy(p => p.Key).Any(g => g.Count() > MostRuns))
                return PathEnd.Cut;
            var tasks = OpenTasks.Tasks(_process, _state).Select(s => (Step: s, At: Moment(s))).OrderBy(t => t.At).ToList();
            if (!tasks.Exists(t => Acts(t.Step, t.At)))
                return PathEnd.Waits;
        }

        return PathEnd.Concluded;
    }

    // The step is assumed to end on the last day of its limit, after any period that may not be shortened.
    private DateTimeOffset Moment(StepState step)
    {
        if (OpenTasks.Limit(_state, step.Key) is not { IsPaused: false } clock)
            return _at;
        var at = clock.Kind == LimitKind.AtLeast || IsOnlyTime(step) ? clock.DueAt : clock.DueAt - JustInTime;
        return at > _at ? at : _at;
    }

    private bool IsOnlyTime(StepState step) => _process.Find(step.Key) is WaitNode { System: null };

    private bool Acts(StepState step, DateTimeOffset at)
    {
        if (IsOnlyTime(step))
            return Passes(step, at);
        return Requests(step).Any(r => Goes(step, Door.Foresee(_state, r.Request, at, new Supposing(_outside, _asked, r.Somebody)), at));
    }

    private bool Passes(StepState step, DateTimeOffset at)
    {
        var swept = Door.SettleDue(_state, at, new Supposing(_outside, _asked, null));
        return Goes(step, new Passage(swept, null, null), at);
    }

    // What falls due by then happens first, and may already be what the case waited for.
    private bool Goes(StepState step, Passage passage, DateTimeOffset at)
    {
        if (passage.Entries.LastOrDefault() is not { } last)
            return false;
        var done = passage.Entries.SelectMany(e => e.Events).OfType<StepCompleted>().FirstOrDefault(e => e.Step == step.Key);
        if (done is not null)
            _posts.Add(Post(step, done));
        (_state, _at) = (last.After, at);
        return true;
    }

    private ForeseenPost Post(StepState step, StepCompleted done)
    {
        var due = OpenTasks.Limit(_state, step.Key) is { IsPaused: false } limit ? limit.DueOn : (DateOnly?)null;
        var (title, who) = (_process.StepName(step.Key), OpenTasks.Everybody(_process, _state, step));
        return new ForeseenPost(step.Key, title, who, step.OpenedOn, due, done.Outcome, done.On)
        {
            OutcomeTitle = _process.OutcomeName(step.Key, done.Outcome),
        };
    }

    private IEnumerable<(Request Request, PersonFact? Somebody)> Requests(StepState step)
    {
        if (_process.Find(step.Key) is CallNode called)
            return called.Outcomes.Select(o => Called(step, o));
        if (Turns.Asked(_process, step).FirstOrDefault(t => t.Kind != SideKind.Consult) is { } side)
            return [As(side.Who, step, new Reply(step.Key, "同意", true, side.Number))];
        return Turns.Holders(_process, step).FirstOrDefault() is { } holder ? Commands(step, holder).Select(c => As(holder, step, c)) : [];
    }

    private IEnumerable<CaseCommand> Commands(StepState step, Entitlement holder) =>
        _process.Find(step.Key) switch
        {
            JointNode joint when holder.Key != VoteRule.HeadKey => Tally.Choices(joint).Select(c => Vote(step, holder, c)),
            DrawNode { Sealed: true } when step.Lots?.Sealed is null => [new SealLots(step.Key)],
            WorkNode node => node.Outcomes.Select(o => Completed(step, o)),
            ParallelNode or ChoiceNode or null => [],
            var node => throw new UnreachableException($"No answer for {node.GetType().Name}."),
        };

    private Answer Vote(StepState step, Entitlement holder, string choice) =>
        new()
        {
            Step = step.Key,
            Choice = choice,
            Participant = holder.Key,
            Numbers = SupposedNumbers.OfAny(_process, step.Key),
        };

    private Complete Completed(StepState step, OutcomeRule outcome) =>
        new()
        {
            Step = step.Key,
            Outcome = outcome.Id,
            Numbers = SupposedNumbers.For(_process, outcome.Issues),
        };

    private static (Request Request, PersonFact? Somebody) Called(StepState step, OutcomeRule outcome) =>
        (new Request(CalledCase, new Complete { Step = step.Key, Outcome = outcome.Id }), null);

    private static (Request Request, PersonFact? Somebody) As(Entitlement who, StepState step, CaseCommand command)
    {
        var somebody = Anybody.Entitled(who, step.Key, step.ClaimedBy);
        return (new Request(somebody.Id, command), somebody);
    }
}

using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>Extends a clock as its rule allows: how long, how often, by whom, and before it is past.</summary>
internal static class Extending
{
    internal static Refusal? Extend(CaseTurn turn, ExtendClock command) => Guard(turn, command.Clock) ?? Grant(turn, command, turn.Stamp.Actor);

    /// <summary>Grants an extension as another system tells it: its rule and its day are looked at, not who approved it there.</summary>
    internal static Refusal? Told(CaseTurn turn, ExtendClock command, string approver) => MayStill(turn, command.Clock) ?? Grant(turn, command, approver);

    private static Refusal? Grant(CaseTurn turn, ExtendClock command, string approver)
    {
        var clock = turn.State.Clocks[command.Clock];
        var rules = Open(turn, clock).ToList();
        var rule = rules.FirstOrDefault(r => Fits(r, command.By));
        if (rule is null) return new Refusal("clock.extension_not_allowed", $"Expected an extension of '{clock.Id}' by {string.Join(" or ", rules.Select(Words))}, but {command.By} was asked.");
        if (string.IsNullOrWhiteSpace(command.Reasons)) return new Refusal("step.reasons_missing", $"Expected reasons for extending '{clock.Id}', but there are none.", "the party is told the reasons");
        var granted = new Extension(command.By, approver, turn.On, command.Reasons, rule.MovesPromise);
        ClockKeeper.Move(turn, clock, clock with { Extensions = clock.Extensions.Add(granted) }, ClockCause.Extension, rule.Issues);
        if (rule.Issues is { } document) Issuing.Issue(turn, document, clock.Id, Act.By(turn, command.Reasons), null);
        return null;
    }

    /// <summary>Whether the actor may extend this clock at all.</summary>
    internal static Refusal? Guard(CaseLook look, string id)
    {
        if (MayStill(look, id) is { } refusal) return refusal;
        var open = Open(look, look.State.Clocks[id]).ToList();
        return open.Any(r => Entitlements.Of(r.Approver, look.State).Any(e => Actors.Admitted(look, e)))
            ? null
            : new Refusal("clock.approver_rank", $"Expected {string.Join(" or ", open.Select(r => r.Approver))} to approve the extension of '{id}', but {look.Stamp.Actor} is not.", "ask the approver that the rule names");
    }

    private static Refusal? MayStill(CaseLook look, string id)
    {
        if (!look.State.Clocks.TryGetValue(id, out var clock) || !clock.IsOpen)
            return new Refusal("clock.not_open", $"Expected a clock '{id}' that runs, but there is none.");
        // Decided in time and recorded late is in time: what counts is the day of the decision, today's hour only for what is decided today.
        if (look.On > clock.DueOn || (look.On == look.Today && clock.DueAt <= look.Stamp.RecordedAt))
            return new Refusal("clock.already_overdue", $"Expected to extend '{id}' by {clock.DueOn:yyyy-MM-dd}, but that day is past.", "an extension is decided before the period ends");
        var all = ClockRules.Of(look.Process, clock).Extensions;
        if (all.IsEmpty) return new Refusal("clock.no_extension", $"Expected a rule that lets '{id}' be extended, but there is none.");
        return Open(look, clock).Any() ? null : new Refusal("clock.extension_used", $"Expected '{id}' to have an extension left, but it was extended {clock.Extensions.Length} time(s) already.");
    }

    private static IEnumerable<ExtensionRule> Open(CaseLook look, ClockState clock) =>
        ClockRules.Of(look.Process, clock).Extensions.Where(r => clock.Extensions.Count(e => Fits(r, e.By)) < r.AtMost);

    private static bool Fits(ExtensionRule rule, Period by) =>
        by.Unit == rule.Period.Unit && by.Amount >= 1 && (rule.UpTo ? by.Amount <= rule.Period.Amount : by.Amount == rule.Period.Amount);

    private static string Words(ExtensionRule rule) => rule.UpTo ? $"up to {rule.Period}" : $"{rule.Period}";
}

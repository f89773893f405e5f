using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>Extends a clock as its rule allows: how long, how often, by whom, and before it is past.</summary>
internal static class Extending
{
    internal static Operation Operation { get; } = Operation.Of<ExtendClock>(Extend, BuildsOn) with { OfCase = Offers };

    // A limit counted to or before a day stands on that day, whenever it began.
    private static BuiltOn? BuildsOn(CaseLook look, ExtendClock command) =>
        look.State.Clocks.GetValueOrDefault(command.Clock) is { Kind: not (LimitKind.Before or LimitKind.At) } clock
            ? new BuiltOn(clock.StartDay, CaseRefusals.ClockStarted(Naming.Clock(look, clock)))
            : null;

    private static IEnumerable<ActionOffer> Offers(CaseLook look) =>
        from clock in ClockKeeper.Open(look)
        let rule = ClockRules.Of(look.Process, clock)
        where !rule.Extensions.IsEmpty
        select new ActionOffer("extend-clock", clock.Id, null, rule.Name(rule.Id), Guard(look, clock.Id));

    internal static Refusal? Extend(CaseTurn turn, ExtendClock command) =>
        Guard(turn, command.Clock) ?? Grant(turn, command, turn.Stamp.Actor);

    /// <summary>Grants an extension as another system tells it: its rule and its day are looked at, not who approved it there.</summary>
    internal static Refusal? Told(CaseTurn turn, ExtendClock command, string approver) =>
        MayStill(turn, command.Clock) ?? Grant(turn, command, approver);

    private static Refusal? Grant(CaseTurn turn, ExtendClock command, string approver)
    {
        var clock = turn.State.Clocks[command.Clock];
        var rules = Open(turn, clock).ToList();
        var fitting = rules.Where(r => Fits(r, command.By)).ToList();
        if (fitting.Count == 0)
            return ClockRefusals.ExtensionNotAllowed(Naming.Clock(turn, clock), MessageValue.List(rules.Select(Length)), command.By);
        var rule = fitting[0];
        if (turn.Told is null && ClockRules.Of(turn.Process, clock).Extensions.Any(r => r.Collective is not null))
        {
            rule = fitting.Find(r => IsApprover(turn, r)) ?? rule;
            if (MustBeApproved(turn, clock, rule) is { } notApproved)
                return notApproved;
        }

        if (PlainText.IsBlank(command.Reasons))
            return StepRefusals.ReasonsMissing(ClockRefusals.AnExtension(Naming.Clock(turn, clock)));
        var granted = new Extension(command.By, approver, turn.On, command.Reasons, rule.MovesPromise)
        {
            Decided = CollectiveGrants.Of(turn, rule),
        };
        ClockKeeper.Move(turn, clock, clock with { Extensions = clock.Extensions.Add(granted) }, ClockCause.Extension, rule.Issues);
        if (rule.Issues is { } document)
            Issuing.Issue(turn, document, new Occasion(clock.Id, Act.By(turn, command.Reasons)) { Clock = clock.Id });
        return null;
    }

    /// <summary>Whether the actor may extend this clock at all.</summary>
    internal static Refusal? Guard(CaseLook look, string id)
    {
        if (MayStill(look, id) is { } refusal)
            return refusal;
        var open = Open(look, look.State.Clocks[id]).ToList();
        if (open.Exists(r => IsApprover(look, r)))
            return null;
        return open.TrueForAll(r => r.Approver is null)
            ? CollectiveGrants.MayRecord(look, look.State.Clocks[id], open)
            : OwnCase.OfOfficer(look, null)
                ?? ClockRefusals.ApproverRank(Naming.Clock(look, id), MessageValue.List(Approvers(look, open)), Naming.Actor(look));
    }

    // Where several decide on some of the extensions, whoever records one of those approves none of the others.
    private static Refusal? MustBeApproved(CaseLook look, ClockState clock, ExtensionRule rule) =>
        rule.Collective is not null ? CollectiveGrants.MustBeDecided(look, clock, rule)
        : IsApprover(look, rule) ? null
        : ClockRefusals.ApproverRank(Naming.Clock(look, clock), MessageValue.List(Approvers(look, [rule])), Naming.Actor(look));

    private static bool IsApprover(CaseLook look, ExtensionRule rule) =>
        rule.Approver is { } approver
            ? Entitlements.Of(approver, look.State).Any(e => Actors.Admitted(look, e))
            : CollectiveGrants.Of(look, rule) is not null && Actors.MustBeOfLead(look) is null;

    private static Refusal? MayStill(CaseLook look, string id)
    {
        if (OpenClock.Require(look, id) is { } refusal)
            return refusal;
        var clock = look.State.Clocks[id];
        // Decided in time and recorded late is in time: what counts is the day of the decision, today's hour only for what is decided today.
        if (look.On > clock.DueOn || (look.On == look.Today && clock.DueAt <= look.Stamp.RecordedAt))
            return ClockRefusals.AlreadyOverdue(Naming.Clock(look, clock), clock.DueOn);
        var all = ClockRules.Of(look.Process, clock).Extensions;
        if (all.IsEmpty)
            return ClockRefusals.NoExtension(Naming.Clock(look, clock));
        return Open(look, clock).Any() ? null : ClockRefusals.ExtensionUsed(Naming.Clock(look, clock), clock.Extensions.Length);
    }

    private static IEnumerable<ExtensionRule> Open(CaseLook look, ClockState clock) =>
        ClockRules.Of(look.Process, clock).Extensions.Where(r => clock.Extensions.Count(e => IsOf(r, e)) < r.AtMost);

    private static bool IsOf(ExtensionRule rule, Extension granted) =>
        Fits(rule, granted.By) && (granted.Decided is null) == (rule.Collective is null);

    private static bool Fits(ExtensionRule rule, Period by) =>
        by.Unit == rule.Period.Unit && by.Amount >= 1 && (rule.UpTo ? by.Amount <= rule.Period.Amount : by.Amount == rule.Period.Amount);

    private static MessageValue Length(ExtensionRule rule) =>
        rule.UpTo ? ClockRefusals.UpTo(rule.Period) : ClockRefusals.Exactly(rule.Period);

    private static IEnumerable<MessageValue> Approvers(CaseLook look, IEnumerable<ExtensionRule> rules) =>
        rules
            .SelectMany(r => r.Approver is { } who ? Entitlements.Of(who, look.State) : [])
            .Select(e => (MessageValue)Naming.Post(look, e))
            .Distinct();
}

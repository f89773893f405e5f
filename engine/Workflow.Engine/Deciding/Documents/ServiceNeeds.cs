using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>Whether a service proves something: of which paper, on whom, and by whose signature.</summary>
public static class ServiceNeeds
{
    internal static Refusal? Check(CaseLook look, Complete command, OutcomeRule outcome) =>
        outcome.Serves is { } rule ? Addressee(look, command, outcome) ?? Signer(look, command, rule) : null;

    /// <summary>Refuses an outcome that serves the last of several addressees, or says that all are served, while others are left.</summary>
    internal static Refusal? LeavesOthers(CaseLook look, WorkNode node, string key, OutcomeRule outcome) =>
        IsOneByOne(node, outcome)
        && (outcome.Serves is { ToField: null } || SaysAllAreServed(outcome))
        && Left(look, outcome, key) is { Count: > 1 } left
            ? DocumentRefusals.AddresseesLeft(Naming.Outcome(outcome), left.Select(a => a.Name))
            : null;

    /// <summary>Whether a receipt, or the paper of a public notice, would list nothing. A paper that is no such proof may go out beside a service.</summary>
    internal static bool ProvesNothing(CaseLook look, string key, OutcomeRule outcome) =>
        (
            outcome.Serves is { DayField: not null } or { WayField: not null }
            || outcome.Marks.Any(m => Serving.Notices(look, m.Moment).Any())
        ) && !Serving.Meant(look, outcome, key).Any();

    /// <summary>Refuses an outcome that says that papers were served, or published to be, where there are none: nobody was told anything.</summary>
    internal static Refusal? ServesNothing(CaseLook look, string key, OutcomeRule outcome) =>
        ProvesNothing(look, key, outcome) ? DocumentRefusals.NothingToServe(Naming.Outcome(outcome)) : null;

    /// <summary>Whether a step serves, whatever outcome it has, and has nothing to serve.</summary>
    internal static bool HasNothingToServe(CaseLook look, WorkNode node) =>
        node.Outcomes.Any(o => o.Serves is not null) && node.Outcomes.All(o => o.Serves is null || !Serving.Meant(look, o, node.Id).Any());

    /// <summary>Refuses a step that serves one of several addressees while there are not several: the last is for the step around it.</summary>
    internal static Refusal? Several(CaseLook look, Place place) =>
        place.Node is StepNode node
        && ServesOne(node)
        && place.Owner?.Node is WorkNode around
        && around.Outcomes.Any(o => o.Serves is not null)
        && node.Outcomes.Max(o => Left(look, o, node.Id).Count) < 2
            ? DocumentRefusals.OneAddressee(Naming.Step(around))
            : null;

    /// <summary>Whether a step serves one addressee at a time, or has a step inside that does, so that it serves the last itself.</summary>
    public static bool IsOneByOne(WorkNode node, OutcomeRule outcome) =>
        outcome.Serves is { } rule && (rule.ToField is not null || Outline.All(node.AnyTime).OfType<WorkNode>().Any(ServesOne));

    private static bool ServesOne(WorkNode node) => node.Outcomes.Any(o => o.Serves?.ToField is not null);

    private static Refusal? Addressee(CaseLook look, Complete command, OutcomeRule outcome)
    {
        if (outcome.Serves is not { ToField: { } field } rule || Left(look, outcome, command.Step) is not { Count: > 0 } left)
            return null;
        if (Serving.Named(rule, command.Fields) is { } named)
            return Addressees.Called(named, left).Any() ? null : DocumentRefusals.AddresseeUnknown(named, left.Select(a => a.Name));
        return left.Count == 1
            ? null
            : DocumentRefusals.AddresseeUnnamed(Naming.Field(look, command.Step, field), left.Select(a => a.Name));
    }

    // The moment marked by the day of a service is that on which everybody has the papers.
    private static bool SaysAllAreServed(OutcomeRule outcome) =>
        outcome.Marks.Any(m => m.DayField is not null && m.DayField == outcome.Serves?.DayField);

    private static IReadOnlyList<Addressee> Left(CaseLook look, OutcomeRule outcome, string key) =>
        outcome.Serves is null ? [] : Addressees.Without(look.State, Serving.Meant(look, outcome, key));

    private static Refusal? Signer(CaseLook look, Complete command, ServeRule rule) =>
        rule.SignedField is { } field
        && Serving.Way(rule, command.Fields) is { } way
        && rule.InPerson?.Contains(way) is true
        && FieldChecks.IsMissing(command.Fields.GetValueOrDefault(field))
            ? DocumentRefusals.Unsigned(Naming.Field(look, command.Step, field), way)
            : null;
}

using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Record.State;

/// <summary>Applies what people asked of each other: countersigning, proposals, transfers, urging and supervision. It only copies.</summary>
internal static class PeopleFold
{
    internal static CaseState Apply(CaseState state, CaseEvent happened) =>
        happened switch
        {
            SideAsked e => StepFold.Touch(state, e.Step, s => s with { Sides = s.Sides.Add(e.Task) }),
            SideReplied e => StepFold.Touch(state, e.Step, s => Side(s, e.Number, t => t with { Reply = e.Reply })),
            SideRecalled e => StepFold.Touch(state, e.Step, s => Side(s, e.Number, t => t with { Recalled = true })),
            StepProposed e => StepFold.Touch(
                state,
                e.Step,
                s =>
                    s with
                    {
                        Proposed = e.Proposal,
                        Sides = [.. s.Sides.Select(t => t.Kind == SideKind.After ? t with { Reply = null } : t)],
                    }
            ),
            StepProposalReturned e => StepFold.Touch(state, e.Step, s => s with { Proposed = null }),
            StepTransferred e => StepFold.Touch(
                state,
                e.Step,
                s => s with { ClaimedBy = null, Entitled = [.. s.Entitled.Select(x => x == e.From ? e.To : x)] }
            ),
            Urged e => state with { Urgings = state.Urgings.Add(e) },
            PartyConfirmed e when e.By == e.Person => SaidSo(Confirmed(state, e.Person, null), e.Person),
            PartyConfirmed e => Vouched(Confirmed(state, e.Person, null), e.Person) with
            {
                NamedTogether = state.NamedTogether.Remove(e.Person),
            },
            PartyUnconfirmed { Joined: true } e => OfNobodysWord(Unsure(state, e.Person), e.Person),
            PartyUnconfirmed e => OfNobodysWord(Confirmed(state, e.Person, true), e.Person),
            PartyAdded e => Joined(state, e),
            Supervised e => state with { Supervision = state.Supervision.Add(e) },
            _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
        };

    // Who joined by an act of the office is a party whatever another party said of them at the lodging.
    private static CaseState Confirmed(CaseState state, string person, bool? unconfirmed) =>
        state with
        {
            Parties =
            [
                .. state.Parties.Select(p =>
                    p.Person == person && (p.Since is null || unconfirmed is null) ? p with { Unconfirmed = unconfirmed } : p
                ),
            ],
        };

    /// <summary>Returns those of several persons in one role who are parties for certain from the beginning. A party that lodges for itself is the only one.</summary>
    internal static ImmutableSortedSet<string> Together(ImmutableArray<PartyEntry> parties) =>
        [
            .. from party in parties
            where party.Unconfirmed is not true && party.ForOffice is not true
            group party.Person by party.Role into role
            where role.Distinct().Skip(1).Any()
            from person in role
            select person,
        ];

    private static CaseState Unsure(CaseState state, string person) =>
        state with
        {
            Parties = [.. state.Parties.Select(p => p.Person == person ? p with { Unconfirmed = true } : p)],
        };

    // Whom an office has vouched for needs nobody else.
    private static CaseState SaidSo(CaseState state, string person) =>
        state.ConfirmedByOffice.Contains(person)
            ? state with
            {
                ConfirmedByOffice = state.ConfirmedByOffice.Remove(person),
            }
            : state with
            {
                ConfirmedByThemselves = state.ConfirmedByThemselves.Add(person),
            };

    // What the person has said no office takes back.
    private static CaseState Vouched(CaseState state, string person) =>
        state.ConfirmedByThemselves.Contains(person)
            ? state with
            {
                ConfirmedByThemselves = state.ConfirmedByThemselves.Remove(person),
            }
            : state with
            {
                ConfirmedByOffice = state.ConfirmedByOffice.Add(person),
            };

    private static CaseState OfNobodysWord(CaseState state, string person) =>
        state with
        {
            ConfirmedByOffice = state.ConfirmedByOffice.Remove(person),
            ConfirmedByThemselves = state.ConfirmedByThemselves.Remove(person),
        };

    private static CaseState Joined(CaseState state, PartyAdded e)
    {
        var theirs = new Entitlement(e.Party.Role, null, null, e.Party.Person);
        return e.Steps.Aggregate(
            state with
            {
                Parties = state.Parties.Add(e.Party),
                ConfirmedByOffice = e.By == e.Party.Person ? state.ConfirmedByOffice : state.ConfirmedByOffice.Add(e.Party.Person),
            },
            (now, key) => StepFold.Touch(now, key, s => s with { Entitled = s.Entitled.Add(theirs) })
        );
    }

    private static StepState Side(StepState step, int number, Func<SideTask, SideTask> change) =>
        step with
        {
            Sides = [.. step.Sides.Select(t => t.Number == number ? change(t) : t)],
        };
}

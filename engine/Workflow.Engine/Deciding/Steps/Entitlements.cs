using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Turns the assignee a designer wrote into who may act in a case, and checks a person against it.</summary>
internal static class Entitlements
{
    /// <summary>Returns who may act; empty when the case has no such party or the field names no office.</summary>
    internal static ImmutableArray<Entitlement> Of(Assignee by, CaseState state) =>
        by switch
        {
            OfficeRole o => [Office(o.ToString(), o.Office, o.Role, state)],
            PartyRole p => [.. state.Parties.Where(x => x.Role == p.Role).Select(x => new Entitlement(p.Role, null, null, x.Person))],
            FieldOffice f when Named(f, state) is { } office => [Office(f.ToString(), office, f.Role, state)],
            FieldOffice => [],
            _ => throw new UnreachableException($"No answer for {by.GetType().Name}."),
        };

    /// <summary>Returns the office that is meant, by its short name; null for a party, and where the field names none.</summary>
    internal static string? OfficeOf(Assignee by, CaseState state) =>
        by switch
        {
            OfficeRole o => o.Office,
            FieldOffice f => Named(f, state),
            PartyRole => null,
            _ => throw new UnreachableException($"No answer for {by.GetType().Name}."),
        };

    internal static ImmutableArray<Entitlement> Of(WorkNode node, CaseState state) =>
        node switch
        {
            StepNode s => Of(s.By, state),
            DrawNode d => Of(d.By, state),
            JointNode j => [.. Voting(j).SelectMany(v => Of(v.By, state).Select(e => e with { Key = v.Key }))],
            WaitNode { System: { } system } => [new Entitlement(system, null, system, null)],
            WaitNode or CallNode => [],
            _ => throw new UnreachableException($"No answer for {node.GetType().Name}."),
        };

    private static IEnumerable<(string Key, Assignee By)> Voting(JointNode joint)
    {
        var participants = joint.Participants.Select(p => (p.Key, p.By));
        return joint.Vote.Head is { } head ? participants.Append((VoteRule.HeadKey, head)) : participants;
    }

    /// <summary>Whether a person may sign together with the one to whom a post's task was handed over: they hold the post.</summary>
    internal static bool AdmitsColleague(this Entitlement entitled, PersonFact person) =>
        entitled is { Person: not null, Organisation: { } organisation, Role: { } role }
        && person.Posts.Contains(new Post(organisation, role));

    /// <summary>Whether a person holds a post at an organisation that takes part.</summary>
    internal static bool TakesPart(PersonFact person, IEnumerable<string> organisations) =>
        person.Posts.Any(p => organisations.Contains(p.Organisation));

    private static Entitlement Office(string key, string office, string role, CaseState state) =>
        new(key, state.Offices.GetValueOrDefault(office, office), role, null);

    private static string? Named(FieldOffice by, CaseState state)
    {
        var fields = by.Step is { } step ? state.Steps.GetValueOrDefault(step)?.Completed?.Fields : state.Form;
        return (fields?.GetValueOrDefault(by.Field) as TextValue)?.Text;
    }
}

using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Definitions.Reading.Clocks;
using Workflow.Definitions.Reading.People;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>Reads a joint: who answers, and how the result is found.</summary>
internal static class JointReader
{
    private const string AllOf = "all-of";

    public static JointNode Read(Shape shape, StepSymbol step)
    {
        var participants = Participants(shape.Scope, shape, step.Id);
        Several(shape, step.Id, participants);
        var node = new JointNode
        {
            Id = step.Id,
            Title = "",
            Outcomes = [],
            Participants = participants,
            Vote = new VoteRule(),
        };
        var filled = WorkReader.Fill(shape, step, node);
        var vote = VoteReader.Read(shape, filled);
        return filled with { Vote = vote, Outcomes = Recorded(shape, filled, vote) };
    }

    private static void Several(Shape shape, string joint, ImmutableArray<Participant> participants)
    {
        if (shape["participants"] is not { } written)
            return;
        if (participants.Length < 2 && participants.All(p => p.All is null))
            shape.Scope.Error(written.At, JointProblems.FewParticipants(joint, participants.Length));
        foreach (var twice in participants.GroupBy(p => p.Key).Where(g => g.Count() > 1))
            shape.Scope.Error(written.At, JointProblems.ParticipantTwice(joint, twice.Key));
    }

    private static ImmutableArray<Participant> Participants(Scope scope, Shape joint, string id)
    {
        // What is wrong with the title is told where the joint itself is read.
        var title = scope.Walk.Silently(() => joint.TitleOr(id));
        return
        [
            .. Values
                .Items(joint.Required("participants", Things.TheJoint(id)))
                .Select(p => One(scope, p, id, title))
                .OfType<Participant>(),
        ];
    }

    private static Participant? One(Scope scope, SyntaxNode syntax, string joint, LocalizedText title)
    {
        if (syntax is ScalarSyntax)
            return AssigneeReader.Read(scope, syntax) is { } who ? Of(who) : null;
        if (syntax is MapSyntax map && map[AllOf] is not null)
            return Members(scope, syntax, joint, title);
        if (Shape.Of(scope, syntax, DefinitionKeys.Participant, Things.Participant) is not { } shape)
            return null;
        return shape.Assignee("by", Things.TheParticipant) is { } by ? Limited(shape, joint, title, Of(by)) : null;
    }

    // Everybody who holds a post, each for themselves.
    private static Participant? Members(Scope scope, SyntaxNode syntax, string joint, LocalizedText title)
    {
        if (Shape.Of(scope, syntax, DefinitionKeys.Members, Things.Participant) is not { } shape)
            return null;
        if (shape.Assignee(AllOf, Things.TheParticipant) is not { } post)
            return null;
        if (post is PartyRole)
            scope.Error(shape[AllOf]!.At, JointProblems.AllOfParty(post.ToString()!));
        return Limited(shape, joint, title, Of(post)) with { All = true };
    }

    private static Participant Of(Assignee who) => new() { Key = who.ToString()!, By = who };

    private static Participant Limited(Shape shape, string joint, LocalizedText title, Participant who)
    {
        var scope = shape.Scope;
        scope.Walk.Places.Add($"step/{joint}/participant/{who.Key}/", shape.At);
        var limit = ClockReader.Participant(scope, shape["limit"], joint, who.Key, Beside(title, Name(scope, who.By)));
        return Written(shape, who) with { Limit = limit };
    }

    private static Participant Written(Shape shape, Participant participant) =>
        participant with
        {
            Ground = shape.Ground(),
            Officers = shape.Whole("officers", Things.NumberOfOfficers, most: 100) ?? 1,
            Qualified = [.. shape.Texts("qualified", Things.Qualification)],
            Assign = AssignReader.Rule(shape),
            Weight = shape.Whole("weight", Things.Weight) ?? 1,
        };

    private static LocalizedText Beside(LocalizedText joint, LocalizedText who) =>
        new($"{joint.Zh}·{who.Zh}", joint.En is null ? null : $"{joint.En}, {who.En ?? who.Zh}");

    private static LocalizedText Name(Scope scope, Assignee by) =>
        by switch
        {
            OfficeRole o => scope.Walk.Known.Offices.GetValueOrDefault(o.Office, new LocalizedText(o.Office)),
            PartyRole p => scope.Walk.Known.Parties.GetValueOrDefault(p.Role, new LocalizedText(p.Role)),
            FieldOffice => new LocalizedText(by.ToString()!),
            _ => throw new UnreachableException($"No answer for {by.GetType().Name}."),
        };

    // The record of a vote is issued with every result that the vote can have.
    private static ImmutableArray<OutcomeRule> Recorded(Shape shape, JointNode node, VoteRule vote)
    {
        var record = shape.Document("records");
        return record is null
            ? node.Outcomes
            : [.. node.Outcomes.Select(o => Results(node, vote).Contains(o.Id) ? o with { Issues = o.Issues.Insert(0, record) } : o)];
    }

    private static IEnumerable<string> Results(JointNode node, VoteRule vote) =>
        vote.Head is null ? vote.Thresholds.Select(t => t.Outcome).Append(vote.Otherwise ?? "") : node.Outcomes.Select(o => o.Id);
}

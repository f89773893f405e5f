using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflow.Definitions.Registers;
using Workflow.Engine.Record.Commands;
using Workflow.Host.Answers;
using Workflow.Host.Cases;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Reading;

namespace Workflow.Host.Acting;

/// <summary>Whom an action may name: the people of the offices that take part, with what they have in hand and what bars them.</summary>
public sealed class Candidates(Workplace place, Register register, InboxReads inbox)
{
    /// <summary>The most people who are told: a list to choose from, not the register.</summary>
    private const int Most = 100;

    /// <summary>Somebody who may be named.</summary>
    /// <param name="Id">Their id.</param>
    /// <param name="Name">Their name.</param>
    /// <param name="Posts">Their posts in the offices of the case, as people call them.</param>
    /// <param name="InHand">How many tasks they have in hand.</param>
    /// <param name="Away">Whether they are absent today.</param>
    /// <param name="BarredBy">Why the action would be refused with them; null where it would not.</param>
    public sealed record Candidate(string Id, string Name, ImmutableArray<string> Posts, int InHand, bool Away, RefusalWords? BarredBy);

    /// <summary>Returns whom an action may name; first those whom nothing bars, who have least in hand.</summary>
    /// <param name="caller">Who acts.</param>
    /// <param name="words">The language of reasons.</param>
    /// <param name="number">The case.</param>
    /// <param name="asked">The action; one that names nobody has none.</param>
    /// <exception cref="RequestRefusedException">It is no action that is filled in.</exception>
    public ImmutableArray<Candidate> Of(Caller caller, Words words, string number, AskedAction asked)
    {
        var state = CaseAccess.Require(caller, place.Runner.Look(number), number);
        SeenCase.RequireInside(caller, state, number);
        if (!NamesPeople(caller, words, number, asked))
            return [];
        var offices = state
            .Offices.Values.Concat(caller.PostsIn(state.Process).Select(p => p.Organisation))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. register
                .People.Where(p => p.Id != caller.Id)
                .Select(p => (Fact: register.Person(p.Id, caller.Today)!, Away: p.IsAway(caller.Today)))
                .Where(p => p.Fact.Posts.Any(post => offices.Contains(post.Organisation)))
                .Take(Most)
                .Select(p => new Candidate(
                    p.Fact.Id,
                    p.Fact.Name,
                    [
                        .. p
                            .Fact.Posts.Where(post => offices.Contains(post.Organisation))
                            .Select(post => PostTitles.Of(register, post, words)),
                    ],
                    inbox.Held(p.Fact.Id).Count,
                    p.Away,
                    Bar(caller, words, number, asked, p.Fact.Id)
                ))
                .OrderBy(c => c.BarredBy is not null)
                .ThenBy(c => c.Away)
                .ThenBy(c => c.InHand)
                .ThenBy(c => c.Id, StringComparer.Ordinal),
        ];
    }

    private bool NamesPeople(Caller caller, Words words, string number, AskedAction asked) =>
        ShowForm
            .Of(caller, place, SeenCase.Require(caller, place, number), words, asked)
            .Inputs.Any(i => i.Kind is InputKind.Person or InputKind.People);

    // Asks the same guards that would decide: their refusal is the reason against this person.
    private RefusalWords? Bar(Caller caller, Words words, string number, AskedAction asked, string person)
    {
        var supposed = Supposed(asked);
        var people = supposed.Inputs.Where(i => i.Kind is InputKind.Person or InputKind.People).Select(i => i.Name).ToList();
        var body = ActionBody.Of(supposed, name => people.Contains(name) ? [person] : ["…"], 0);
        var command = Command(body);
        return PreviewCommand.Against(caller, place, number, command, null) is { } refusal ? words.Tell(refusal) : null;
    }

    // An action that lacks what it is about, or names what is none, is refused as it would be.
    private static CaseCommand Command(JsonObject body)
    {
        try
        {
            return CommandBody.Read(body.ToJsonString());
        }
        catch (JsonException e)
        {
            throw Bodies.Malformed(e);
        }
    }

    // Only who is named matters; the rest is as if it were filled in.
    private static ActionForm Supposed(AskedAction asked) =>
        new(asked.Action, asked.Target, asked.Choice, ActionRows.Of(asked.Action).Names);
}

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflow.Definitions.Registers;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
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
        var looking = new Looking(caller, words, state, asked);
        return NamesPeople(looking) ? [.. InOrder(Colleagues(looking).Take(Most).Select(p => Named(looking, p)))] : [];
    }

    private static IEnumerable<Candidate> InOrder(IEnumerable<Candidate> candidates) =>
        candidates.OrderBy(c => c.BarredBy is not null).ThenBy(c => c.Away).ThenBy(c => c.InHand).ThenBy(c => c.Id, StringComparer.Ordinal);

    // Whoever sees a case from within the offices sees the whole of it.
    private bool NamesPeople(Looking looking) =>
        ShowForm
            .Forms(looking.Caller, place, looking.State.Definition, looking.State, looking.Words)
            .Of(looking.Asked)
            .Inputs.Any(i => i.Kind is InputKind.Person or InputKind.People);

    private IEnumerable<PostHolder> Colleagues(Looking looking) =>
        register
            .People.Where(p => p.Id != looking.Caller.Id)
            .Select(p => new PostHolder(register.Person(p.Id, looking.Caller.Today)!, p.IsAway(looking.Caller.Today)))
            .Where(p => p.Person.Posts.Any(looking.IsOfCase));

    private Candidate Named(Looking looking, PostHolder holder) =>
        new(
            holder.Person.Id,
            holder.Person.Name,
            [.. holder.Person.Posts.Where(looking.IsOfCase).Select(post => PostTitles.Of(register, post, looking.Words))],
            inbox.Held(holder.Person.Id).Count,
            holder.IsAway,
            Bar(looking, holder.Person.Id)
        );

    // Asks the same guards that would decide: their refusal is the reason against this person.
    private RefusalWords? Bar(Looking looking, string person)
    {
        var supposed = Supposed(looking.Asked);
        var people = supposed.Inputs.Where(i => i.Kind is InputKind.Person or InputKind.People).Select(i => i.Name).ToList();
        var command = Command(ActionBody.Of(supposed, name => people.Contains(name) ? [person] : ["…"], 0));
        var refusal = PreviewCommand.Against(looking.Caller, place, looking.State.Number, command, null);
        return refusal is null ? null : looking.Words.Tell(refusal);
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

    // Who looks for somebody, at which case and for what.
    private sealed record Looking(Caller Caller, Words Words, CaseState State, AskedAction Asked)
    {
        private readonly HashSet<string> _offices = [.. State.Offices.Values, .. Caller.PostsIn(State.Process).Select(p => p.Organisation)];

        internal bool IsOfCase(Post post) => _offices.Contains(post.Organisation);
    }
}

using Workflow.Definitions.Stories;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Support.Walks;

/// <summary>Finds somebody with whom an act among colleagues can be done; null when there is nobody.</summary>
internal sealed class RandomCompany(
    Random random,
    ScenarioWorld world,
    PublishedProcess process,
    CaseState state,
    PersonFact actor,
    DateOnly day
)
{
    internal CaseCommand? Command(ActionOffer offer) =>
        offer.Action switch
        {
            "add-signer" => With(
                Newcomer(offer.Target!, offer.Choice == $"{SignerPlace.Beside}"),
                p => new AddSigner(offer.Target!, p, Enum.Parse<SignerPlace>(offer.Choice!))
            ),
            "delegate" => With(Newcomer(offer.Target!), p => new Entrust(offer.Target!, p, "请先核实")),
            "consult" => With(Newcomer(offer.Target!), p => new Consult(offer.Target!, "有何意见", p)),
            "remove-signer" => new RemoveSigner(offer.Target!, Removable(offer.Target!), "不再需要"),
            "transfer" => Transfer(offer.Target!),
            "recall" => new Recall(offer.Target!, int.Parse(offer.Choice!, System.Globalization.CultureInfo.InvariantCulture)),
            "reply" => new Reply(offer.Target!, "已阅", random.Next(3) > 0, Request(offer.Target!)),
            _ => new TakeBack(offer.Target!, Step(offer.Target!).Answers.LastOrDefault(a => a.By == actor.Id)?.Participant),
        };

    private static CaseCommand? With(string? person, Func<string, CaseCommand> make) => person is null ? null : make(person);

    private StepState Step(string key) => state.Steps[key];

    private IEnumerable<PersonFact> Officers(string key)
    {
        var apart = Apart(StepKey.IdOf(key)).ToHashSet();
        var barred = state
            .Superseded.Concat(state.Steps.Values)
            .Where(s => apart.Contains(StepKey.IdOf(s.Key)))
            .SelectMany(s => s.Actors)
            .ToHashSet();
        return world
            .Register.People.Select(p => world.Register.Person(p.Id, day)!)
            .Where(p =>
                !p.Posts.IsEmpty
                && p.Id != actor.Id
                && state.Parties.All(x => x.Person != p.Id)
                && !barred.Contains(p.Id)
                && !barred.Contains(actor.Id)
            );
    }

    // Whichever of the two names the other.
    private IEnumerable<string> Apart(string id) =>
        Outline
            .All(process.Definition)
            .OfType<StepNode>()
            .SelectMany(n =>
                n.Id == id ? n.NotBy
                : n.NotBy.Contains(id) ? [n.Id]
                : Enumerable.Empty<string>()
            );

    // One person has one voice.
    private bool IsOnRoll(string key, PersonFact person, Entitlement? except = null) =>
        process.Find(key) is JointNode joint
        && (
            Step(key).Answers.Any(a => joint.Vote.OneVoice ? a.Voices.Contains(person.Id) : a.By == person.Id)
            || Step(key)
                .Roll.Any(e =>
                    e != except
                    && (e.Person is { } only ? only == person.Id : person.Posts.Contains(new Post(e.Organisation ?? "", e.Role ?? "")))
                )
        );

    // Beside the holder signs only somebody of the holder's office; who has answered holds nothing any more.
    private bool IsColleague(string key, PersonFact person) =>
        Turns
            .Holders(process, Step(key))
            .Where(e => e.Person == actor.Id || actor.Posts.Contains(new Post(e.Organisation ?? "", e.Role ?? "")))
            .Any(e => person.Posts.Any(p => p.Organisation == e.Organisation));

    private string? Newcomer(string key, bool beside = false) =>
        Step(key).Sides.Length >= 50
            ? null
            : Any(
                Officers(key)
                    .Where(p => !IsOnRoll(key, p) && (!beside || IsColleague(key, p)))
                    .Where(p => Step(key).Sides.All(t => t.Who.Person != p.Id || !t.IsOpen))
                    .Select(p => p.Id)
            );

    private string Removable(string key)
    {
        var added = Step(key)
            .Sides.Where(t =>
                t is { Recalled: null, Kind: SideKind.Before or SideKind.After or SideKind.Beside }
                && (t.Reply is null || (t.Kind == SideKind.After && !t.Reply.Agrees))
                && Step(key).Answers.All(a => a.Participant != t.Who.Key)
            )
            .ToList();
        return Any(added.Where(t => t.By == actor.Id || Leads()).Select(t => t.Who.Person!)) ?? Any(added.Select(t => t.Who.Person!)) ?? "";
    }

    private Transfer? Transfer(string key)
    {
        var mine = Step(key)
            .Entitled.Where(e =>
                e.Organisation is not null
                && Step(key).Answers.All(a => a.Participant != e.Key)
                && (
                    Holds(key, e)
                    || actor.Posts.Any(p =>
                        p.Organisation == e.Organisation
                        && p.Role is "leader" or "office-leader" or "chief"
                        && p.Organisation == e.Organisation
                    )
                )
            )
            .ToList();
        if (mine.Count == 0)
            return new Transfer(key, actor.Id, "交接");
        var entitled = mine[random.Next(mine.Count)];
        return
            Any(Officers(key).Where(p => p.Id != entitled.Person && !IsOnRoll(key, p, entitled) && Admits(entitled, p)).Select(p => p.Id))
                is { } person
            ? new Transfer(key, person, "交接", entitled.Key)
            : null;
    }

    // A seat goes to somebody who holds the post as well, any other task to somebody of the office.
    private static bool Admits(Entitlement entitled, PersonFact person) =>
        person.Posts.Any(x => x.Organisation == entitled.Organisation && (!entitled.Key.Contains('/') || x.Role == entitled.Role));

    private bool Holds(string key, Entitlement entitled) =>
        (entitled.Person is { } person ? person == actor.Id : actor.Posts.Contains(new Post(entitled.Organisation!, entitled.Role!)))
        && (Step(key).ClaimedBy is null || Step(key).ClaimedBy == actor.Id);

    private bool Leads() => actor.Posts.Contains(new Post(state.Offices[process.Definition.Item.Lead], "leader"));

    private int? Request(string key) =>
        Turns.Asked(process, Step(key)).Where(t => t.Who.Person == actor.Id).Select(t => (int?)t.Number).FirstOrDefault();

    private string? Any(IEnumerable<string> people) => people.ToList() is { Count: > 0 } found ? found[random.Next(found.Count)] : null;
}

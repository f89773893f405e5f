using System.Collections.Immutable;
using Workflow.Engine.Deciding;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Guarantees;

/// <summary>What is offered is what is accepted, no less and no more: everybody tries everything at every state, offered or not.</summary>
public sealed class OfferedTests
{
    private static readonly string[] People =
    [
        "clerk",
        "first-officer",
        "second-officer",
        "legal-adviser",
        "head",
        "bank",
        "inspector",
        "citizen",
        "builder",
    ];

    // Refusals of the other person named, or of one of several tasks that nobody named: an offer stands for the act, not for these.
    private static readonly string[] OfPayload =
    [
        "person.already_there",
        "person.answers_already",
        "person.party",
        "person.other_office",
        "party.officer",
        "person.no_officer",
        "transfer.other_office",
        "signer.not_one",
        "side.not_yours",
        "side.unclear",
        "step.participant_unclear",
        "step.separation",
        "vote.same_person",
        "takeback.nothing",
    ];

    private static IEnumerable<(string Name, Func<OfficeCase> Make)> All =>
        OperationTableTests.States.Select(s => (s.Name, s.Make)).Concat(More);

    public static IEnumerable<string> States() => All.Select(s => s.Name);

    [TestCaseSource(nameof(States))]
    public void What_is_not_offered_is_refused_and_what_is_offered_is_accepted(string state)
    {
        var it = All.Single(s => s.Name == state).Make();
        var wrong = People.SelectMany(person => Wrong(it, person, "bank").Concat(Wrong(it, person, "legal-adviser"))).Distinct();
        Assert.That(wrong, Is.Empty);
    }

    private static IEnumerable<string> Wrong(OfficeCase it, string person, string other)
    {
        var offers = it.Offers(person).Where(o => o.Allowed).Select(Key).ToHashSet();
        foreach (var (offer, command) in EveryCommand.Of(it.Process, it.State, other))
        {
            var refusal = it.Would(person, command);
            if (offers.Contains(Key(offer)) ? refusal is not null && !OfPayload.Contains(refusal.Code) : refusal is null)
                yield return $"{person} {Key(offer)}: {(refusal is null ? "accepted, but not offered" : $"offered, but {refusal.Code}")}";
        }
    }

    private static string Key(ActionOffer offer) => $"{offer.Action} {offer.Target} {offer.Choice}";

    private const string Conditional = """
          - {step: draft, title: 拟稿, by: hall.officer, outcomes: {ok: {title: 同意}, renew: {title: 准予, when: form.name = 'A'} } }
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    private const string AnyTime = """
          - {step: draft, title: 拟稿, by: hall.officer, any-time: [{step: note, title: 记录, by: hall.officer}]}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        any-time:
          - {step: withdrawal, title: 撤回, by: applicant, end: withdrawn}
        """;

    private const string Head = """
          - {step: receive, title: 收件, by: hall.clerk}
          - {joint: review, title: 会议, participants: [hall.clerk, hall.officer], decide: {by: hall.leader}, limit: {for: 5 working days, escalate: hall.leader, basis: internal}, outcomes: {agree: 同意, object: 不同意} }
          - {step: check, title: 复核, by: hall.officer, not-by: receive}
        """;

    private static readonly (string Name, Func<OfficeCase> Make)[] More =
    [
        (
            "proposal spoiled",
            () =>
                Lodged(Conditional, form: "form: {name: {title: 名称, type: text}}")
                    .Does("first-officer", Named("A"))
                    .Does("first-officer", new AddSigner("draft", "legal-adviser", SignerPlace.After))
                    .Does("first-officer", Done("draft", "renew"))
                    .Does("first-officer", Named("B"))
        ),
        ("answers before the head", () => Lodged(Head).Does("clerk", Done("receive")).Does("clerk", Votes("review", "agree"))),
        (
            "head",
            () =>
                Lodged(Head)
                    .Does("clerk", Done("receive"))
                    .Does("clerk", Votes("review", "agree"))
                    .Does("second-officer", Votes("review", "object"))
        ),
        ("any time", () => Lodged(AnyTime)),
        (
            "after the head",
            () =>
                Lodged(Head)
                    .Does("clerk", Done("receive"))
                    .Does("clerk", Votes("review", "agree"))
                    .Does("second-officer", Votes("review", "object"))
                    .Does("head", Done("review", "agree"))
        ),
    ];

    private static CorrectForm Named(string name) =>
        new(ImmutableSortedDictionary<string, FieldValue>.Empty.Add("name", new TextValue(name)), "申请", "更正");

    // The signer agreed to what is not allowed any more: it is the holder's again, and the entry says why.
    [Test]
    public void A_signature_under_what_is_not_allowed_any_more_gives_it_back_to_the_holder()
    {
        var it = More[0].Make().Does("legal-adviser", new Reply("draft", "同意")).Waits("draft officer");
        Assert.That(it.Events.OfType<StepProposalReturned>().Single().Because, Is.EqualTo("step.outcome_not_allowed"));
        it.Does("first-officer", Done("draft", "ok"))
            .Waits("draft legal-adviser")
            .Does("legal-adviser", new Reply("draft", "同意"))
            .Waits("decide leader")
            .DecidedTheSameAgain();
    }
}

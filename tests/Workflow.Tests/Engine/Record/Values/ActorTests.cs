using System.Text.Json;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Engine.Record.Values;

/// <summary>Who acted is one text in the ledger, and a type of its own everywhere else.</summary>
public sealed class ActorTests
{
    private static readonly TestCaseData[] Stored =
    [
        new(new PersonActor("li-ming"), "li-ming"),
        new(new RuleActor("review/hall.officer"), "rule review/hall.officer"),
        new(new RuleActor("same-person"), "rule same-person"),
        new(new SystemActor("旧系统"), "system 旧系统"),
        new(new PersonActor("ruler"), "ruler"),
        new(new PersonActor("system-two"), "system-two"),
    ];

    [TestCaseSource(nameof(Stored))]
    public void Who_acted_is_read_as_it_was_stored(Actor actor, string stored)
    {
        Assert.That(Actor.Of(stored), Is.EqualTo(actor));
        Assert.That((string)actor, Is.EqualTo(stored));
        Assert.That($"{actor}", Is.EqualTo(stored));
    }

    [Test]
    public void It_is_one_text_in_an_entry() =>
        Assert.That(
            JsonSerializer.Serialize(new Actor[] { new PersonActor("li-ming"), new RuleActor("fire"), new SystemActor("old") }),
            Is.EqualTo("""["li-ming","rule fire","system old"]""")
        );

    [Test]
    public void And_read_from_it() =>
        Assert.That(
            JsonSerializer.Deserialize<Actor[]>("""["li-ming","rule fire","system old"]"""),
            Is.EqualTo(new Actor[] { new PersonActor("li-ming"), new RuleActor("fire"), new SystemActor("old") })
        );
}

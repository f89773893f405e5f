using System.Text.RegularExpressions;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Wording;
using Workflow.Engine.Evidence;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Definitions.Stories.Timelines;

/// <summary>Whatever may happen and whatever may be asked has its words in both languages, with every value that they name.</summary>
public sealed partial class ToldWordsTests
{
    private static readonly LedgerEntry Entry = First();

    private static readonly CaseNames Names = new(
        Glossary.Of(ShippedStories.World),
        ShippedStories.World.Bound(Entry.Definition),
        EntryFold.Of([Entry])
    );

    [TestCaseSource(nameof(Events))]
    public void Every_event_is_told_in_both_languages(Type happened)
    {
        var told = MadeUp.Of(happened).Select(e => EventWords.Of((CaseEvent)e, Entry, Names)).OfType<Message>().ToList();
        Assert.That(told, happened == typeof(StepFinished) ? Is.Empty : Is.Not.Empty);
        foreach (var message in told)
            Said(message);
    }

    [TestCaseSource(nameof(Commands))]
    public void Every_command_is_told_in_both_languages(Type command)
    {
        foreach (var made in MadeUp.Of(command))
            Said(CommandWords.Of((CaseCommand)made, Names));
    }

    // A line of what was asked for is shown to parties too; only why a case was cancelled is for all and stands in no event.
    [TestCaseSource(nameof(Commands))]
    public void What_was_said_is_left_to_the_events(Type command) =>
        Assert.That(
            MadeUp.Of(command).Select(made => CommandWords.Of((CaseCommand)made, Names)).Any(m => m.Values.Any(v => v.Name == "words")),
            Is.EqualTo(command == typeof(CancelCase))
        );

    // The case is the first of the shipped stories; a report of a called case is made by the rule of its process.
    [TestCase("calendar", "日历规则", "the calendar rule")]
    [TestCase("same-person", "同一人规则", "the same-person rule")]
    [TestCase("post-ended", "离任规则", "the rule for posts that have ended")]
    [TestCase("join", "汇合规则", "the rule that joins branches")]
    [TestCase("choice", "分支规则", "the rule that chooses the way")]
    [TestCase("rows", "逐行办理规则", "the rule that finishes the rows")]
    [TestCase("called", "关联案件规则", "the rule of the called case")]
    [TestCase("fire-check", "规则“fire-check”", "the rule 'fire-check'")]
    public void A_rule_that_acts_is_called_by_what_it_does_and_only_a_clock_is_called_a_clock(string rule, string chinese, string english)
    {
        var who = Names.Person(new RuleActor(rule));
        Assert.That(
            (MessageTable.Shipped.Say(who, Language.Zh), MessageTable.Shipped.Say(who, Language.En)),
            Is.EqualTo((chinese, english))
        );
    }

    [Test]
    public void Every_member_of_a_closed_set_has_its_row()
    {
        IEnumerable<string> codes =
        [
            .. Enum.GetNames<PutAside>().Select(n => $"told.aside.{n}"),
            .. Enum.GetNames<ClockCause>().Select(n => $"told.moving.{n}"),
            .. Enum.GetNames<CallUse>().Where(n => n != nameof(CallUse.Taken)).Select(n => $"told.use.{n}"),
            .. Enum.GetNames<AssignedBy>().Select(n => $"told.assigning.{n}"),
            .. Enum.GetNames<SideKind>().Select(n => $"told.side.{n}"),
            .. Enum.GetNames<Lamp>().Select(n => $"timeline.lamp.{n}"),
        ];
        Assert.That(codes.Where(c => !MessageTable.Shipped.Rows.ContainsKey(c)), Is.Empty);
    }

    private static void Said(Message message)
    {
        Assert.That(MessageTable.Shipped.Say((MessageValue)message, Language.Zh), Is.Not.Empty);
        Assert.That(Chinese().IsMatch(MessageTable.Shipped.Say((MessageValue)message, Language.En)), Is.False, message.Code);
    }

    private static LedgerEntry First()
    {
        var door = ShippedStories.Played(ShippedStories.Readings[0].Scenarios[0]).Door;
        return door.Entries(door.Cases[0])[0];
    }

    private static IEnumerable<Type> Events() => Members(typeof(CaseEvent));

    private static IEnumerable<Type> Commands() => Members(typeof(CaseCommand));

    private static IEnumerable<Type> Members(Type set) => set.Assembly.GetTypes().Where(t => t.IsSubclassOf(set) && !t.IsAbstract);

    [GeneratedRegex(@"[\u4e00-\u9fff。；，：（）]", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();
}

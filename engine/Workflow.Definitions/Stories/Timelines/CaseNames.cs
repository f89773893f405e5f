using Workflow.Definitions.Reading.Steps;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>What people call the things of one case: by title, and by id where nobody wrote one.</summary>
/// <param name="glossary">The names of people and organisations.</param>
/// <param name="process">The case's definition.</param>
/// <param name="state">The case.</param>
internal sealed partial class CaseNames(Glossary glossary, PublishedProcess process, CaseState state)
{
    internal ProcessDefinition Definition => process.Definition;

    /// <summary>A step with its row.</summary>
    internal NameValue Step(string key) => process.Find(key)?.Words() is { } title ? Row(key, title) : new NameValue(key, key);

    private static NameValue Row(string key, LocalizedText title)
    {
        var row = key[StepKey.IdOf(key).Length..];
        return new NameValue(key, title.Zh + row, title.En is { } english ? english + row : null);
    }

    /// <summary>A line about a step.</summary>
    internal Message AtStep(string code, string step, params ReadOnlySpan<(string Name, MessageValue Value)> more) =>
        new(code, [("step", Step(step)), .. more]);

    /// <summary>A line about a clock.</summary>
    internal Message OfClock(string code, string clock, params ReadOnlySpan<(string Name, MessageValue Value)> more) =>
        new(code, [("clock", Clock(clock)), .. more]);

    /// <summary>Whether a clock is a shortest time, at whose end nobody is late.</summary>
    internal bool IsFloor(string clock) => state.Clocks.GetValueOrDefault(clock)?.Kind == LimitKind.AtLeast;

    /// <summary>Whether a step only takes one of several ways: nobody acts there.</summary>
    internal bool IsChoice(string key) => process.Find(key) is ChoiceNode;

    /// <summary>Whether another step of the process has the same title.</summary>
    internal bool HasNamesake(string key) =>
        process.Find(key) is { } node && Outline.All(Definition).Any(n => n.Id != node.Id && n.Title == node.Title);

    /// <summary>
    /// What a choice came to, in the words of the case taken where the choice has none of its own; null where the case says it by
    /// ending, and where the ordinary way simply goes on.
    /// </summary>
    internal Message? Taken(string key, string taken)
    {
        if (process.Find(key) is not ChoiceNode choice)
            return null;
        var way = choice.Cases.Single(c => c.Body.Id == taken);
        if (way.When is null && way.Body.Steps.IsEmpty && way.Body.Exit is null)
            return null;
        return choice.Title == choice.Id ? Way(way.Body) : AtStep("told.step.taken", key, ("outcome", Outcome(key, taken)));
    }

    private static Message? Way(OutcomeRule way) =>
        way.Title == way.Id && way.Exit is EndExit ? null : new("told.step.way", ("way", way.Name(way.Id)));

    internal MessageValue Outcome(string key, string outcome)
    {
        var name = process.OutcomeName(key, outcome);
        var isUnwritten = outcome == OutcomeReader.Done && (name.Zh == outcome || name.Zh == OutcomeRule.DoneTitle);
        return isUnwritten ? new Message("named.outcome.done") : name;
    }

    /// <summary>Whether an outcome sends the case back so that it comes straight to where it was.</summary>
    internal bool IsStraightBack(string key, string? outcome) =>
        outcome is not null && Body(key, outcome) is { Exit: BackExit { StraightBack: true } };

    /// <summary>What people call the result in which a case ends.</summary>
    internal NameValue End(string result) => Definition.EndName(result);

    /// <summary>A document with its number.</summary>
    internal Message Paper(string id, string? number)
    {
        var document = Definition.DocumentName(id);
        return number is null
            ? new("told.paper.plain", ("document", document))
            : new("told.paper.numbered", ("document", document), ("number", number));
    }

    internal NameValue Material(string id) => Definition.MaterialName(id);

    internal NameValue Field(string id) => Definition.FieldName(id);

    /// <summary>A ground for which a clock does not count.</summary>
    internal NameValue Ground(string ground) => Definition.GroundName(ground);

    /// <summary>A moment; one that a definition made up and did not name has no name but its id.</summary>
    internal MessageValue Moment(string id) =>
        Definition.MomentName(id) is { } name ? name
        : MessageTable.Shipped.Rows.ContainsKey($"named.moment.{id}") ? new Message($"named.moment.{id}")
        : id;

    /// <summary>A clock's title, or that of the step whose limit it is.</summary>
    internal MessageValue Clock(string id)
    {
        var key = ClockKey.Parse(id);
        var plain = key.Rule;
        if (Definition.Clocks.FirstOrDefault(c => c.Id == plain) is { } rule)
            return rule.Name(id);
        if (Definition.Materials.FirstOrDefault(m => m.Promise?.Clock.Id == plain) is { } promised)
            return Promise(promised);
        return Limit(key) ?? (MessageValue)id;
    }

    // The limit of a step, or of one who answers there.
    private Message? Limit(ClockKey key)
    {
        if (process.Find(key.Step) is not { } node)
            return null;
        var step = node.Name(key.Step);
        return key.Participant is { } who
            ? new Message("named.participant.limit", ("step", step), ("who", Participant(who)))
            : new Message("named.step.limit", ("step", step));
    }

    private static Message Promise(Material material) =>
        new("named.promise", ("material", material.Name(material.Id)), ("clock", material.Promise!.Clock.Name(material.Promise.Clock.Id)));

    private OutcomeRule? Body(string key, string outcome) =>
        process.Find(key) is { } node ? Outline.Bodies(node).FirstOrDefault(b => b.Id == outcome) : null;
}

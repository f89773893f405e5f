using Workflow.Definitions.Wording;
using System.Collections.Immutable;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Host.Adoption;

/// <summary>Finds the cell that a refusal of the engine speaks of: by its code the kinds of columns, among them the one it names.</summary>
internal static class ToldPlace
{
    private static readonly (string Code, Tells[] Tells)[] Concerns =
    [
        ("adopt.already", [Tells.Number]), ("adopt.unnamed", [Tells.Number]),
        ("adopt.elsewhere", [Tells.At]), ("adopt.call_open", [Tells.At]), ("adopt.ended", [Tells.At]),
        ("adopt.holder", [Tells.Holder]), ("adopt.opened", [Tells.Opened]), ("adopt.moment", [Tells.Moment]),
        ("adopt.document", [Tells.Document]), ("adopt.number", [Tells.Document]), ("adopt.series", [Tells.Document]), ("document.", [Tells.Document]),
        ("adopt.definition", [Tells.LodgedOn]), ("adopt.unknown_definition", [Tells.LodgedOn]), ("case.item", [Tells.LodgedOn]),
        ("adopt.participant", [Tells.Answers, Tells.Outcome]), ("vote.", [Tells.Answers]),
        ("adopt.draw", [Tells.Outcome]), ("adopt.out_of_order", [Tells.Outcome, Tells.Answers]), ("adopt.day_out_of_bounds", [Tells.On, Tells.DocumentOn, Tells.Moment, Tells.Opened, Tells.Pause, Tells.Extension, Tells.LodgedOn]),
        ("party.", [Tells.PartyName, Tells.PartyPerson]), ("person.", [Tells.PartyPerson, Tells.Holder]), ("material.", [Tells.Materials]),
        ("form.", [Tells.Form]), ("field.", [Tells.Form, Tells.Asked]), ("step.reasons", [Tells.Reasons, Tells.Outcome]), ("step.", [Tells.Outcome, Tells.Answers]),
        ("clock.", [Tells.Pause, Tells.Extension]),
    ];

    /// <summary>Returns the place of the column, from 1; 1 where the refusal is of the whole row.</summary>
    internal static int Of(Refusal refusal, ImmutableArray<(ToldColumn Column, string Text)> cells)
    {
        var kinds = Concerns.FirstOrDefault(c => refusal.Code.StartsWith(c.Code, StringComparison.Ordinal)).Tells ?? [];
        var concerned = kinds.SelectMany(k => cells.Where(c => c.Column.Tells == k)).ToList();
        var named = concerned.Where(c => c.Column.Field is { } field ? Names(refusal, field.Id) : c.Column.Name.Length > 0 && Names(refusal, c.Column.Name)).ToList();
        var told = concerned.Where(c => c.Text.Split(';').Any(t => t.Trim() is { Length: > 1 } text && Says(refusal, text))).ToList();
        return (named.Intersect(told).Concat(named).Concat(told).Concat(concerned).Select(c => c.Column).FirstOrDefault())?.Place ?? 1;
    }

    // By the id that the refusal's values carry, or in a sentence that has not moved to the table.
    private static bool Names(Refusal refusal, string id) =>
        Values(refusal.Message).OfType<NameValue>().Any(v => v.Id == id) || Says(refusal, $"'{id}'");

    private static bool Says(Refusal refusal, string text) =>
        refusal.English.Sentence.Contains(text, StringComparison.Ordinal) || Values(refusal.Message).Any(v => $"{v}" == text);

    private static IEnumerable<MessageValue> Values(Message message) =>
        message.Values.SelectMany(v => Parts(v.Value));

    private static IEnumerable<MessageValue> Parts(MessageValue value) => value switch
    {
        ListValue list => list.Items.SelectMany(Parts),
        PhraseValue phrase => Values(phrase.Phrase),
        _ => [value],
    };
}

using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Host.Adoption.Tables;

/// <summary>Finds the cell that a refusal of the engine speaks of: by its code the kinds of columns, among them the one that its values name.</summary>
internal static class ToldPlace
{
    private static readonly (string Code, Tells[] Tells)[] Concerns =
    [
        ("adopt.already", [Tells.Number]),
        ("adopt.unnamed", [Tells.Number]),
        ("adopt.elsewhere", [Tells.At]),
        ("adopt.call_open", [Tells.At]),
        ("adopt.ended", [Tells.At]),
        ("adopt.holder", [Tells.Holder]),
        ("adopt.opened", [Tells.Opened]),
        ("adopt.moment", [Tells.Moment]),
        ("adopt.document", [Tells.Document]),
        ("adopt.number", [Tells.Document]),
        ("adopt.series", [Tells.Document]),
        ("document.", [Tells.Document]),
        ("adopt.definition", [Tells.LodgedOn]),
        ("adopt.no_definition", [Tells.LodgedOn]),
        ("adopt.unknown_definition", [Tells.LodgedOn]),
        ("case.item", [Tells.LodgedOn]),
        ("adopt.participant", [Tells.Answers, Tells.Outcome]),
        ("vote.", [Tells.Answers]),
        ("adopt.draw", [Tells.Outcome]),
        ("adopt.block", [Tells.Outcome]),
        ("adopt.out_of_order", [Tells.Outcome, Tells.Answers]),
        ("adopt.day_out_of_bounds", [Tells.On, Tells.DocumentOn, Tells.Moment, Tells.Opened, Tells.Pause, Tells.Extension, Tells.LodgedOn]),
        ("party.", [Tells.PartyName, Tells.PartyPerson]),
        ("person.", [Tells.PartyPerson, Tells.Holder, Tells.Person, Tells.Answers]),
        ("material.", [Tells.Materials]),
        ("form.", [Tells.Form]),
        ("field.", [Tells.Form, Tells.Asked]),
        ("step.reasons", [Tells.Reasons, Tells.Outcome]),
        ("step.", [Tells.Outcome, Tells.Answers]),
        ("clock.", [Tells.Pause, Tells.Extension]),
    ];

    /// <summary>Returns the place of the column, from 1; 1 where the refusal is of the whole row.</summary>
    internal static int Of(Refusal refusal, ImmutableArray<(ToldColumn Column, string Text)> cells)
    {
        var values = Values(refusal.Message).ToHashSet(StringComparer.Ordinal);
        var concerned = Kinds(refusal).SelectMany(k => cells.Where(c => c.Column.Tells == k)).ToList();
        var named = concerned.Where(c => Names(c.Column, values)).ToList();
        var told = concerned.Where(c => Texts(c.Text).Any(values.Contains)).ToList();
        return named.Intersect(told).Concat(named).Concat(told).Concat(concerned).FirstOrDefault().Column?.Place ?? 1;
    }

    private static bool Names(ToldColumn column, HashSet<string> values) =>
        column.Field is { } field ? values.Contains(field.Id) : column.Name.Length > 0 && values.Contains(column.Name);

    private static Tells[] Kinds(Refusal refusal) =>
        Concerns.FirstOrDefault(c => refusal.Code.StartsWith(c.Code, StringComparison.Ordinal)).Tells ?? [];

    // A single letter says nothing about where it stands.
    private static IEnumerable<string> Texts(string cell) => cell.Split(';').Select(t => t.Trim()).Where(t => t.Length > 1);

    // Every value of a message, those of the phrases inside it too, as machines call it.
    private static IEnumerable<string> Values(Message message) => message.Values.SelectMany(v => Values(v.Value));

    private static IEnumerable<string> Values(MessageValue value) =>
        value switch
        {
            PhraseValue phrase => Values(phrase.Phrase),
            ListValue list => list.Items.SelectMany(Values),
            NameValue or WordsValue or CountValue or DayValue or MomentValue or LengthValue => [value.ToString()],
            _ => throw new UnreachableException($"No answer for {value.GetType().Name}."),
        };
}

using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;

namespace Workflow.Tests.Engine.Deciding;

/// <summary>No text of any command acts on a terminal, or stands on a line of its own where one is meant. Every member of every command is tried.</summary>
public sealed class WritingTests
{
    private const string Type = "do";

    private static readonly string[] Passages = ["reasons", "text", "opinion", "question", "words"];

    private static IEnumerable<Type> Commands =>
        typeof(CaseCommand)
            .GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false)
            .Cast<JsonDerivedTypeAttribute>()
            .Select(d => d.DerivedType);

    [Test]
    public void No_text_of_any_command_takes_a_sign_that_acts_and_does_not_show(
        [Values("\u001b[31m", "\u001b]0;标题\u0007", "\0", "\r", "\u202e", "\u2066", "\u0085", "\u2028")] string sign
    )
    {
        var tried = Commands.SelectMany(c => Spoilt(c, $"字{sign}字")).ToList();
        Assert.That(tried, Has.Count.GreaterThan(60));
        Assert.That(tried.Where(t => Code(t.Command) is null).Select(t => t.Where), Is.Empty);
    }

    [Test]
    public void A_line_break_stands_only_where_people_write_as_they_speak()
    {
        var tried = Commands.SelectMany(c => Spoilt(c, "第一行\n第二行")).ToList();
        var taken = tried.Where(t => Code(t.Command) is null).Select(t => t.Where.Split('.')[^1].Split('[')[0]).Distinct();
        Assert.That(taken, Is.SubsetOf(Passages));
        Assert.That(tried.Where(t => Code(t.Command) is { } code && code != "text.not_a_line"), Is.Empty);
    }

    [Test]
    public void No_text_of_any_command_passes_for_a_sealed_value()
    {
        var tried = Commands.SelectMany(c => Spoilt(c, "经审查，[sealed c449e091]属实")).ToList();
        Assert.That(tried, Has.Count.GreaterThan(60));
        Assert.That(tried.Where(t => Code(t.Command) != "text.reference").Select(t => t.Where), Is.Empty);
    }

    [Test]
    public void A_proof_and_the_name_of_a_value_are_lines_and_a_value_is_a_passage()
    {
        var form = System.Collections.Immutable.ImmutableSortedDictionary<string, FieldValue>.Empty;
        Assert.That(Code(new Comment("可"), "凭证\n伪造"), Is.EqualTo("text.not_a_line"));
        Assert.That(Code(new Lodge { Process = "p", Form = form.Add("a\nb", new TextValue("可")) }), Is.EqualTo("text.not_a_line"));
        Assert.That(Code(new Lodge { Process = "p", Form = form.Add("a", new TextValue("一\r\n二\t三")) }), Is.Null);
        Assert.That(Code(new Lodge { Process = "p", Form = form.Add("a", new TextValue("一\u001b二")) }), Is.EqualTo("text.not_plain"));
    }

    [Test]
    public void The_refusal_names_the_sign_and_shows_it_harmless()
    {
        var refusal = Writing.Check(new Request("clerk", new Comment("谢谢\u001b[31m")))!;
        Assert.That($"{refusal.Chinese}", Is.EqualTo("“谢谢<U+001B>[31m”中不得有看不见的控制字符，但含有 U+001B。请删去该字符后重试。"));
        Assert.That(
            $"{refusal.English}",
            Is.EqualTo(
                "Expected visible text, but \"谢谢<U+001B>[31m\" holds the control character U+001B. Take the sign out and try again."
            )
        );
    }

    private static string? Code(CaseCommand command, string? document = null) =>
        Writing.Check(new Request("clerk", command, Document: document))?.Code;

    // The command as often as it has texts, each time with another one spoilt.
    private static IEnumerable<(string Where, CaseCommand Command)> Spoilt(Type command, string text)
    {
        var made = LedgerJson.Write((CaseCommand)MadeUp.Of(command).First());
        for (var at = 0; at < Texts(JsonNode.Parse(made)!).Count(); at++)
        {
            var node = JsonNode.Parse(made)!;
            var place = Texts(node).ElementAt(at);
            var where = place.GetPath();
            place.ReplaceWith(text);
            yield return ($"{command.Name} {where}", LedgerJson.ReadCommand(node.ToJsonString()));
        }
    }

    private static IEnumerable<JsonValue> Texts(JsonNode node) =>
        node switch
        {
            JsonObject o => o.Where(m => m.Key != Type && m.Value is not null).SelectMany(m => Texts(m.Value!)),
            JsonArray a => a.Where(i => i is not null).SelectMany(i => Texts(i!)),
            JsonValue v when v.GetValueKind() == System.Text.Json.JsonValueKind.String && v.GetValue<string>() == "x" => [v],
            _ => [],
        };
}

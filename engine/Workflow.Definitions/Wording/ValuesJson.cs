using System.Diagnostics;
using System.Text.Json.Nodes;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Wording;

/// <summary>
/// The values of a message for a program that corrects its call: a name with its id and its title, a list as a list, a message
/// inside it with its own values, and everything else in one form whatever the language.
/// </summary>
public static class ValuesJson
{
    /// <summary>Returns the values by their names; null when there are none.</summary>
    /// <param name="message">The message.</param>
    /// <param name="table">The words of the messages inside it.</param>
    /// <param name="language">The language of titles and sentences.</param>
    public static JsonObject? Of(Message message, MessageTable table, Language language) =>
        message.Values.IsEmpty
            ? null
            : new JsonObject(message.Values.Select(v => KeyValuePair.Create(v.Name, (JsonNode?)Of(v.Value, table, language))));

    private static JsonNode Of(MessageValue value, MessageTable table, Language language) =>
        value switch
        {
            NameValue name => new JsonObject { ["id"] = name.Id, ["title"] = table.Say(name, language) },
            ListValue list => new JsonArray([.. list.Items.Select(item => Of(item, table, language))]),
            PhraseValue phrase => Of(phrase, table, language),
            WordsValue or CountValue or DayValue or MomentValue or LengthValue => JsonValue.Create(value.ToString()),
            _ => throw new UnreachableException($"No answer for {value.GetType().Name}."),
        };

    private static JsonObject Of(PhraseValue phrase, MessageTable table, Language language)
    {
        var said = new JsonObject { ["code"] = phrase.Phrase.Code, ["sentence"] = table.Say(phrase, language) };
        if (Of(phrase.Phrase, table, language) is { } values)
            said["values"] = values;
        return said;
    }
}

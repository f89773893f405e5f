using System.Diagnostics;
using System.Text.Json.Nodes;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;

namespace Workflow.Host.Wording;

/// <summary>
/// The values of a message for a program that corrects its call: a name with its id and its title, a list as a list, a message
/// inside it with its own values, and everything else in one form whatever the language.
/// </summary>
internal static class ValuesJson
{
    /// <summary>Returns the values by their names; null when there are none.</summary>
    /// <param name="message">The message.</param>
    /// <param name="language">The language of titles and sentences.</param>
    internal static JsonObject? Of(Message message, Language language)
    {
        var values = message.Values.Select(v => KeyValuePair.Create(v.Name, (JsonNode?)Of(v.Value, language)));
        return message.Values.IsEmpty ? null : new JsonObject(values);
    }

    private static JsonNode Of(MessageValue value, Language language) =>
        value switch
        {
            NameValue name => new JsonObject { ["id"] = name.Id, ["title"] = HostMessages.All.Say(name, language) },
            ListValue list => new JsonArray([.. list.Items.Select(item => Of(item, language))]),
            PhraseValue phrase => Of(phrase, language),
            WordsValue or CountValue or DayValue or MomentValue or LengthValue => JsonValue.Create(value.ToString()),
            _ => throw new UnreachableException($"No answer for {value.GetType().Name}."),
        };

    private static JsonObject Of(PhraseValue phrase, Language language)
    {
        var said = new JsonObject { ["code"] = phrase.Phrase.Code, ["sentence"] = HostMessages.All.Say(phrase, language) };
        if (Of(phrase.Phrase, language) is { } values)
            said["values"] = values;
        return said;
    }
}

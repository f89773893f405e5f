using System.Text.Json;
using System.Text.Json.Nodes;
using Workflow.Host.Wording;

namespace Workflow.Host.Answers.Json;

/// <summary>Where two JSON texts differ, value by value.</summary>
public static class JsonDifference
{
    public const string Nothing = "–";

    public static IEnumerable<(string Place, string Was, string Now)> Between(JsonNode? was, JsonNode? now, string place = "")
    {
        if (JsonNode.DeepEquals(was, now))
            return [];
        return (was, now) switch
        {
            (JsonObject a, JsonObject b) => a.Select(p => p.Key)
                .Union(b.Select(p => p.Key))
                .SelectMany(k => Between(a[k], b[k], place.Length == 0 ? k : $"{place}.{k}")),
            (JsonArray a, JsonArray b) => Enumerable
                .Range(0, Math.Max(a.Count, b.Count))
                .SelectMany(i => Between(i < a.Count ? a[i] : null, i < b.Count ? b[i] : null, $"{place}[{i + 1}]")),
            _ => [(place, Text(was), Text(now))],
        };
    }

    // A text is shown as people write it, without quotes and escapes.
    private static string Text(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node?.ToJsonString(AnswerJson.Plain) ?? Nothing;
}

using System.Collections.Frozen;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using YamlDotNet.Serialization;

namespace Workflow.Definitions.Wording;

/// <summary>Values that a sentence shows where there is no file to take them from, as in the guide to lint: see <c>specimens.yaml</c>.</summary>
internal sealed class Specimens
{
    private const string Resource = "specimens.yaml";

    private readonly MessageTable _table;
    private readonly FrozenDictionary<string, object> _any;
    private readonly FrozenDictionary<string, FrozenDictionary<string, object>> _of;

    private Specimens(MessageTable table, WrittenSpecimen written)
    {
        _table = table;
        _any = written.Any.ToFrozenDictionary(StringComparer.Ordinal);
        _of = written.Of.ToFrozenDictionary(c => c.Key, c => c.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>The values of the shipped table.</summary>
    internal static Specimens Shipped { get; } = Read(MessageTable.Shipped);

    /// <summary>The codes that have values of their own.</summary>
    internal IEnumerable<string> Codes => _of.Keys;

    /// <summary>Makes a message of a row; a value that nobody wrote is an ellipsis.</summary>
    internal Message Of(MessageRow row)
    {
        var own = _of.GetValueOrDefault(row.Code);
        var names = row.Templates.SelectMany(t => t.Names).Distinct();
        return new Message(row.Code, [.. names.Select(n => (n, Value(own?.GetValueOrDefault(n) ?? _any.GetValueOrDefault(n) ?? "…")))]);
    }

    private MessageValue Value(object written) =>
        written switch
        {
            List<object> items => MessageValue.List(items.Select(Value)),
            Dictionary<object, object> phrase => Phrase(phrase),
            string text when _table.Rows.TryGetValue(text, out var row) && !row.IsSentence => new Message(text),
            _ => $"{written}",
        };

    private MessageValue Phrase(Dictionary<object, object> phrase) =>
        new Message((string)phrase["say"], [.. phrase.Where(v => v.Key is not "say").Select(v => ((string)v.Key, Value(v.Value)))]);

    private static Specimens Read(MessageTable table) => new(table, ShippedYaml.Read<WrittenSpecimen>(Resource));

    // Written by the deserializer.
    private sealed class WrittenSpecimen
    {
        [YamlMember(Alias = "any")]
        public Dictionary<string, object> Any { get; set; } = [];

        [YamlMember(Alias = "of")]
        public Dictionary<string, Dictionary<string, object>> Of { get; set; } = [];
    }
}

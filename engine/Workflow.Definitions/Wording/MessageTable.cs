using System.Collections.Frozen;
using System.Reflection;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Refusals;
using YamlDotNet.Serialization;

namespace Workflow.Definitions.Wording;

/// <summary>
/// The words of every code, in both languages, from the YAML files of an assembly whose resource names begin with
/// <c>messages.</c>. A row is <c>code: {status, exit, zh, en, way: {zh, en}}</c>.
/// </summary>
public sealed class MessageTable
{
    private const string Prefix = "messages.";

    /// <summary>The name of the value that holds a way out which depends on what was found.</summary>
    public const string Way = "way";

    /// <summary>The name of the value that holds what the article behind a problem says.</summary>
    public const string Law = "law";

    private readonly FrozenDictionary<string, MessageRow> _rows;
    private readonly Speech _zh;
    private readonly Speech _en;

    private MessageTable(IEnumerable<MessageRow> rows)
    {
        _rows = rows.ToFrozenDictionary(r => r.Code, StringComparer.Ordinal);
        (_zh, _en) = (new Speech(this, Language.Zh), new Speech(this, Language.En));
    }

    /// <summary>The words of engine, storage and definitions.</summary>
    public static MessageTable Shipped { get; } = Of(typeof(MessageTable).Assembly);

    /// <summary>The rows by their codes.</summary>
    public IReadOnlyDictionary<string, MessageRow> Rows => _rows;

    /// <summary>Reads the words of several assemblies.</summary>
    /// <exception cref="ArgumentException">A code has two rows.</exception>
    public static MessageTable Of(params IEnumerable<Assembly> assemblies) => new(assemblies.SelectMany(Read));

    /// <summary>Says a message.</summary>
    /// <exception cref="KeyNotFoundException">The code has no row, or the message lacks a value that its sentence names.</exception>
    public Said Say(Message message, Language language)
    {
        var row = _rows[message.Code];
        var speech = language == Language.Zh ? _zh : _en;
        return new Said(row.Sentence(language).Fill(message, speech), row.Way(language)?.Fill(message, speech) ?? OwnWay(message, language))
        {
            Law = LawOf(message, language),
        };
    }

    // Where the way out depends on what was found, it is a message of its own, the value "way"; a message that quotes another passes on its way out.
    private string? OwnWay(Message message, Language language) =>
        message.Value(Way) is PhraseValue way
            ? Say(way.Phrase, language).Sentence
            : message
                .Values.Select(v => v.Value)
                .OfType<PhraseValue>()
                .Select(p => Say(p.Phrase, language).WayOut)
                .FirstOrDefault(w => w is not null);

    private string? LawOf(Message message, Language language) =>
        message.Value(Law) is PhraseValue law ? Say(law.Phrase, language).Sentence : null;

    /// <summary>Says a refusal.</summary>
    public Said Say(Refusal refusal, Language language) => Say(refusal.Message, language);

    /// <summary>Says a value as a sentence shows it.</summary>
    public string Say(MessageValue value, Language language) => (language == Language.Zh ? _zh : _en).Of(value);

    private static IEnumerable<MessageRow> Read(Assembly assembly) =>
        assembly
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(n => Read(assembly, n));

    private static IEnumerable<MessageRow> Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        var rows = new DeserializerBuilder().Build().Deserialize<Dictionary<string, WrittenRow>?>(reader) ?? [];
        var chapter = Path.GetFileNameWithoutExtension(name[Prefix.Length..]);
        return rows.Select(r => r.Value.Row(r.Key) with { Chapter = chapter }).ToList();
    }

    // Written by the deserializer.
    private sealed class WrittenRow
    {
        [YamlMember(Alias = "status")]
        public int? Status { get; set; }

        [YamlMember(Alias = "exit")]
        public int? Exit { get; set; }

        [YamlMember(Alias = "zh")]
        public string Zh { get; set; } = "";

        [YamlMember(Alias = "en")]
        public string En { get; set; } = "";

        [YamlMember(Alias = "way")]
        public WrittenWay? Way { get; set; }

        internal MessageRow Row(string code) =>
            new(code, Status, Template.Read(Zh), Template.Read(En), Read(Way?.Zh), Read(Way?.En)) { Exit = Exit };

        private static Template? Read(string? text) => text is null ? null : Template.Read(text);
    }

    private sealed class WrittenWay
    {
        [YamlMember(Alias = "zh")]
        public string? Zh { get; set; }

        [YamlMember(Alias = "en")]
        public string? En { get; set; }
    }
}

using System.Collections.Immutable;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Registers;

/// <summary>Takes the values of one map of the register and reports what is missing, malformed or unknown.</summary>
internal sealed class RegisterKeys(MapSyntax map, Problems problems)
{
    internal Position At => map.At;

    internal Problems Problems => problems;

    internal static RegisterKeys? Of(SyntaxNode? value, Message what, Problems problems)
    {
        if (value is MapSyntax map)
            return new RegisterKeys(map, problems);
        if (value is not null)
            problems.Error(value.At, RegisterProblems.Shape(what));
        return null;
    }

    internal RegisterKeys Only(params string[] known)
    {
        foreach (var entry in map.Entries.Where(e => !known.Contains(e.Key)))
            problems.Error(entry.KeyAt, RegisterProblems.UnknownKey(known, entry.Key));
        map = MeantKeys.Of(map, known);
        return this;
    }

    internal Position PlaceOf(string key) => map[key]?.At ?? map.At;

    internal bool Has(string key) => map[key] is not null;

    internal bool IsEmptyList(string key) => map[key] is ListSyntax { Items.Count: 0 };

    internal string Text(string key)
    {
        if (!Has(key))
            problems.Error(map.At, RegisterProblems.Missing(key));
        return Optional(key) ?? "";
    }

    /// <summary>A title that must be there, as definitions write one.</summary>
    internal LocalizedText Title(string key)
    {
        if (!Has(key))
            problems.Error(map.At, RegisterProblems.Missing(key));
        return Title(map[key]) ?? new LocalizedText("");
    }

    /// <summary>Checks the titles under the ids of a map; they are taken where definitions are read.</summary>
    internal void Titles(string key)
    {
        foreach (var entry in Entries(key))
            Title(entry.Value);
    }

    private LocalizedText? Title(SyntaxNode? written) => TitleReader.Read(new Scope(Walk.Alone(problems)), written, Things.Title);

    internal string? Optional(string key) => map[key] is { } value ? Word(value, key) : null;

    internal string OneOf(string key, ImmutableArray<string> choices)
    {
        var text = Text(key);
        if (text.Length > 0 && !choices.Contains(text))
            problems.Error(PlaceOf(key), RegisterProblems.Choice(key, choices, text));
        return text;
    }

    /// <summary>What the word of a key stands for; of a word that is none of them, which is reported, the first.</summary>
    internal T Word<T>(string key, ImmutableArray<(string Word, T Meant)> words)
    {
        var text = OneOf(key, [.. words.Select(w => w.Word)]);
        return words.FirstOrDefault(w => w.Word == text, words[0]).Meant;
    }

    /// <summary>The span of the keys <c>from</c> and <c>to</c>, both included; without a key it is open on that side.</summary>
    internal PeriodInForce Days()
    {
        var days = new PeriodInForce(Date("from") ?? DateOnly.MinValue, Date("to"));
        if (days.To is { } to && to < days.From)
            problems.Error(PlaceOf("to"), RegisterProblems.Days(days.From, to));
        return days;
    }

    internal IEnumerable<RegisterKeys> List(string key) =>
        Items(key).Select(item => Of(item, Things.EachItemOf(key), problems)).OfType<RegisterKeys>();

    internal IEnumerable<string> Words(string key) => Items(key).Select(item => Word(item, key)).OfType<string>();

    /// <summary>The words of a list, each with its place.</summary>
    internal IEnumerable<(string Text, Position At)> Placed(string key) =>
        Items(key).Select(item => (Text: Word(item, key)!, item.At)).Where(w => w.Text is not null);

    /// <summary>The entries of a map from id to something.</summary>
    internal IEnumerable<MapEntry> Entries(string key) => Of(map[key], Things.Quoted(key), problems)?.AllEntries ?? [];

    private IReadOnlyList<MapEntry> AllEntries => map.Entries;

    private IReadOnlyList<SyntaxNode> Items(string key)
    {
        if (map[key] is null or ListSyntax)
            return (map[key] as ListSyntax)?.Items ?? [];
        problems.Error(map[key]!.At, RegisterProblems.List(key));
        return [];
    }

    private string? Word(SyntaxNode value, string key)
    {
        if (value is ScalarSyntax { Text.Length: > 0 } scalar)
            return scalar.Text;
        problems.Error(value.At, RegisterProblems.NoText(key));
        return null;
    }

    private DateOnly? Date(string key)
    {
        if (Optional(key) is not { } text)
            return null;
        if (WrittenDay.Read(text) is { } date)
            return date;
        problems.Error(PlaceOf(key), RegisterProblems.Date(key, text));
        return null;
    }
}

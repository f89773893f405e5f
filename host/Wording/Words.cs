using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;
using Workflow.Host.Opening;

namespace Workflow.Host.Wording;

/// <summary>Text for people, zh-CN first and English second: from the JSON file of each language, and sentences from the table of messages.</summary>
public sealed class Words
{
    private static readonly Words Chinese = new(Language.Zh);
    private static readonly Words English = new(Language.En);
    private readonly FrozenDictionary<string, string> _words;

    private Words(Language language)
    {
        Language = language;
        using var stream = Embedded.Open($"Workflow.Host.Wording.{Tag}.json");
        _words = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
        (Json, Indented) = (AnswerJson.For(this, indented: false), AnswerJson.For(this, indented: true));
    }

    public Language Language { get; }

    /// <summary>The language as pages and options name it.</summary>
    public string Tag => Language == Language.En ? "en" : "zh";

    public IEnumerable<string> Keys => _words.Keys;

    /// <summary>How answers in this language are written as JSON.</summary>
    public JsonSerializerOptions Json { get; }

    /// <summary>The same on many lines, for people who read it.</summary>
    public JsonSerializerOptions Indented { get; }

    /// <summary>Whether somebody wrote a text for a key.</summary>
    public bool Has(string key) => _words.ContainsKey(key);

    /// <summary>The text of a key.</summary>
    /// <exception cref="UnreachableException">Nobody wrote one.</exception>
    public string this[string key] =>
        _words.TryGetValue(key, out var text) ? text : throw new UnreachableException($"No text for '{key}' in '{Tag}'.");

    /// <summary>The texts of several keys, as the columns of a table have them; an empty key is a column without a heading.</summary>
    internal ImmutableArray<string> Each(params ReadOnlySpan<string> keys)
    {
        return [.. keys.ToArray().Select(key => key.Length == 0 ? "" : this[key])];
    }

    /// <summary>The text of a key with values in its places; what has a name stands there by its title.</summary>
    public string Say(string key, params object?[] values) =>
        string.Format(CultureInfo.InvariantCulture, this[key], [.. values.Select(v => v is NameValue name ? Title(name) : v)]);

    /// <summary>A message of the table.</summary>
    public Said Say(Message message) => HostMessages.All.Say(message, Language);

    /// <summary>A message of the table on one line.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="values">The values that its sentence names.</param>
    public string Tell(string code, params ReadOnlySpan<(string Name, MessageValue Value)> values) =>
        Say(new Message(code, values)).ToString();

    /// <summary>A message of the table on one line.</summary>
    public string Tell(Message message) => Say(message).ToString();

    /// <summary>A refusal as answers carry it.</summary>
    public RefusalWords Tell(Refusal refusal)
    {
        var said = Say(refusal.Message);
        return new RefusalWords(refusal.Code, said.Sentence, said.WayOut)
        {
            Values = ValuesJson.Of(refusal.Message, HostMessages.All, Language),
        };
    }

    /// <summary>A length of time.</summary>
    public string Period(Period period) => Say("period", period.Amount, Unit(period.Unit, period.Amount));

    /// <summary>What a limit counts, as it stands after an amount; days where it counts nothing.</summary>
    public string Unit(PeriodUnit? unit, object? amount) =>
        $"{amount}" == "1" ? this[$"unit.one.{unit ?? PeriodUnit.Days}"] : this[$"unit.{unit ?? PeriodUnit.Days}"];

    /// <summary>Several things in one sentence.</summary>
    public string List(IEnumerable<string> things) => string.Join(this["list"], things);

    /// <summary>Several things that may be lists themselves.</summary>
    public string Clauses(IEnumerable<string> clauses) => string.Join(this["list.clauses"], clauses);

    public string Weekday(DateOnly day) => this[$"weekday.{(int)day.DayOfWeek}"];

    /// <summary>The title of a definition; Chinese where there is no translation.</summary>
    public string Title(LocalizedText title) => Language == Language.En ? title.En ?? title.Zh : title.Zh;

    /// <summary>What people call a thing; Chinese where it has no English title.</summary>
    public string Title(NameValue name) => Language == Language.En ? name.En ?? name.Zh : name.Zh;

    /// <summary>What people call the result of a case; null while it has none.</summary>
    public string? End(ProcessDefinition definition, string? result) => result is null ? null : Title(Ends.Title(definition, result));

    public static Words In(Language language) => language == Language.En ? English : Chinese;

    /// <summary>The words of a language by its tag; Chinese where nobody speaks it.</summary>
    public static Words In(string tag) => In(Languages.Find(tag) ?? Language.Zh);

    /// <summary>The words of the page that a library writes, in the language that the request was given.</summary>
    internal static Words OfPage => In(CultureInfo.CurrentUICulture.Name);

    /// <summary>A text that cannot follow its reader: Chinese first and English second.</summary>
    internal static string Both(string key) => $"{Chinese[key]} / {English[key]}";

    /// <summary>The cookie of pages that keeps the language somebody chose.</summary>
    public const string Cookie = "workflow-language";

    /// <summary>The words a request asks for: those chosen on a page, else English when Accept-Language prefers it to Chinese.</summary>
    public static Words Of(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is { } chosen && Languages.Find(chosen) is { } language)
            return In(language);
        var asked = context
            .Request.GetTypedHeaders()
            .AcceptLanguage.Where(l => l.Quality is not 0)
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => Languages.Find(l.Value.Value ?? ""));
        return In(asked.FirstOrDefault(l => l is not null) ?? Language.Zh);
    }
}

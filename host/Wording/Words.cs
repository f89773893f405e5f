using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Host.Wording;

/// <summary>Text for people, zh-CN first and English second, from the JSON file of each language.</summary>
public sealed class Words
{
    private static readonly Words Chinese = new("zh");
    private static readonly Words English = new("en");
    private readonly FrozenDictionary<string, string> _words;

    private Words(string language)
    {
        Language = language;
        using var stream = typeof(Words).Assembly.GetManifestResourceStream($"Workflow.Host.Wording.{language}.json")
            ?? throw new InvalidOperationException($"Expected the words of '{language}' in the assembly.");
        _words = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public string Language { get; }

    public IEnumerable<string> Keys => _words.Keys;

    /// <summary>The text of a key, or the key itself where nobody wrote one.</summary>
    public string this[string key] => _words.GetValueOrDefault(key, key);

    /// <summary>The text of a key with values in its places.</summary>
    public string Say(string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>A length of time.</summary>
    public string Period(Period period) => Say("period", period.Amount, Unit(period.Unit));

    /// <summary>What a limit counts; days where it counts nothing.</summary>
    public string Unit(PeriodUnit? unit) => this[$"unit.{unit ?? PeriodUnit.Days}"];

    public string Weekday(DateOnly day) => this[$"weekday.{(int)day.DayOfWeek}"];

    /// <summary>The title of a definition; Chinese where there is no translation.</summary>
    public string Title(LocalizedText title) => Language == "en" ? title.En ?? title.Zh : title.Zh;

    /// <summary>What people call the result of a case; null while it has none.</summary>
    public string? End(ProcessDefinition definition, string? result) => result is null ? null : Title(Ends.Title(definition, result));

    /// <summary>What a refusal means in a few words; null for a code that nobody has put into words.</summary>
    public string? Refusal(string code) => _words.GetValueOrDefault($"refusal.{code}");

    /// <summary>A refusal for people: in Chinese the words of its code go before the sentence, which names the things.</summary>
    public string Refusal(string code, string sentence) => Language == "zh" && Refusal(code) is { } known ? $"{known}（{sentence}）" : sentence;

    public static Words In(string language) => language == "en" ? English : Chinese;

    /// <summary>The words a request asks for: English when Accept-Language prefers it to Chinese.</summary>
    public static Words Of(HttpContext context)
    {
        var asked = context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value ?? "").FirstOrDefault(l => Is(l, "zh") || Is(l, "en"));
        return In(asked is not null && Is(asked, "en") ? "en" : "zh");
    }

    private static bool Is(string asked, string language) => asked.StartsWith(language, StringComparison.OrdinalIgnoreCase);
}

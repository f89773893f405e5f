using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Workflow.Host.Opening;

namespace Workflow.Host.Commands;

/// <summary>Options that several verbs have, and the JSON they write.</summary>
public static class Shared
{
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static Option<string> Database() => new("--database")
    {
        Description = "The database file.",
        HelpName = "FILE",
        DefaultValueFactory = _ => DatabaseFile.Default,
    };

    public static Option<string?> Definitions() => new("--definitions")
    {
        Description = "The folder of definitions; without it 'definitions' here, above, or beside the program.",
        HelpName = "FOLDER",
    };

    /// <summary>An address of the web, http or https.</summary>
    public static Option<Uri?> Address(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "URL",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
            result.AddError($"Expected an http address for {name}, but found '{result.Tokens[0].Value}'.");
            return null;
        },
    };

    public static Option<string> Language()
    {
        var language = new Option<string>("--language") { Description = "zh or en.", DefaultValueFactory = _ => "zh" };
        language.AcceptOnlyFromAmong("zh", "en");
        return language;
    }

    /// <summary>A moment that somebody asks about; of a later one than now nobody knows anything yet.</summary>
    public static DateTimeOffset? NotLater(DateTimeOffset? at) => at > TimeProvider.System.GetUtcNow() ? TimeProvider.System.GetUtcNow() : at;

    public static OpeningRefusedException NoCase(string file, string number) =>
        new($"Expected a case, but '{file}' has none with the number '{number}' by then; run 'cases' to see which there are.");

    public static Option<bool> AsJson() => new("--json") { Description = "Write JSON." };

    public static void WriteJson<T>(this Terminal terminal, T value) => terminal.Out.WriteLine(JsonSerializer.Serialize(value, Json));
}

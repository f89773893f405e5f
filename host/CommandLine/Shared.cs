using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Workflow.Host.Wording;
using Workflow.Definitions.Due;
using Workflow.Host.Opening;

namespace Workflow.Host.CommandLine;

/// <summary>Options that several verbs have, and the JSON they write.</summary>
public static class Shared
{
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
    public static Option<Uri?> Address(Words words, string name, string description) => new(name)
    {
        Description = description,
        HelpName = "URL",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
            result.AddError(words.Tell("verb.address", ("option", name), ("found", result.Tokens[0].Value)));
            return null;
        },
    };

    /// <summary>A legal day.</summary>
    public static Option<DateOnly?> Day(Words words, string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DAY",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError(words.Tell("verb.day", ("option", name), ("found", result.Tokens[0].Value)));
            return null;
        },
    };

    /// <summary>A moment, read where the zone of the authority is known.</summary>
    public static Option<WrittenMoment?> Moment(Words words, string name, string description) => new(name)
    {
        Description = description,
        HelpName = "MOMENT",
        CustomParser = result =>
        {
            if (WrittenMoment.Read(result.Tokens[0].Value) is { } moment) return moment;
            result.AddError(words.Tell("verb.moment", ("option", name), ("example", WrittenMoment.Example), ("found", result.Tokens[0].Value)));
            return null;
        },
    };

    /// <summary>A whole number.</summary>
    public static Option<int?> Number(Words words, string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
            result.AddError(words.Tell("verb.number", ("option", name), ("found", result.Tokens[0].Value)));
            return null;
        },
    };

    /// <summary>Adds a check of what options say together.</summary>
    /// <remarks>The parser runs checks before it has read the options: of one that does not read the check cannot judge, and what is wrong is that.</remarks>
    public static void Check(this Command verb, Action<CommandResult> check) => verb.Validators.Add(result =>
    {
        try
        {
            check(result);
        }
        catch (InvalidOperationException e)
        {
            result.AddError(e.Message);
        }
    });

    /// <summary>A moment that somebody asks about; of a later one than now nobody knows anything yet.</summary>
    public static DateTimeOffset? NotLater(DateTimeOffset? at) => at > TimeProvider.System.GetUtcNow() ? TimeProvider.System.GetUtcNow() : at;

    public static Option<bool> AsJson() => new("--json") { Description = "Write JSON." };

    public static void WriteJson<T>(this Terminal terminal, T value) => terminal.Out.WriteLine(JsonSerializer.Serialize(value, terminal.Words.Indented));
}

using System.Globalization;

namespace Workflow.Host.Opening;

/// <summary>
/// What whoever runs the program has set: the environment as <c>WORKFLOW_NAME</c>, else the section <c>Workflow</c> of
/// <c>appsettings.json</c> in the current folder. An option of the command line outweighs both.
/// </summary>
public sealed class Settings(IConfiguration files, Func<string, string?> environment)
{
    /// <summary>The prefix of the settings in the environment.</summary>
    public const string Prefix = "WORKFLOW_";

    /// <summary>A setting; null where nobody has set it.</summary>
    public string? this[string name] =>
        environment(Prefix + name.ToUpperInvariant()) is { Length: > 0 } set ? set : files[$"Workflow:{name}"];

    /// <summary>Reads those of this process.</summary>
    public static Settings Read()
    {
        var kind =
            Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
            ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
            ?? "Production";
        var files = new ConfigurationBuilder()
            .SetBasePath(Directory.GetCurrentDirectory())
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile($"appsettings.{kind}.json", optional: true)
            .Build();
        return new Settings(files, Environment.GetEnvironmentVariable);
    }

    /// <summary>An address of the web; null where nobody has set it.</summary>
    /// <exception cref="OpeningRefusedException">It is none.</exception>
    public Uri? Address(string name) =>
        this[name] is { } text ? AddressIn(text) ?? throw OpeningRefusals.NoAddress(Prefix + name.ToUpperInvariant(), text) : null;

    /// <summary>The web address that a text is; null when it is none.</summary>
    public static Uri? AddressIn(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <summary>A whole number from 1 on; null where nobody has set it.</summary>
    /// <exception cref="OpeningRefusedException">It is none.</exception>
    public int? Count(string name) =>
        this[name] is { } text ? CountIn(text) ?? throw OpeningRefusals.NoCount(Prefix + name.ToUpperInvariant(), text) : null;

    private static int? CountIn(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : null;
}

using Workflow.Host.Identity;
using Workflow.Host.Opening;

namespace Workflow.Host;

/// <summary>How to serve.</summary>
public sealed record ServeOptions
{
    public const string DefaultUrls = "http://127.0.0.1:5080";

    public required string Database { get; init; }

    /// <summary>The folder of definitions; null to find it.</summary>
    public string? Definitions { get; init; }

    /// <summary>The folder as read already, by whoever starts several hosts with it; null to read it.</summary>
    public DefinitionFolder? Read { get; init; }

    /// <summary>Where to listen, whatever else says so; null for what the environment or <c>appsettings.json</c> says, or the default.</summary>
    public string? Urls { get; init; }

    /// <summary>Whether to make tokens for the people of the demonstration.</summary>
    public bool Demo { get; init; }

    /// <summary>Where messages are posted; null for the log.</summary>
    public Uri? Webhook { get; init; }

    /// <summary>The folder outside that receives a file for each seal; null for none.</summary>
    public string? Receipts { get; init; }

    /// <summary>The time-stamp authority asked for a token of each seal; null for none.</summary>
    public Uri? Authority { get; init; }

    /// <summary>The path under which a proxy shows the program; null for the root.</summary>
    public string? PathBase { get; init; }

    /// <summary>The proxies that are believed beside those on this machine, separated by commas; null for none.</summary>
    public string? Proxies { get; init; }

    /// <summary>How much one person and one address may ask.</summary>
    public RateLimits Rates { get; init; } = new();

    /// <summary>Where the time comes from.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The least level that is logged.</summary>
    public LogLevel LogFrom { get; init; } = LogLevel.Information;

    /// <summary>Whether the recurring works run in this process.</summary>
    public bool Sweeps { get; init; } = true;
}

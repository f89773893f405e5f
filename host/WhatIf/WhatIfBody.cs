using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Workflow.Host.Answers;
using Workflow.Host.Answers.Json;
using Workflow.Host.Opening;

namespace Workflow.Host.WhatIf;

/// <summary>What is to be otherwise, as a request gives it; at least one of the three.</summary>
public sealed partial record WhatIfBody
{
    private const int MaxDepth = 4;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        MaxDepth = MaxDepth,
        RespectNullableAnnotations = true,
    };

    /// <summary>The YAML of a definition that takes the place of every one of its process.</summary>
    public string? Definition { get; init; }

    /// <summary>The lengths of clocks, by their ids: <c>{"joint": "25 working days"}</c>.</summary>
    public Dictionary<string, string> Limits { get; init; } = [];

    /// <summary>The YAML of calendar files that take the place of the recorded ones, by their names: <c>{"2027.yaml": "…"}</c>.</summary>
    public Dictionary<string, string> Calendars { get; init; } = [];

    /// <summary>The moment up to which time passes, without an offset in the zone of the authority; without it, that of the last entry of the database.</summary>
    public string? Until { get; init; }

    internal static Task<WhatIfBody> Read(HttpContext context, CancellationToken cancellation) =>
        Bodies.ReadJson(
            context.Request,
            text =>
            {
                var body = JsonBody.Read<WhatIfBody>(text, Options);
                if (body is { Definition: null, Limits.Count: 0, Calendars.Count: 0 })
                    throw WhatIfRefusals.Nothing();
                AskedMoment.Read("until", body.Until);
                return body;
            },
            cancellation
        );

    /// <summary>The moment up to which time passes, as the ledger's authority reads it; null for none.</summary>
    internal DateTimeOffset? Ends(RecordedLedger ledger) => ledger.Through(AskedMoment.Read("until", Until));

    /// <summary>Reads what it gives.</summary>
    /// <exception cref="OpeningRefusedException">Something in it does not read.</exception>
    internal (Alternative Alternative, System.Collections.Immutable.ImmutableArray<string> Named) For(
        RecordedLedger ledger,
        Workplace place,
        Scratch scratch
    )
    {
        var alternative = new Alternative
        {
            Definition = Definition is null
                ? null
                : Otherwise.Definition("definition", Encoding.UTF8.GetBytes(Definition), place.Folder.Library),
            Calendars = Calendars.Count == 0 ? null : Otherwise.Calendars(Laid(scratch)),
            Limits = Otherwise.Limits(Limits.Select(l => (l.Key, l.Value)), ledger),
        };
        return (
            alternative,
            [
                .. Definition is null ? [] : (string[])[alternative.Definition!.Id],
                .. Calendars.Keys.Order(StringComparer.Ordinal),
                .. Limits.Select(l => $"{l.Key}={l.Value}"),
            ]
        );
    }

    // Calendars are checked against each other as a folder; their names are held to those of calendars before one becomes a path.
    private string Laid(Scratch scratch)
    {
        foreach (var (name, text) in Calendars)
        {
            if (!CalendarName().IsMatch(name))
                throw WhatIfRefusals.CalendarName();
            File.WriteAllText(scratch.File(name), text);
        }

        return scratch.Folder;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,60}\\.yaml\\z")]
    private static partial Regex CalendarName();
}

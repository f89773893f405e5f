using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Workflow.Engine.Processes;
using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Definitions;
using Workflow.Host.Jobs;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Mining.Logs;
using Workflow.Mining.Maps;

namespace Workflow.Host.Mining;

/// <summary>
/// <c>POST /api/conform</c>: judges an uploaded event log (part <c>log</c>) by published definitions (<c>process</c>, <c>digest</c>)
/// or by some that come along (parts <c>definition</c>), read as the part <c>map</c> says. Everything is bounded before it is parsed.
/// </summary>
public static class ConformLog
{
    /// <summary>The most bytes of a log as it is uploaded, gzipped or not.</summary>
    public const long LargestLog = 64 << 20;

    private const long LargestText = 1 << 20;
    private const long MostBytes = LargestLog + (2 + ConformanceSet.Most) * LargestText;

    // A gzipped log is some ten times larger when read; an office does not wait for more.
    private static readonly XesLimits Limits = XesLimits.Default with { Characters = 1L << 30 };

    private static readonly Dictionary<string, long> Most = new(StringComparer.Ordinal)
    {
        ["log"] = LargestLog,
        ["map"] = LargestText,
        ["definition"] = LargestText,
    };

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/conform", Handle)
            .ForAuditorsInTurn(
                "ConformLog",
                "符合性检查 / Judges an event log (XES) by definitions: parts log, map, definition (several where the map chooses); "
                    + "format json, html or text"
            )
            .TakesParts(MostBytes)
            .Produces<object>()
            .Produces<string>(200, "text/html", "text/plain")
            .Refuses(404);

    private static async Task<IResult> Handle(
        HttpContext context,
        Workplace place,
        [AsParameters] ConformRequest query,
        CancellationToken cancellation,
        [FromQuery(Name = "process")] string[]? process = null
    )
    {
        var asked = query with { Processes = process ?? [] };
        var format = Format(asked);
        var scratch = Scratch.Of(context);
        var parts = await UploadedParts.Read(context, scratch, Most, cancellation);
        var log = parts.Required("log");
        using var reader = new XesReader(log.FileName, File.OpenRead(log.Path), Limits);
        Refuse(reader);
        var by = By(parts, Judges(parts, place, asked), reader);
        Write(scratch.File("report"), new Judging(log.FileName, by, format, Words.Of(context)), reader, cancellation);
        AccessKeeping.Tell(context, string.Join(' ', by.All.Select(c => c.Definition.Definition.Id)));
        return Results.File(scratch.File("report"), MediaType(format));
    }

    private static string Format(ConformRequest asked)
    {
        var format = KnownWord.Among("format", Judging.Formats, asked.Format) ?? "json";
        if (asked.Calendar is not (null or Conformance.Weekdays))
            throw MiningRefusals.Calendar();
        return format;
    }

    private static ImmutableArray<Judged> Judges(UploadedParts parts, Workplace place, ConformRequest asked)
    {
        var calendars = asked.Calendar is null ? place.Folder.Calendars : null;
        return [.. Definitions(parts, place, asked).Select(d => new Judged(d, calendars))];
    }

    private static void Write(string file, Judging judging, XesReader reader, CancellationToken cancellation)
    {
        try
        {
            using var report = File.Create(file);
            judging.Write(report, reader, cancellation);
        }
        catch (OpeningRefusedException)
        {
            Refuse(reader);
            throw;
        }
    }

    private static string MediaType(string format) =>
        format switch
        {
            "html" => "text/html; charset=utf-8",
            "text" => "text/plain; charset=utf-8",
            "json" => "application/json",
            _ => throw new UnreachableException($"No format is called {format}."),
        };

    private static void Refuse(XesReader reader)
    {
        if (reader.Fault is { } fault)
            throw LogRefusals.Broken(fault);
    }

    private static ConformanceSet By(UploadedParts parts, IReadOnlyList<Judged> judged, XesReader reader)
    {
        var map = parts.One("map");
        if (map is null && !OwnLog.Wrote(reader.Head))
            throw MiningRefusals.MapMissing();
        return ConformanceSet.Of(
            judged,
            map is null ? null : new NamedText(map.FileName, File.ReadAllBytes(map.Path)),
            reader.Head,
            _ => { }
        );
    }

    private static PublishedProcess Sent(UploadedPart part, Workplace place)
    {
        var text = new NamedText(part.FileName, File.ReadAllBytes(part.Path));
        return PublishedProcess.Of(Conformance.ReadDefinition(text, place.Folder.Library));
    }

    private static IEnumerable<PublishedProcess> Definitions(UploadedParts parts, Workplace place, ConformRequest asked)
    {
        var sent = parts.All("definition").ToList();
        if (sent.Count > 0)
            return sent.Select(part => Sent(part, place));
        if (asked.Processes is not { Length: > 0 } names)
            throw MiningRefusals.DefinitionMissing();
        if (asked.Digest is not null && names.Length > 1)
            throw MiningRefusals.Digest(names.Length);
        return names.Select(name => Published(place, name, asked.Digest));
    }

    private static PublishedProcess Published(Workplace place, string name, string? digest)
    {
        var chosen =
            place.Processes.List(name).FirstOrDefault(p => digest is null || p.Digest == digest)
            ?? throw DefinitionRefusals.None(name, digest, place.Processes.List());
        return place.Processes.Find(chosen.Digest)!;
    }

    /// <summary>The query: published processes and, for one, one of its digests, the latest without; the form of the report; the calendar.</summary>
    public sealed record ConformRequest
    {
        [FromQuery(Name = "digest")]
        public string? Digest { get; init; }

        [FromQuery(Name = "format")]
        public string? Format { get; init; }

        [FromQuery(Name = "calendar")]
        public string? Calendar { get; init; }

        // An array that is no parameter of its own would be asked for.
        internal string[] Processes { get; init; } = [];
    }
}

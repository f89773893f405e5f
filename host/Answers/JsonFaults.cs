using System.Text.Json;
using System.Text.RegularExpressions;
using Workflow.Engine.Messages;

namespace Workflow.Host.Answers;

/// <summary>Says what is wrong with JSON. The serializer names our types and repeats its position; neither helps the one who wrote it.</summary>
internal static partial class JsonFaults
{
    /// <summary>What is wrong, as a part of a sentence.</summary>
    internal static Message Reason(JsonException e) =>
        e switch
        {
            BodyException body => body.Reason,
            _ when e.Message.Contains("could not be converted", StringComparison.Ordinal) => new("json.wrong_kind"),
            _ when e.Message.Contains("doesn't allow null", StringComparison.Ordinal) => new("json.null"),
            _ when e.Message.Contains("maximum configured depth", StringComparison.Ordinal) => new("json.too_deep"),
            _ when Unmapped().Match(e.Message) is { Success: true } found => new("json.unknown_member", ("name", found.Groups[1].Value)),
            _ when Duplicate().Match(e.Message) is { Success: true } found => new("json.repeated", ("name", found.Groups[1].Value)),
            _ when Missing().Match(e.Message) is { Success: true } found => new("json.missing", ("names", Names(found.Groups[1].Value))),
            _ when Discriminator().Match(e.Message) is { Success: true } found => new(
                "json.unknown_member",
                ("name", found.Groups[1].Value)
            ),
            _ => new("json.syntax"),
        };

    /// <summary>Where it is.</summary>
    internal static Message Place(JsonException e) =>
        e switch
        {
            BodyException { Place: var (line, column) } => At(line, column, e.Path),
            { LineNumber: { } line } => At(line, e.BytePositionInLine ?? 0, e.Path),
            _ => new("json.path", ("path", e.Path ?? "$")),
        };

    private static Message At(long line, long column, string? path) =>
        new("json.place", ("line", line + 1), ("byte", column + 1), ("path", path ?? "$"));

    private static MessageValue Names(string quoted) => MessageValue.List(Quoted().Matches(quoted).Select(m => m.Groups[1].Value));

    [GeneratedRegex("The JSON property '([^']*)' could not be mapped")]
    private static partial Regex Unmapped();

    [GeneratedRegex("Duplicate property '([^']*)'")]
    private static partial Regex Duplicate();

    [GeneratedRegex("missing required properties[^:]*: ([^.]*)")]
    private static partial Regex Missing();

    [GeneratedRegex("unrecognized type discriminator id '([^']*)'")]
    private static partial Regex Discriminator();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Workflow.Engine.Messages;

namespace Workflow.Host.Answers.Json;

/// <summary>
/// Says what is wrong with JSON, whatever it is of. The serializer names our types and repeats its position; neither helps the one who
/// wrote it. What has a shape is read by <see cref="JsonBody"/>, which tells what is wrong with that.
/// </summary>
internal static partial class JsonFaults
{
    /// <summary>What is wrong, as a part of a sentence.</summary>
    internal static Message Reason(JsonException e) => Named(e) ?? new("json.syntax");

    /// <summary>What is wrong where the fault has a name of its own; null for a fault of syntax or of shape.</summary>
    internal static Message? Named(JsonException e) =>
        e switch
        {
            BodyException body => body.Reason,
            _ when e.Message.Contains("maximum configured depth", StringComparison.Ordinal) => new("json.too_deep"),
            _ when Duplicate().Match(e.Message) is { Success: true } found => new("json.repeated", ("name", found.Groups[1].Value)),
            _ => null,
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

    [GeneratedRegex("Duplicate property '([^']*)'")]
    private static partial Regex Duplicate();
}

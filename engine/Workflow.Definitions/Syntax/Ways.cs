using Workflow.Engine.Messages;

namespace Workflow.Definitions.Syntax;

/// <summary>Ways out that depend on what was found. A problem carries one as its value <c>way</c>; it is said as a sentence of its own.</summary>
internal static class Ways
{
    private const string Value = "way";

    /// <summary>The word that was probably meant.</summary>
    public static Message DidYouMean(string name) => new("way.did_you_mean", ("name", name));

    /// <summary>The few words that can stand here.</summary>
    public static Message OneOf(IEnumerable<string> names) => new("way.one_of", ("names", MessageValue.List(names)));

    /// <summary>The word that was probably meant; null when none is near.</summary>
    public static Message? Near(string written, IEnumerable<string> known) =>
        Nearest.Of(written, known) is { } name ? DidYouMean(name) : null;

    /// <summary>Returns the message with a way out; the message itself when there is none.</summary>
    public static Message With(this Message message, Message? way) =>
        way is null ? message : new Message(message.Code, [.. message.Values, (Value, way)]);
}

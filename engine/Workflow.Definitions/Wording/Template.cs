using System.Collections.Immutable;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Wording;

/// <summary>
/// A sentence with places for values: <c>{step}</c> shows a value, <c>{names|or}</c> joins a list by a word,
/// <c>{days|day|days}</c> chooses a form by a number, or by how many a list has, and shows the form alone, with the number in the place of <c>#</c>: <c>{n|once|# times}</c>.
/// Two braces stand for one.
/// </summary>
public sealed class Template
{
    private readonly ImmutableArray<Part> _parts;

    private Template(ImmutableArray<Part> parts) => _parts = parts;

    /// <summary>The names of the values that it shows, each once.</summary>
    public IEnumerable<string> Names => _parts.Where(p => p.Name is not null).Select(p => p.Name!).Distinct();

    /// <summary>The sentence without its values.</summary>
    public string Text => string.Concat(_parts.Select(p => p.Name is null ? p.Text : string.Concat(p.Forms)));

    /// <summary>Reads a template.</summary>
    /// <exception cref="FormatException">A place is opened and not closed, or has no name.</exception>
    public static Template Read(string text)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        for (var at = 0; at < text.Length; )
        {
            var open = Opening(text, at);
            if (open != at)
                parts.Add(new Part(Plain(text[at..(open < 0 ? text.Length : open)]), null, []));
            if (open < 0)
                break;
            var close = text.IndexOf('}', open);
            if (close < open + 2)
                throw new FormatException($"Expected a name between braces at {open}, but found '{text}'.");
            var words = text[(open + 1)..close].Split('|');
            parts.Add(new Part("", words[0], [.. words[1..]]));
            at = close + 1;
        }

        return new Template(parts.ToImmutable());
    }

    // A brace that is written twice is one to show.
    private static int Opening(string text, int from)
    {
        var open = text.IndexOf('{', from);
        while (open >= 0 && open + 1 < text.Length && text[open + 1] == '{')
            open = text.IndexOf('{', open + 2);
        return open;
    }

    private static string Plain(string text) =>
        text.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);

    /// <summary>Returns the sentence with a message's values in their places.</summary>
    /// <exception cref="KeyNotFoundException">The message has no value of a name.</exception>
    internal string Fill(Message message, Speech speech) =>
        string.Concat(_parts.Select(p => p.Name is null ? p.Text : Show(p, message, speech)));

    private static string Show(Part part, Message message, Speech speech)
    {
        var value =
            message.Value(part.Name!)
            ?? throw new KeyNotFoundException($"Expected a value '{part.Name}' in {message.Code}, but it has none.");
        return part.Forms switch
        {
            [] => speech.Of(value),
            [var joint] => speech.Joined((ListValue)value, joint),
            [var one, var many] when value is ListValue list => list.Items.Length == 1 ? one : many,
            [var one, var many] => (((CountValue)value).Number == 1 ? one : many).Replace("#", speech.Of(value), StringComparison.Ordinal),
            _ => throw new FormatException($"Expected at most two forms of '{part.Name}' in {message.Code}."),
        };
    }

    private sealed record Part(string Text, string? Name, ImmutableArray<string> Forms);
}

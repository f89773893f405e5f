namespace Workflow.Engine.Messages;

/// <summary>
/// The way out of a name that nobody knows: the name that was probably meant, or the few that there are. A way out tells what to
/// write, and so it shows ids, with their titles beside them.
/// </summary>
public static class NearNames
{
    /// <summary>More names than these tell nobody what to choose.</summary>
    private const int Few = 12;

    /// <summary>More slips than these in a person's id name another person.</summary>
    private const int SlipsInPerson = 2;

    /// <summary>The name that was probably meant, by its id or its title, or the few that there are; null when there are many.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="known">The names that there are.</param>
    public static Message? Of(string written, params IEnumerable<NameValue> known)
    {
        var all = known.DistinctBy(n => n.Id).ToList();
        return Near(written, all) ?? (all.Count is 0 or > Few ? null : OneOf(all));
    }

    /// <summary>The same among words, which need no title.</summary>
    public static Message? OfWords(string written, IEnumerable<string> known) => Of(written, known.Select(Word));

    /// <summary>The word that was probably meant; null when none is near.</summary>
    public static Message? NearWord(string written, IEnumerable<string> known) => Near(written, [.. known.Select(Word)]);

    private static NameValue Word(string word) => new(word, word);

    /// <summary>The name that was probably meant, by its id or its title; null when none is near.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="known">The names that there are.</param>
    public static Message? Near(string written, IReadOnlyCollection<NameValue> known) =>
        Meant(Nearest.Of(written, Spellings(known)), known);

    /// <summary>The person who was probably meant, by id or name: a few slips, for one person's name is seldom far from another's; null when none is near.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="known">The people that there are.</param>
    public static Message? Person(string written, IReadOnlyCollection<NameValue> known) =>
        Meant(Nearest.Of(written, Spellings(known), SlipsInPerson), known);

    private static Message? Meant(string? spelling, IEnumerable<NameValue> known) =>
        spelling is null ? null : DidYouMean(known.First(n => Spellings(n).Contains(spelling)));

    private static IEnumerable<string> Spellings(IEnumerable<NameValue> known) => known.SelectMany(Spellings);

    /// <summary>The word that was probably meant.</summary>
    /// <param name="name">The word.</param>
    public static Message DidYouMean(string name) => new("way.did_you_mean", ("name", name));

    private static Message DidYouMean(NameValue name) =>
        name.Id == name.Zh ? DidYouMean(name.Id) : new Message("way.did_you_mean_named", ("id", name.Id), ("title", name));

    private static Message OneOf(IEnumerable<NameValue> known) => new("way.one_of", ("names", MessageValue.List(known.Select(Shown))));

    private static string[] Spellings(NameValue name) => [name.Id, name.Zh, name.En ?? name.Zh];

    private static MessageValue Shown(NameValue name) =>
        name.Id == name.Zh ? name.Id : new Message("way.named", ("id", name.Id), ("title", name));

    /// <summary>Returns the message with a way out; the message itself when there is none.</summary>
    public static Message With(this Message message, Message? way) =>
        way is null ? message : new Message(message.Code, [.. message.Values, ("way", way)]);
}

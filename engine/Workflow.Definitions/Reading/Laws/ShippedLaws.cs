using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Workflow.Definitions.Laws;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;

namespace Workflow.Definitions.Reading.Laws;

/// <summary>
/// The laws inside the program. They are many and a run cites few, so a glance at their text says what a book must know of each;
/// the rest is read when it is asked for. That they read without a problem is tested.
/// </summary>
public static partial class ShippedLaws
{
    private const string Folder = "laws/";

    private static readonly FrozenDictionary<string, byte[]> Files = typeof(ShippedLaws)
        .Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(n => n[Folder.Length..], Bytes, StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public static LawBook Book { get; } = new(Files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => Glance(f.Key, f.Value)));

    /// <summary>The names of the files, without a folder.</summary>
    public static IEnumerable<string> Names => Files.Keys;

    /// <summary>Whether a file of a folder is the shipped one.</summary>
    public static bool Is(string name, ReadOnlySpan<byte> bytes) =>
        Files.TryGetValue(name, out var shipped) && bytes.SequenceEqual(shipped);

    /// <summary>Reads one, with its problems; null when any is an error.</summary>
    public static Law? Read(string name, Problems problems) => LawReader.Read(Folder + name, Files[name], problems);

    private static BookedLaw Glance(string name, byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return new BookedLaw(Found(Title(), text).First().Trim(), () => Sound(name))
        {
            Governs = Listed(Governed(), text),
            Speaks = [.. Found(Other(), text).Distinct()],
            IsGeneral = General().IsMatch(text),
            HasLongRest = LongRest().IsMatch(text),
            Steps = Listed(Step(), text),
            EveryPath = Listed(OnEveryPath(), text),
        };
    }

    private static ImmutableArray<string> Listed(Regex key, string text) =>
        [.. Found(key, text).SelectMany(found => found.Split(',')).Select(word => word.Trim())];

    private static IEnumerable<string> Found(Regex what, string text) => what.Matches(text).Select(m => m.Groups[1].Value);

    private static Law? Sound(string name)
    {
        var problems = new Problems();
        return Read(name, problems) ?? throw new UnreachableException($"a shipped law has an error: {problems.All[0]}");
    }

    private static byte[] Bytes(string name)
    {
        using var stream = typeof(ShippedLaws).Assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    [GeneratedRegex("^law: (.+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@"^governs: \[(.+)\]", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Governed();

    // Another law's article under 'for': TITLE(YEAR) ARTICLE.
    [GeneratedRegex(@"^    for: .*?([^ \[,]+)\([0-9]{4}\)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Other();

    [GeneratedRegex(@"^    steps: \[(.+)\]", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Step();

    [GeneratedRegex(@"^    every-path: \[(.+)\]", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex OnEveryPath();

    [GeneratedRegex("^    long-rest: ", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex LongRest();

    [GeneratedRegex("general: true", RegexOptions.CultureInvariant)]
    private static partial Regex General();
}

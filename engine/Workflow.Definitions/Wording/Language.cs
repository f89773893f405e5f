using Workflow.Engine.Processes;

namespace Workflow.Definitions.Wording;

/// <summary>A language that people are spoken to in.</summary>
public enum Language
{
    /// <summary>Simplified Chinese, the first language.</summary>
    Zh,

    /// <summary>English.</summary>
    En,
}

/// <summary>The tags of languages, as an option of a verb or a header of a request gives them.</summary>
public static class Languages
{
    private const int LongestSubtag = 8;

    /// <summary>Returns the language of a tag such as <c>zh</c>, <c>zh-Hans-CN</c> or <c>en-GB</c>, whatever its case; null where it is another.</summary>
    public static Language? Find(string tag)
    {
        var subtags = tag.Split('-', '_');
        return subtags.All(IsSubtag) ? Primary(subtags[0]) : null;
    }

    private static Language? Primary(string subtag) =>
        subtag.Equals("zh", StringComparison.OrdinalIgnoreCase) ? Language.Zh
        : subtag.Equals("en", StringComparison.OrdinalIgnoreCase) ? Language.En
        : null;

    private static bool IsSubtag(string text) => text.Length is > 0 and <= LongestSubtag && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>Returns the words of a text in a language; the Chinese ones where it has no English.</summary>
    public static string In(this LocalizedText text, Language language) => language == Language.Zh ? text.Zh : text.En ?? text.Zh;
}

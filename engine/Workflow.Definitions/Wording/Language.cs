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

/// <summary>The short names of languages, as an option of a verb or a header of a request gives them.</summary>
public static class Languages
{
    /// <summary>Returns the language of a short name: English for <c>en</c>, Chinese for anything else.</summary>
    public static Language Named(string name) => name == "en" ? Language.En : Language.Zh;

    /// <summary>Returns the words of a text in a language; the Chinese ones where it has no English.</summary>
    public static string In(this LocalizedText text, Language language) => language == Language.Zh ? text.Zh : text.En ?? text.Zh;
}

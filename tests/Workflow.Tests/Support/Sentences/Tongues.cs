using System.Text.RegularExpressions;

namespace Workflow.Tests.Support.Sentences;

/// <summary>What gives a language away where the other is spoken.</summary>
internal static partial class Tongues
{
    /// <summary>Three words of English in a row.</summary>
    [GeneratedRegex("[A-Za-z']+ [a-z']+ [a-z']+")]
    internal static partial Regex EnglishWords();

    /// <summary>One Chinese character.</summary>
    [GeneratedRegex("\\p{IsCJKUnifiedIdeographs}")]
    internal static partial Regex Chinese();

    /// <summary>A stop of a Chinese sentence: titles, which stand in every language as they were written, have none.</summary>
    [GeneratedRegex("[。；，：]")]
    internal static partial Regex ChineseStops();
}

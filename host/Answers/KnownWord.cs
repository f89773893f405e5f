using Workflow.Engine.Messages;

namespace Workflow.Host.Answers;

/// <summary>A word that stands in a query. A form sends an empty one for what nobody chose: it asks for nothing, wherever it stands.</summary>
internal static class KnownWord
{
    /// <summary>Returns what is written, without what stands around it; null where nothing is.</summary>
    /// <param name="asked">What the query says; null for nothing.</param>
    internal static string? Given(string? asked) => PlainText.IsBlank(asked) ? null : asked.Trim();

    /// <summary>Returns a value that is one of a few words as it is known, whether its letters are small or capital; null where none is asked for.</summary>
    /// <param name="name">What the query calls it.</param>
    /// <param name="known">The words that there are.</param>
    /// <param name="asked">What the query says; null for nothing.</param>
    /// <exception cref="RequestRefusedException">It is none of them.</exception>
    internal static string? Among(string name, IReadOnlyCollection<string> known, string? asked) =>
        Given(asked) is not { } word
            ? null
            : known.FirstOrDefault(k => k.Equals(word, StringComparison.OrdinalIgnoreCase))
                ?? throw RequestRefusals.NotAmong(name, known, word);
}

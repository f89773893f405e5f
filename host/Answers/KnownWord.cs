namespace Workflow.Host.Answers;

/// <summary>A value of a query that is one of a few words, whether its letters are small or capital.</summary>
internal static class KnownWord
{
    /// <summary>Returns the word as it is known; null where none is asked for.</summary>
    /// <param name="name">What the query calls it.</param>
    /// <param name="known">The words that there are.</param>
    /// <param name="asked">What the query says; null for nothing.</param>
    /// <exception cref="RequestRefusedException">It is none of them.</exception>
    internal static string? Among(string name, IReadOnlyCollection<string> known, string? asked) =>
        asked is null
            ? null
            : known.FirstOrDefault(k => k.Equals(asked, StringComparison.OrdinalIgnoreCase))
                ?? throw RequestRefusals.NotAmong(name, known, asked);
}

using System.Runtime.CompilerServices;

namespace Workflow.Tests.Support.Sentences;

/// <summary>What a test goes through: a loop over nothing asserts nothing.</summary>
internal static class Sequences
{
    /// <summary>Returns the items, of which there must be some.</summary>
    internal static IReadOnlyList<T> Some<T>(this IEnumerable<T> items, [CallerArgumentExpression(nameof(items))] string from = "")
    {
        var all = items.ToList();
        Assert.That(all, Is.Not.Empty, $"nothing to look at: {from}");
        return all;
    }
}

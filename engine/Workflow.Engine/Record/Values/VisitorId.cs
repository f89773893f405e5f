using System.Globalization;

namespace Workflow.Engine.Record.Values;

/// <summary>
/// The id of a party without an account 来访人, who stood at a window and is known by name alone. It counts the visitors of the case,
/// and has a space, which no id of a register may have in that place.
/// </summary>
public static class VisitorId
{
    private const string Prefix = "visitor ";

    /// <summary>Returns the id of a visitor of a case.</summary>
    /// <param name="number">Which of them, from 1.</param>
    public static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}");

    /// <summary>Whether an id is a visitor's, and nobody's of the register.</summary>
    public static bool Is(string? id) => id?.StartsWith(Prefix, StringComparison.Ordinal) == true;
}

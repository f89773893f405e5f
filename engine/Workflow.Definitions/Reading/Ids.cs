using Workflow.Definitions.Expressions;

namespace Workflow.Definitions.Reading;

/// <summary>What an id may look like, so that a condition can name it.</summary>
internal static class Ids
{
    public const int MaxLength = 64;

    /// <summary>What is wrong with an id; null when nothing is.</summary>
    public static string? Fault(string id)
    {
        if (id.Length == 0) return "it is empty";
        if (id.Length > MaxLength) return $"'{id[..20]}…' has {id.Length} characters, more than {MaxLength}";
        if (ReservedWords.All.Contains(id) || id == "form") return $"'{id}' is a word of conditions";
        var bad = id.IndexOf(id.FirstOrDefault(c => !char.IsLetterOrDigit(c) && c is not ('-' or '_')));
        if (bad >= 0 && !char.IsLetterOrDigit(id[bad]) && id[bad] is not ('-' or '_')) return $"'{id}' has the sign '{id[bad]}'";
        return char.IsLetter(id[0]) ? null : $"'{id}' does not begin with a letter";
    }
}

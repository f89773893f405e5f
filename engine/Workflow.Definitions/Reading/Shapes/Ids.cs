using Workflow.Definitions.Expressions;
using Workflow.Definitions.Reading.Faults;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>What an id may look like, so that a condition can name it.</summary>
internal static class Ids
{
    public const int MaxLength = 64;

    /// <summary>What is wrong with an id; null when nothing is.</summary>
    public static Message? Fault(string id)
    {
        if (id.Length == 0)
            return IdFaults.Empty();
        if (id.Length > MaxLength)
            return IdFaults.TooLong(id[..20], id.Length, MaxLength);
        if (ReservedWords.All.Contains(id) || id == "form")
            return IdFaults.Reserved(id);
        if (id.Where(c => !IsSign(c)).Take(1).ToList() is [var bad])
            return IdFaults.Sign(id, bad.ToString());
        return char.IsLetter(id[0]) ? null : IdFaults.First(id);
    }

    private static bool IsSign(char c) => char.IsLetterOrDigit(c) || c is '-' or '_';
}

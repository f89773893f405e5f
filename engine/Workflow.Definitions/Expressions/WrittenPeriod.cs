using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Expressions;

/// <summary>Says what is wrong with a text that is no period.</summary>
internal static class WrittenPeriod
{
    private const int TextShown = 60;

    /// <summary>Returns what was expected and what was found: another form, or another number.</summary>
    public static Message Fault(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isFormed = words.Length > 1 && PeriodText.TryParse($"1 {string.Join(' ', words[1..])}", out _, out _);
        return isFormed ? PeriodFaults.Range(Period.Longest, Short(words[0])) : PeriodFaults.Form(Short(text));
    }

    private static string Short(string text) => text.Length <= TextShown ? text : text[..TextShown] + "…";
}

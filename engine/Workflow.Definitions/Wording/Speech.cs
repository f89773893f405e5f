using System.Diagnostics;
using System.Globalization;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Wording;

/// <summary>Says values in one language.</summary>
/// <param name="table">The words, for messages inside messages.</param>
/// <param name="language">The language.</param>
internal sealed class Speech(MessageTable table, Language language)
{
    private bool IsChinese => language == Language.Zh;

    internal string Of(MessageValue value) =>
        value switch
        {
            WordsValue v => v.Text,
            NameValue v => IsChinese ? v.Zh : v.En ?? v.Zh,
            CountValue v => v.Number.ToString(CultureInfo.InvariantCulture),
            DayValue v => v.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            MomentValue v => v.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            LengthValue v => Length(v.Period),
            ListValue v => string.Join(IsChinese ? "、" : ", ", v.Items.Select(Of)),
            // Inside another sentence it does not end one.
            PhraseValue v => table.Say(v.Phrase, language).Sentence.TrimEnd('.', '。'),
            _ => throw new UnreachableException($"No words for {value.GetType().Name}."),
        };

    /// <summary>
    /// Returns a list whose last two are joined by a word: 甲、乙或者丙, or <c>a, b or c</c>. Words of machines stand in quotation marks,
    /// which are written around the joining word: <c>{names|“和”}</c> gives “document”和“reasons”.
    /// </summary>
    internal string Joined(ListValue list, string word)
    {
        if (word is ['“', .. var plain, '”'])
            return Joined([.. list.Items.Select(i => $"“{Of(i)}”")], plain);
        return Joined([.. list.Items.Select(Of)], word);
    }

    private string Joined(List<string> items, string word)
    {
        if (items.Count < 2)
            return string.Concat(items);
        var joint = IsChinese ? word : $" {word} ";
        return string.Join(IsChinese ? "、" : ", ", items.SkipLast(1)) + joint + items[^1];
    }

    private string Length(Period period) =>
        !IsChinese
            ? period.ToString()
            : period.Unit switch
            {
                PeriodUnit.WorkingDays => $"{period.Amount}个工作日",
                PeriodUnit.Days => $"{period.Amount}日",
                PeriodUnit.Months => $"{period.Amount}个月",
                PeriodUnit.Hours => $"{period.Amount}小时",
                _ => throw new UnreachableException($"No words for {period.Unit}."),
            };
}

using System.Globalization;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>
/// Within which periods a party may turn against a decision: those that the process itself waits for, told by what the waiting
/// step is in law; where it waits for none, those of the laws. So a document cannot name another period than the clock that runs.
/// </summary>
public static class AppealPeriods
{
    /// <summary>What a step is in law that waits for the end of the period to ask for reconsideration.</summary>
    public const string ReconsiderationGround = "申请复议期间";

    /// <summary>What a step is in law that waits for the end of the period to go to court.</summary>
    public const string LitigationGround = "提起诉讼期间";

    // 行政复议法(2023) 第二十条第一款; 行政诉讼法(2017) 第四十六条第一款.
    private static readonly Period Reconsideration = new(60, PeriodUnit.Days);
    private static readonly Period Litigation = new(6, PeriodUnit.Months);

    private const string Digits = "零一二三四五六七八九";

    /// <summary>Returns the words of a decision about remedies, ended by a line feed; empty where there is none to name.</summary>
    internal static string Words(ProcessDefinition definition, IValues values, Remedies? remedies)
    {
        var reconsideration = InWords(Of(definition, values, ReconsiderationGround) ?? Reconsideration);
        var (organ, court) = (To(definition.Remedies?.Reconsideration), To(definition.Remedies?.Court));
        return remedies switch
        {
            Remedies.Free => $"如不服本决定，可以自知道之日起{reconsideration}内{organ}申请行政复议，或者在{InWords(Of(definition, values, LitigationGround) ?? Litigation)}内{court}提起行政诉讼。\n",
            Remedies.ReconsiderationFirst => $"如不服本决定，应当先自知道之日起{reconsideration}内{organ}申请行政复议；对复议决定不服的，再{court}提起行政诉讼。\n",
            _ => "",
        };
    }

    private static Period? Of(ProcessDefinition definition, IValues values, string ground) =>
        Outline.All(definition).OfType<WorkNode>().FirstOrDefault(w => w.Ground == ground)?.Limit?.Limits.FirstOrDefault(l => Evaluation.IsTrue(l.When, values))?.Period;

    private static string To(string? body) => body is null ? "" : $"向{body}";

    private static string InWords(Period period) => Chinese(period.Amount) + period.Unit switch
    {
        PeriodUnit.WorkingDays => "个工作日",
        PeriodUnit.Months => "个月",
        PeriodUnit.Hours => "小时",
        _ => "日",
    };

    // Two for a number of things, as in 两个月; beyond a hundred nobody writes it out.
    private static string Chinese(int number) => number switch
    {
        >= 100 => number.ToString(CultureInfo.InvariantCulture),
        >= 10 => $"{(number >= 20 ? Digits[number / 10] : "")}十{(number % 10 > 0 ? Digits[number % 10] : "")}",
        2 => "两",
        _ => $"{Digits[number]}",
    };
}

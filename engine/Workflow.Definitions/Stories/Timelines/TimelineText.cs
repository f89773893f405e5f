using System.Globalization;
using System.Text;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Prints a timeline for people. The same story always gives the same text.</summary>
public static class TimelineText
{
    private static readonly string[] Weekdays = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"];

    /// <summary>Returns the text, each line ended by a line feed.</summary>
    public static string Write(Timeline timeline)
    {
        var text = new StringBuilder();
        var several = timeline.Cases.Length > 1;
        Line(text, timeline.Title);
        foreach (var one in timeline.Cases) Line(text, $"案件 {one.Number}　{one.Title}　{one.Parties}{((one.ResultTitle ?? one.Result) is { } result ? $"　结果：{result}" : "")}");
        foreach (var day in timeline.Days) Write(text, day, several);
        return text.ToString();
    }

    private static void Write(StringBuilder text, TimelineDay day, bool several)
    {
        Line(text, "");
        Line(text, $"{day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {Weekdays[(int)day.Day.DayOfWeek]}");
        foreach (var entry in day.Entries)
        {
            Line(text, $"  {entry.Time.ToString("HH:mm", CultureInfo.InvariantCulture)} {(several ? entry.Case + " " : "")}{entry.Words}{(entry.EffectiveOn is { } on ? $"（{on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} 起生效）" : "")}");
            foreach (var happened in entry.Events) Line(text, $"        {happened}");
        }

        foreach (var clock in day.Clocks) Line(text, $"  时限  {(several ? clock.Case + " " : "")}{clock.Title}：{End(clock)}，{clock.Lamp}{Promise(clock)}");
        foreach (var task in day.Inbox) Line(text, $"  待办  {(several ? task.Case + " " : "")}{task.Title}{task.Who}");
    }

    private static string End(TimelineClock clock) =>
        clock.DueOn is { } due ? $"{(clock.Provisional ? "暂定" : "")}{due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : $"中止，余 {clock.Left}";

    private static string Promise(TimelineClock clock) =>
        clock.PromiseOn is { } on && clock.DueOn is not null ? $"；承诺 {on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}，{clock.PromiseLamp}" : "";

    // A line feed whatever the machine: the text is compared with an approved file.
    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}

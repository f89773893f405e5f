using System.Diagnostics;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says what happened to a clock.</summary>
internal static class ClockWords
{
    internal static string Of(CaseEvent happened, CaseWords words) => happened switch
    {
        ClockStarted e => $"时限“{words.Clock(e.Clock.Id)}”自 {e.Clock.StartDay:yyyy-MM-dd} 起，{End(e.Clock, words)}",
        ClockMoved { Cause: ClockCause.Calendar } e when e.Was == e.Clock.DueOn && !e.Clock.IsPaused => $"时限“{words.Clock(e.Clock.Id)}”不变，{End(e.Clock, words)}",
        ClockMoved e => $"时限“{words.Clock(e.Clock.Id)}”{Cause(e.Cause)}，{(e.Was == e.Clock.DueOn || e.Clock.IsPaused ? "" : $"原至 {e.Was:yyyy-MM-dd}，")}{End(e.Clock, words)}",
        ClockStopped e => $"时限“{words.Clock(e.Clock)}”停止",
        ClockExpired { Outcome: { } outcome } e => $"时限“{words.Clock(e.Clock)}”于 {e.DueOn:yyyy-MM-dd} 届满，按{Basis(e.Basis)}{(outcome == Participant.NotCounted ? "不计入" : $"结果为“{words.Outcome(StepKey.Parse(e.Clock).Key.Split('/')[0], outcome)}”")}",
        ClockExpired e => $"时限“{words.Clock(e.Clock)}”于 {e.DueOn:yyyy-MM-dd} 届满，超期",
        ClockEscalated e => $"时限“{words.Clock(e.Clock)}”第{e.Stage + 1}级提醒{words.Who(e.To)}",
        ClockLifted e => $"时限“{words.Clock(e.Clock)}”的超期标记撤销（{Cause(e.Cause)}）",
        ClockAwaitsCalendar e => $"时限“{words.Clock(e.Clock)}”暂定 {e.DueOn:yyyy-MM-dd} 届满，待日历公布后生效",
        _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
    };

    internal static string Basis(string basis) => basis == "internal" ? "内部规定" : basis;

    private static string End(ClockState clock, CaseWords words) =>
        clock.IsPaused ? $"余 {clock.Left}{CaseWords.Unit(clock)}"
        : $"{(clock.Provisional ? "暂定" : "")}至 {clock.DueOn:yyyy-MM-dd}{(clock.ClampedBy is { } by ? $"（随“{words.Clock(by)}”）" : "")}";

    private static string Cause(ClockCause cause) => cause switch
    {
        ClockCause.Pause => "中止",
        ClockCause.Resume => "恢复",
        ClockCause.Extension => "延长",
        ClockCause.Calendar => "按新日历改期",
        ClockCause.Clamp => "随上级时限调整",
        ClockCause.Reopened => "继续计时",
        ClockCause.RecordedLate => "补录",
        ClockCause.Migration => "随新版流程调整",
        ClockCause.Set => "定期限",
        _ => throw new UnreachableException($"No words for {cause}."),
    };
}

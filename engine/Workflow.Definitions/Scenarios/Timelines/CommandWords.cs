using Workflow.Engine.Cases;

namespace Workflow.Definitions.Scenarios.Timelines;

/// <summary>Says what somebody asked for.</summary>
public static class CommandWords
{
    /// <summary>Returns it in one line.</summary>
    public static string Of(CaseCommand command, CaseWords words) => command switch
    {
        Lodge => "递交申请",
        Complete c => $"办理{words.Step(c.Step)}",
        Answer a => $"在{words.Step(a.Step)}答复",
        Open o => $"打开{words.Step(o.Step)}",
        Claim c => $"认领{words.Step(c.Step)}",
        Release r => $"放回{words.Step(r.Step)}",
        Return r => $"自{words.Step(r.From)}退回{words.Step(r.To)}",
        Comment => "备注",
        Attach => "附上文件",
        PauseClock p => $"中止时限“{words.Clock(p.Clock)}”（{p.Ground}）",
        ResumeClock r => $"恢复时限“{words.Clock(r.Clock)}”（{r.Ground}）",
        ExtendClock e => $"延长时限“{words.Clock(e.Clock)}”{CaseWords.Period(e.By)}",
        ExpireClock e => $"时限“{words.Clock(e.Clock)}”到点",
        RederiveClocks => "按新公布的日历重新计算",
        Terminate => "终止办理",
        _ => command.GetType().Name,
    };
}

using System.Diagnostics;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says what somebody asked for.</summary>
/// <remarks>The commands are a closed set and stand here whole, a short arm for each.</remarks>
public static class CommandWords
{
    /// <summary>Returns what an entry was asked for: what fell due on a clock is told apart, a reminder from its end.</summary>
    public static string Of(LedgerEntry entry, CaseWords words) =>
        entry.Command is ExpireClock fallen && !entry.Events.Any(e => e is ClockExpired) && entry.Events.OfType<ClockEscalated>().FirstOrDefault() is { } told
            ? $"时限“{words.Clock(fallen.Clock)}”{(entry.Stamp.EffectiveOn > told.DueOn ? "超期" : "")}提醒"
            : Of(entry.Command, words);

    /// <summary>Returns it in one line.</summary>
    public static string Of(CaseCommand command, CaseWords words) => command switch
    {
        Lodge => "递交申请",
        AdoptCase => "接管在办案件",
        Complete c => $"办理{words.Step(c.Step)}",
        Answer a => $"在{words.Step(a.Step)}答复",
        Open o => $"打开{words.Step(o.Step)}",
        Claim c => $"签收{words.Step(c.Step)}",
        Release r => $"放回{words.Step(r.Step)}",
        Return { Then: ReturnMode.StraightBack } r => $"自{words.Step(r.From)}退回{words.Step(r.To)}，办后直接返回",
        Return r => $"自{words.Step(r.From)}退回{words.Step(r.To)}",
        Comment => "备注",
        Attach => "附上文件",
        PauseClock p => $"中止时限“{words.Clock(p.Clock)}”（{p.Ground}）",
        ResumeClock r => $"恢复时限“{words.Clock(r.Clock)}”（{r.Ground}）",
        ExtendClock e => $"延长时限“{words.Clock(e.Clock)}”{CaseWords.Period(e.By)}",
        ExpireClock e => $"时限“{words.Clock(e.Clock)}”到点",
        NameCalled c => $"告知关联案件编号 {c.Case}",
        RederiveClocks => "按新公布的日历重新计算",
        Terminate => "终止办理",
        AddSigner c => $"在{words.Step(c.Step)}加签",
        RemoveSigner c => $"在{words.Step(c.Step)}减签{EventWords.Quote(c.Reasons)}",
        Transfer c => $"转办{words.Step(c.Step)}",
        Entrust c => $"委派{words.Step(c.Step)}",
        Consult c => $"就{words.Step(c.Step)}征求意见",
        Recall c => $"收回在{words.Step(c.Step)}的请求",
        Reply c => $"在{words.Step(c.Step)}回复",
        SendCopy => "抄送",
        Urge { Step: { } step } => $"催办{words.Step(step)}",
        Urge => "催阅",
        Supervise => "督办",
        Notify => "补充告知",
        TakeBack c => $"拿回{words.Step(c.Step)}",
        Jump c => $"跳转至{words.Step(c.To)}",
        SuspendCase => "挂起案件",
        ResumeCase => "恢复办理",
        CancelCase c => $"作废案件{EventWords.Quote(c.Reasons)}",
        RevokeCase => "撤销决定",
        ReopenCase c => $"自{words.Step(c.Step)}重新办理",
        CorrectForm => "更正申请表",
        CorrectSilence c => $"更正时限“{words.Clock(c.Clock)}”的届满结果",
        MigrateCase => "改按新版流程办理",
        ReceiveMaterial c => $"收取材料〔{words.Material(c.Material)}〕",
        ReturnMaterial c => $"退还材料〔{words.Material(c.Material)}〕原件",
        ShareMaterial c => $"共享取得材料〔{words.Material(c.Material)}〕",
        SealLots c => $"封存{words.Step(c.Step)}的名单与种子",
        Redraw c => $"在{words.Step(c.Step)}回避重抽",
        _ => throw new UnreachableException($"No words for {command.GetType().Name}."),
    };
}

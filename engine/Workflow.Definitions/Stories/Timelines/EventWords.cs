using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says what happened, in one line; null for what goes without saying.</summary>
/// <remarks>The events are a closed set and stand here whole, a short arm for each.</remarks>
internal static class EventWords
{
    internal static string? Of(CaseEvent happened, LedgerEntry entry, CaseWords words) => happened switch
    {
        CaseLodged e => $"立案，案号 {e.Number}",
        CaseAdopted e => Adopted(e),
        StepOpened e when words.IsChoice(e.Step) => null,
        StepOpened { Entitled.IsEmpty: true } e => $"开始{words.Step(e.Step)}{Run(e.Instance)}",
        StepOpened e => $"打开{words.Step(e.Step)}{Run(e.Instance)}，交{string.Join("、", e.Entitled.Select(words.Who))}{Kept(e, words)}",
        StepSkipped e => $"{words.Step(e.Step)}不适用",
        StepClaimed e => $"{words.Step(e.Step)}由{words.Name(e.Person)}签收",
        StepReleased e => $"{words.Step(e.Step)}{Of(e.Participant, words)}放回公共待办",
        ParticipantUncounted e => $"{words.Participant(e.Participant)}逾期未答复，不计入{words.Step(e.Step)}",
        AnswerGiven e => Answered(e.Step, e.Given, words),
        StepCompleted e when words.IsChoice(e.Step) => words.Taken(e.Step, e.Outcome),
        StepCompleted e => $"{words.Step(e.Step)}结果：{words.Outcome(e.Step, e.Outcome)}{Signed(e.By, e.With, words)}{Quote(e.Reasons ?? Reason(e.Because))}",
        StepWithdrawn e => $"收回{words.Step(e.Step)}（{Cause(e.Cause)}）",
        StepsSuperseded { Cause: PutAside.InputChanged } e => $"{words.Step(e.To)}所依据的内容有变，重新办理",
        StepsSuperseded e when e.From != e.To && IsStraightBack(e, entry, words) => $"直接送回{words.Step(e.To)}{Quote(e.Reasons)}",
        StepsSuperseded e when e.From != e.To => $"回到{words.Step(e.To)}，其后各步重新办理{Quote(e.Reasons)}",
        StepsSuperseded => null,
        MaterialsChecked e => $"材料：{Materials(e, words)}",
        DocumentServed e => $"《{words.Document(e.Document)}》{e.Number}于 {e.On:yyyy-MM-dd} 送达{Way(e)}",
        MaterialStood e => MaterialWords.Of(e, words),
        LotsDrawn e => $"抽签抽中第 {string.Join("、", e.Drawn)} 行",
        MomentMarked e => $"{CaseWords.Moment(e.Moment)}日：{e.Day:yyyy-MM-dd}",
        MomentUnmarked e => $"{CaseWords.Moment(e.Moment)}日不再成立",
        DocumentIssued e => $"出具《{words.Document(e.Document)}》{e.Number}",
        DocumentVoided e => $"《{words.Document(e.Document)}》{e.Number}作废（{Cause(e.Cause)}）",
        CopySent e => $"抄送{string.Join("、", e.To.Select(words.Who))}",
        CaseCalled e => $"发起关联案件 {e.Lodge.Process}",
        CalledCaseNamed e => $"{words.Step(e.Step)}的关联案件为 {e.Case}",
        CallAbandoned e => $"{words.Step(e.Step)}不再等待关联案件{(e.Case is { } called ? $" {called}，通知其终止" : "")}",
        CallEnded e => $"{words.Step(e.Step)}的关联案件办结：{e.Result}{Use(e.Use)}",
        ConclusionAwaited e => $"结果为 {e.Result}，待关联案件 {string.Join("、", e.Cases)} 办结后办结",
        CommentAdded e => $"“{e.Text}”",
        FileAttached e => $"文件 {e.Name}",
        CaseConcluded e => $"办结：{words.End(e.Result)}",
        CaseClosed e => e.KeepUntil is { } until ? $"归档，保管至 {until:yyyy-MM-dd}" : "归档，永久保管",
        // The outcome has said it.
        StepFinished => null,
        ClockStarted or ClockMoved or ClockStopped or ClockExpired or ClockEscalated or ClockLifted or ClockAwaitsCalendar => ClockWords.Of(happened, words),
        StepAssigned or StepUnattended or StepProposed or StepProposalReturned or StepTransferred or StepTakenBack or StepAwaits or StepReopened or StepJumped => OfficeWords.Of(happened, words),
        SideAsked or SideReplied or SideRecalled or AnswerTakenBack or Urged or Supervised or Notified or SilenceCorrected or FormCorrected => OfficeWords.Of(happened, words),
        CaseSuspended or CaseResumed or CaseRevoked or CaseReopened or CaseMigrated or LotsSealed or LotsRevealed or LotsRedrawn => OfficeWords.Of(happened, words),
        _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
    };

    /// <summary>Whose part of a step it is; empty for the step itself.</summary>
    internal static string Of(string? participant, CaseWords words) => participant is null ? "" : $"的{words.Participant(participant)}";

    internal static string Quote(string? text) => string.IsNullOrWhiteSpace(text) ? "" : $"，“{text}”";

    private static string Adopted(CaseAdopted e) =>
        $"接管自{e.System}（原案号 {e.NumberThere}，{e.LodgedOn:yyyy-MM-dd} 立案），案号 {e.Number}（{e.Document}）{Quote(e.Reasons)}";

    private static string Answered(string step, GivenAnswer given, CaseWords words)
    {
        var silent = Stamp.NamesRule(given.By) ? "逾期未答复，视为" : "";
        var choice = given.Choice is { } chosen ? words.Outcome(step, chosen) : "弃权";
        var late = given.Late is null ? "" : "（结果已定，存为意见）";
        var opinion = Quote(given.Opinion ?? Reason(given.Because));
        return $"{words.Participant(given.Participant)}{silent}：{choice}{late}{Signed(given.By, given.With, words)}{opinion}";
    }

    private static string Way(DocumentServed e)
    {
        var receipt = e.Receipt is { } number ? $"，回证 {number}" : "";
        return e.Way is { } way ? $"（{way}{receipt}）" : "";
    }

    private static string Use(CallUse use) => use switch
    {
        CallUse.Taken => "",
        CallUse.Unmapped => "，流程未定后续，由牵头部门负责人决定",
        CallUse.Dropped => "，已无步骤等待，不予采用",
        _ => throw new UnreachableException($"No words for {use}."),
    };

    private static string? Reason(Because? because) => because switch
    {
        null => null,
        RanOut ended => $"期限届满：{ClockWords.Basis(ended.Basis)}",
        SamePerson same => same.OnPaper,
        _ => throw new UnreachableException($"No words for {because.GetType().Name}."),
    };

    private static string Cause(PutAside cause) => cause switch
    {
        PutAside.Returned => "退回",
        PutAside.TakenBack => "拿回",
        PutAside.SilenceCorrected => "届满结果更正",
        PutAside.InputChanged => "所依据的内容有变",
        PutAside.Reopened or PutAside.OpenedAnew => "重新办理",
        PutAside.Joined => "其余分支已满足",
        PutAside.Left => "离开该环节",
        PutAside.Ended => "已办结",
        PutAside.Jumped => "跳转",
        PutAside.Recused => "回避",
        PutAside.PromiseKept => "承诺已在期限内履行",
        PutAside.Cancelled => "作废",
        PutAside.Revoked => "撤销",
        _ => throw new UnreachableException($"No words for {cause}."),
    };

    private static bool IsStraightBack(StepsSuperseded back, LedgerEntry entry, CaseWords words) =>
        entry.Events.Any(e => e is StepAwaits waits && waits.Step == back.From && waits.For == back.To)
        || entry.Command is Return { Then: ReturnMode.StraightBack } sent && sent.From == back.From && sent.To == back.To
        || words.IsStraightBack(back.From, back.Outcome);

    private static string Run(int instance) => instance == 1 ? "" : $"（第{instance}次）";

    private static string Kept(StepOpened e, CaseWords words) =>
        e.Kept.IsEmpty ? "" : $"；保留{string.Join("、", e.Kept.Select(k => words.Participant(k.Participant)))}已作的答复";

    // With an act of another system stand those who acted there; otherwise those who signed together with the actor.
    private static string Signed(string by, ImmutableArray<string> with, CaseWords words)
    {
        var names = string.Join("、", with.Select(words.Name));
        return with.IsEmpty ? "" : CaseAdopted.NamesSystem(by) ? $"，由{names}在原系统办理" : $"，会签{names}";
    }

    private static string Materials(MaterialsChecked e, CaseWords words)
    {
        var received = e.Received.IsEmpty ? "未收到" : $"收到{string.Join("、", e.Received.Select(words.Material))}";
        return e.Missing.IsEmpty ? received : $"{received}；缺{string.Join("、", e.Missing.Select(words.Material))}";
    }
}

using System.Diagnostics;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says what people of an office did with one another and with the case as a whole; null for what is another's to say.</summary>
internal static class OfficeWords
{
    internal static string Of(CaseEvent happened, CaseWords words) => happened switch
    {
        StepAssigned e => $"{words.Step(e.Step)}{(e.Participant is { } who ? $"的{words.Participant(who)}" : "")}{Rule(e.Rule)}分给{words.Name(e.Person)}{(e.Candidates > 1 ? $"（{e.Candidates} 人中）" : "")}",
        StepUnattended { Instead: { } other } e => $"{words.Step(e.Step)}的{words.Participant(e.Post)}当日无人可办，改交{words.Participant(other)}",
        StepUnattended e => $"{words.Step(e.Step)}的{words.Participant(e.Post)}当日无人可办，待有人处理",
        SideAsked e => $"{Kind(e.Task.Kind)}：{words.Asked(e.Task.Who)}{EventWords.Quote(e.Task.Words)}",
        SideReplied e => $"{(e.Reply.Agrees ? "已回复" : "不同意")}{EventWords.Quote(e.Reply.Opinion)}",
        SideRecalled e => $"请求 {e.Number} 收回{EventWords.Quote(e.Reasons)}",
        StepProposed e => $"{words.Step(e.Step)}拟定：{words.Outcome(e.Step, e.Proposal.Command.Outcome)}，待加签人签署",
        StepProposalReturned e => $"{words.Step(e.Step)}退还承办人{(e.Because is null ? "" : "：拟定的结果已不符合条件")}",
        StepTransferred e => $"{words.Step(e.Step)}由{words.Who(e.From)}转{words.Who(e.To)}办理{EventWords.Quote(e.Reasons)}",
        StepTakenBack e => $"{words.Step(e.Step)}恢复待办",
        AnswerTakenBack e => $"{words.Participant(e.Participant)}收回答复",
        StepAwaits e => $"{words.Step(e.For)}办理后直接返回{words.Step(e.Step)}",
        StepReopened e => $"{words.Step(e.Step)}因{words.Step(e.For)}重办而恢复办理",
        StepJumped e => $"跳转至{words.Step(e.To)}{EventWords.Quote(e.Reasons)}",
        Urged { Reader: not null } e => $"催阅：{string.Join("、", e.To.Select(words.Asked))}{EventWords.Quote(e.Text)}",
        Urged e => $"催办{words.Step(e.Step!)}：{string.Join("、", e.To.Select(words.Asked))}{EventWords.Quote(e.Text)}",
        Supervised e => $"督办{(e.Step is { } step ? words.Step(step) : "")}{EventWords.Quote(e.Text)}{(e.ReportBy is { } day ? $"，{day:yyyy-MM-dd} 前报告" : "")}",
        Notified e => $"补充告知{string.Join("、", e.To.Select(words.Who))}（{(e.Document is { } number ? $"{number}，" : "")}{e.On:yyyy-MM-dd} 送达）{EventWords.Quote(e.Text)}",
        CaseSuspended e => $"挂起（{e.Document}）{EventWords.Quote(e.Reasons)}；时限照计",
        CaseResumed => "恢复办理",
        CaseRevoked e => $"撤销（{e.Document}）{EventWords.Quote(e.Reasons)}",
        CaseReopened e => $"自{words.Step(e.Step)}重新办理（{e.Document}）{EventWords.Quote(e.Reasons)}",
        FormCorrected e => $"更正申请表（{e.Document}）：{string.Join("、", e.Fields.Keys.Select(words.Field))}{EventWords.Quote(e.Reasons)}",
        SilenceCorrected e => $"时限“{words.Clock(e.Clock)}”的届满结果“{(e.Outcome == Participant.NotCounted ? "不计入" : words.Outcome(e.Step, e.Outcome))}”更正（{e.Document}）{EventWords.Quote(e.Reasons)}",
        LotsSealed e => $"{words.Step(e.Step)}封存：自 {e.Size} 行抽 {e.Count} 行，名单 {Short(e.Population)}，种子承诺 {Short(e.Commitment)}{(e.GivenUp is { } old ? $"，原承诺 {Short(old)} 作废" : "")}",
        LotsRevealed e => $"{words.Step(e.Step)}揭示种子 {Short(e.Seed)}，与承诺 {Short(e.Commitment)} 相符",
        LotsRedrawn e => $"{words.Step(e.Step)}回避：{string.Join("、", e.Recused.Zip(e.Substitutes, (r, s) => $"第 {r.Row} 行（{r.Reasons}）改为第 {s} 行"))}{(e.Document is { } document ? $"（{document}）" : "")}",
        CaseMigrated e => $"改按新版流程办理（{e.Document}）{EventWords.Quote(e.Reasons)}",
        _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
    };

    private static string Rule(AssignedBy rule) => rule switch
    {
        AssignedBy.LeastLoaded => "按在办最少",
        AssignedBy.RoundRobin => "按轮流",
        AssignedBy.HeldBefore => "由前次承办人继续，",
        _ => throw new UnreachableException($"No words for {rule}."),
    };

    // The first digits tell hashes apart; the ledger holds them whole.
    private static string Short(string hash) => hash.Length > 12 ? $"{hash[..12]}…" : hash;

    private static string Kind(SideKind kind) => kind switch
    {
        SideKind.Before => "前加签",
        SideKind.After => "后加签",
        SideKind.Beside => "加签",
        SideKind.Work => "委派",
        _ => "征求意见",
    };
}

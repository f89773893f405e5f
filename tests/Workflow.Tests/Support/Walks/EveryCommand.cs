using System.Collections.Immutable;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;

namespace Workflow.Tests.Support.Walks;

/// <summary>Every operation at everything that a process names, whether it makes sense or not, each with the offer that would stand for it.</summary>
internal static class EveryCommand
{
    /// <summary>Returns the commands that a person might try with one other person.</summary>
    internal static IEnumerable<(ActionOffer Offer, CaseCommand Command)> Of(PublishedProcess process, CaseState state, string other)
    {
        var keys = process
            .Places.Where(p => p.Node is WorkNode)
            .Select(p => p.Node.Id)
            .Union(state.Steps.Keys.Where(k => process.Find(k) is WorkNode))
            .ToList();
        return
        [
            .. keys.SelectMany(key => Work(process, keys, key)),
            .. keys.SelectMany(key => Company(key, other)),
            .. state.Clocks.Keys.Where(id => IsNamed(state, id)).SelectMany(c => Clocks(process, state, c)),
            .. process.Definition.Materials.SelectMany(m => Materials(m.Id)),
            .. keys.SelectMany(key => Whole(state, key)),
            .. Whole(process, other),
        ];
    }

    private static (ActionOffer, CaseCommand) At(string action, string? target, string? choice, CaseCommand command) =>
        (new ActionOffer(action, target, choice, new NameValue(action, action), null), command);

    private static IEnumerable<(ActionOffer, CaseCommand)> Work(PublishedProcess process, List<string> keys, string key)
    {
        var node = (WorkNode)process.Find(key)!;
        return
        [
            .. node.Outcomes.Select(o =>
                At(
                    "complete",
                    key,
                    o.Id,
                    new Complete
                    {
                        Step = key,
                        Outcome = o.Id,
                        Reasons = "理由",
                    }
                )
            ),
            .. node
                .Outcomes.Select(o => o.Id)
                .Append(null)
                .Select(c =>
                    At(
                        "answer",
                        key,
                        c,
                        new Answer
                        {
                            Step = key,
                            Choice = c,
                            Opinion = "意见",
                        }
                    )
                ),
            .. keys.Select(to => At("return", key, to, new Return(key, to, "补正"))),
            At("claim", key, null, new Claim(key)),
            .. Releases(node, key),
            At("take-back", key, null, new TakeBack(key)),
            At("seal-lots", key, null, new SealLots(key)),
            At("record-attendance", key, null, new RecordAttendance(key, [])),
        ];
    }

    // Of a joint review one answer is given back; without its name it is the only one of who gives it back.
    private static IEnumerable<(ActionOffer, CaseCommand)> Releases(WorkNode node, string key) =>
        node is JointNode joint
            ? joint.Participants.Select(p => At("release", key, p.Key, new Release(key, p.Key)))
            : [At("release", key, null, new Release(key))];

    private static IEnumerable<(ActionOffer, CaseCommand)> Company(string key, string other) =>
        [
            .. Enum.GetValues<SignerPlace>().Select(p => At("add-signer", key, $"{p}", new AddSigner(key, other, p))),
            .. Enumerable.Range(1, 2).Select(n => At("recall", key, $"{n}", new Recall(key, n))),
            At("remove-signer", key, null, new RemoveSigner(key, other, "不需要")),
            At("transfer", key, null, new Transfer(key, other, "交接")),
            At("delegate", key, null, new Entrust(key, other)),
            At("consult", key, null, new Consult(key, "有何意见", other)),
            At("reply", key, null, new Reply(key, "同意")),
            At("urge", key, null, new Urge("请尽快", key)),
        ];

    // The name without a run means the latest: an earlier run of that name cannot be meant.
    private static bool IsNamed(CaseState state, string clock) =>
        !state.Clocks.Keys.Any(k => k.StartsWith($"{clock}#", StringComparison.Ordinal));

    private static IEnumerable<(ActionOffer, CaseCommand)> Clocks(PublishedProcess process, CaseState state, string clock)
    {
        var rule = ClockRules.Find(process, state.Clocks[clock]);
        return
        [
            .. (rule?.NotCounted ?? [])
                .Append("无此事由")
                .SelectMany(g =>
                    new[]
                    {
                        At("pause-clock", clock, g, new PauseClock(clock, g, "通知")),
                        At("resume-clock", clock, g, new ResumeClock(clock, g)),
                    }
                ),
            At(
                "extend-clock",
                clock,
                null,
                new ExtendClock(
                    clock,
                    rule is { Extensions: [var extension, ..] } ? extension.Period : new Period(1, PeriodUnit.Days),
                    "复杂"
                )
            ),
            At("correct-silence", clock, null, new CorrectSilence(clock, "登记", "当日已复")),
        ];
    }

    private static IEnumerable<(ActionOffer, CaseCommand)> Materials(string material) =>
        [
            At("receive-material", material, null, new ReceiveMaterial(material)),
            At("share-material", material, null, new ShareMaterial(material, "查询")),
            At("return-material", material, null, new ReturnMaterial(material, "收条")),
        ];

    // An order that lies in no case opens none, whoever may.
    private static IEnumerable<(ActionOffer, CaseCommand)> Whole(CaseState state, string key) =>
        [
            At("jump", null, key, new Jump(key, "指示")),
            .. state.Files.Take(1).Select(order => At("reopen", null, key, new ReopenCase(key, order.Name, "重作"))),
        ];

    private static IEnumerable<(ActionOffer, CaseCommand)> Whole(PublishedProcess process, string other) =>
        [
            At("suspend", null, null, new SuspendCase("通知", "等待")),
            At("resume", null, null, new ResumeCase()),
            At("cancel", null, null, new CancelCase("重复")),
            At("terminate", null, null, new Terminate("灭失")),
            At("copy", null, null, new SendCopy([other])),
            At("supervise", null, null, new Supervise("请报告")),
            At("comment", null, null, new Comment("已阅")),
            At("confirm-party", other, null, new ConfirmParty(other)),
            At("unconfirm-party", other, null, new UnconfirmParty(other, "核对有误")),
            At("add-party", "applicant", null, new AddParty("applicant", other, other, "查明后追加")),
            At("notify", "applicant", null, new Notify("applicant", "请知悉", "告字1号")),
            At("attach", null, null, new Attach(new string('a', 64), "图.pdf", 10)),
            .. process
                .Definition.Form.Where(f => f.Type == FieldType.Text)
                .Take(1)
                .Select(f =>
                    At(
                        "correct-form",
                        null,
                        null,
                        new CorrectForm(ImmutableSortedDictionary<string, FieldValue>.Empty.Add(f.Id, new TextValue("新")), "申请", "笔误")
                    )
                ),
        ];
}

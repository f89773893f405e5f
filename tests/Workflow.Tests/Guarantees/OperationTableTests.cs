using System.Collections.Immutable;
using System.Text;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;
using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Guarantees;

/// <summary>Every operation is tried at every state by whoever may do it first; the table in the engine's README is what came of it.</summary>
public sealed class OperationTableTests
{
    private const string Steps = """
          - {step: receive, title: 收件, by: hall.clerk}
          - {step: draft, title: 拟稿, by: hall.officer, limit: {for: 5 working days, not-counted: [鉴定], extend: [{by: 5 working days, at-most: 1, approver: hall.leader}], basis: internal}}
          - joint: review
            title: 会审
            participants: [hall.clerk, hall.officer, hall.leader]
            decide: {pass: all, otherwise: fail}
            close: all-answered
            outcomes: {pass: {title: 通过}, fail: {title: 不通过, end: refused}}
          - {step: check, title: 复核, by: hall.officer}
          - {step: decide, title: 决定, by: hall.leader, outcomes: {grant: {title: 准予, end: granted}}}
        """;

    // The officers take turns: one has the draft, two the answer in the review.
    private static readonly string GivenOut = Steps
        .Replaced("by: hall.officer, limit", "by: hall.officer, assign: round-robin, limit")
        .Replaced("hall.officer, hall.leader]", "{by: hall.officer, assign: round-robin}, hall.leader]");

    private const string Form =
        "form: {name: {title: 名称, type: text}}\nmaterials: {lease: {title: 租赁合同, shared: 市租赁平台, returned: true}, plan: {title: 平面图, returned: true}}";

    private const string LotsSteps = """
          - {step: receive, title: 收件, by: hall.clerk}
          - {draw: lots, title: 抽取专家, by: hall.officer, from: form.experts, count: 3}
          - {step: check, title: 复核, by: hall.officer}
          - {step: decide, title: 决定, by: hall.leader, outcomes: {grant: {title: 准予, end: granted}}}
        """;

    private const string LotsForm =
        "form: {name: {title: 名称, type: text}, many: {title: 数, type: number}, experts: {title: 专家, type: rows, columns: {name: {title: 姓名, type: text}}}}";

    // The next edition of the process, with a longer limit.
    private static readonly string Longer = Steps.Replaced("for: 5 working days", "for: 6 working days");

    private static readonly string Next = Between(Steps, Longer, Form).Next;

    internal static readonly (string Name, string Step, Func<OfficeCase> Make)[] States =
    [
        ("open", "draft", Drafting),
        ("claimed", "draft", () => Drafting().Does("second-officer", new Claim("draft"))),
        ("delegated", "draft", () => Drafting().Does("first-officer", new Entrust("draft", "legal-adviser"))),
        (
            "proposed",
            "draft",
            () =>
                Drafting()
                    .Does("first-officer", new AddSigner("draft", "legal-adviser", SignerPlace.After))
                    .Does("first-officer", Done("draft"))
        ),
        ("paused", "draft", () => Drafting().Does("first-officer", new PauseClock("draft", "鉴定", "通知1号"))),
        ("voting", "review", () => Voting().Does("first-officer", Votes("review", "pass"))),
        (
            "given out",
            "review",
            () => Lodged(GivenOut, form: Form).On("2026-03-09").Does("clerk", Done("receive")).Does("first-officer", Done("draft"))
        ),
        ("just done", "draft", Voting),
        ("suspended", "draft", () => Drafting().Does("head", new SuspendCase("通知", "等待"))),
        ("draw", "lots", Drawing),
        ("draw sealed", "lots", () => Drawing().Does("first-officer", new SealLots("lots"))),
        ("drawn", "lots", () => Drawing().Does("first-officer", new SealLots("lots")).Does("first-officer", Done("lots"))),
        (
            "closed",
            "draft",
            () =>
                Voting()
                    .Does("first-officer", Votes("review", "fail"))
                    .Does("clerk", Votes("review", "fail"))
                    .Does("head", Votes("review", "fail"))
                    .Ended("refused")
        ),
    ];

    private static readonly (string Name, string By, Func<string, CaseCommand> Make)[] Operations =
    [
        ("complete", "first-officer", step => Done(step)),
        ("answer", "head", step => Votes(step, "pass")),
        ("record-attendance", "head", step => new RecordAttendance(step, [])),
        ("claim", "first-officer", step => new Claim(step)),
        ("release", "second-officer", step => new Release(step)),
        ("return", "first-officer", step => new Return(step, "receive", "补正")),
        ("take-back", "first-officer", step => new TakeBack(step)),
        ("add-signer", "first-officer", step => new AddSigner(step, "bank", SignerPlace.Beside)),
        ("remove-signer", "first-officer", step => new RemoveSigner(step, "legal-adviser", "不需要")),
        ("transfer", "head", step => new Transfer(step, "bank", "休假", step == "review" ? "hall.clerk" : null)),
        ("delegate", "first-officer", step => new Entrust(step, "bank")),
        ("recall", "first-officer", step => new Recall(step, 1)),
        ("consult", "first-officer", step => new Consult(step, "有何意见", "bank")),
        ("reply", "legal-adviser", step => new Reply(step, "无意见")),
        ("seal-lots", "first-officer", step => new SealLots(step)),
        ("redraw", "head", step => new Redraw(step, [.. Drawn(step)])),
        ("urge", "citizen", step => new Urge("请尽快", step)),
        ("urge a reader", "citizen", _ => new Urge("请阅", null, "bank")),
        ("copy", "first-officer", _ => new SendCopy(["bank"])),
        ("supervise", "inspector", _ => new Supervise("请报告")),
        ("confirm-party", "head", _ => new ConfirmParty("bank")),
        ("unconfirm-party", "head", _ => new UnconfirmParty("bank", "核对有误")),
        ("add-party", "first-officer", _ => new AddParty("applicant", "builder", "建筑商", "查明后追加")),
        ("notify", "first-officer", _ => new Notify("applicant", "请知悉", "告字1号")),
        ("comment", "first-officer", _ => new Comment("已阅")),
        ("attach", "first-officer", _ => new Attach(new string('a', 64), "图.pdf", 10)),
        ("pause-clock", "first-officer", step => new PauseClock(step, "鉴定", "通知2号")),
        ("resume-clock", "first-officer", step => new ResumeClock(step, "鉴定")),
        ("extend-clock", "head", step => new ExtendClock(step, new Period(5, PeriodUnit.WorkingDays), "复杂")),
        ("jump", "head", step => new Jump(step == "draft" ? "review" : "check", "指示")),
        ("suspend", "head", _ => new SuspendCase("通知", "等待")),
        ("resume", "head", _ => new ResumeCase()),
        ("cancel", "head", _ => new CancelCase("重复")),
        ("terminate", "head", _ => new Terminate("主体灭失")),
        (
            "correct-form",
            "head",
            _ => new CorrectForm(ImmutableSortedDictionary<string, FieldValue>.Empty.Add("name", new TextValue("新")), "申请", "笔误")
        ),
        ("correct-silence", "head", step => new CorrectSilence(step, "登记", "当日已复")),
        ("receive-material", "first-officer", _ => new ReceiveMaterial("plan")),
        ("share-material", "first-officer", _ => new ShareMaterial("lease", "查询1号")),
        ("return-material", "first-officer", _ => new ReturnMaterial("plan", "收条")),
        (
            "migrate",
            "head",
            _ => new MigrateCase
            {
                To = Next,
                Document = "批复1号",
                Reasons = "新版施行",
            }
        ),
        ("reopen", "head", _ => new ReopenCase("draft", "判决1号", "重作")),
    ];

    [Test]
    public void The_table_of_operations_and_states_says_what_happens()
    {
        var (readme, table) = (File.ReadAllText(Path.Combine(Repository.Definitions, "..", "engine", "README.md")), Table());
        TestContext.Out.WriteLine(table);
        Assert.That(readme.Split("<!-- operations -->")[1].Trim(), Is.EqualTo(table.Trim()));
    }

    private static string Table()
    {
        var table = new StringBuilder(
            $"| operation | {string.Join(" | ", States.Select(s => s.Name))} |\n|---|{string.Concat(States.Select(_ => "---|"))}\n"
        );
        foreach (var (name, by, make) in Operations)
            table.Append(
                $"| `{name}` | {string.Join(" | ", States.Select(s => Begun(s.Make(), name).Try(by, make(s.Step)) is { } refusal ? $"`{refusal.Code}`" : "✓"))} |\n"
            );
        return table.ToString();
    }

    /// <summary>Returns, for each operation that some state admits, a case in which it was done.</summary>
    internal static IEnumerable<(string Operation, OfficeCase Case)> Admitted() =>
        from operation in Operations
        let done = States
            .Select(s => (s.Step, Case: Begun(s.Make(), operation.Name)))
            .FirstOrDefault(s => s.Case.Try(operation.By, operation.Make(s.Step)) is null)
        where done.Case is not null
        select (operation.Name, done.Case);

    // Only who was sent a copy can be urged to read it, and only what lies in the case opens it again.
    private static OfficeCase Begun(OfficeCase it, string operation) =>
        operation switch
        {
            "urge a reader" => it.Does("first-officer", new SendCopy(["bank"])),
            "reopen" => it.Has("判决1号"),
            _ => it,
        };

    private static OfficeCase Drawing() =>
        Lodged(LotsSteps, form: LotsForm).Does("first-officer", LotsOffice.Experts(9)).Does("clerk", Done("receive"));

    // Whoever was drawn first; in other states there is nobody, and the refusal says so before it looks at rows.
    private static IEnumerable<Recusal> Drawn(string step) => step == "lots" ? [new Recusal(FirstDrawn.Value, "亲属")] : [];

    private static readonly Lazy<int> FirstDrawn = new(() =>
        Drawing().Does("first-officer", new SealLots("lots")).Does("first-officer", Done("lots")).State.Steps["lots"].Drawn[0]
    );

    private static OfficeCase Drafting() => Between(Steps, Longer, Form).Case.On("2026-03-09").Does("clerk", Done("receive"));

    private static OfficeCase Voting() => Drafting().Does("first-officer", Done("draft"));
}

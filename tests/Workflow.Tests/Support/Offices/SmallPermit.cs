using System.Collections.Immutable;
using Workflow.Engine.Deciding;
using Workflow.Engine.Expressions;
using Workflow.Engine.Laws;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Running;

namespace Workflow.Tests.Support.Offices;

/// <summary>A small permit: received within 5 working days, decided within 20; the window's clerks do all.</summary>
internal static class SmallPermit
{
    internal const string Clerk = "clerk-1";
    internal const string Head = "head-1";
    internal const string Applicant = "applicant-1";
    internal const string Hall = "hall-1";

    internal static PublishedProcess Published { get; } = PublishedProcess.Of(Definition());

    /// <summary>Its next edition: 15 working days, and the review has another name.</summary>
    internal static PublishedProcess Next { get; } =
        PublishedProcess.Of(
            Definition() with
            {
                InForce = new PeriodInForce(new DateOnly(2026, 3, 1), null),
                Clocks = [Clock("decision", 15) with { From = ["accepted"], Until = ["decided"] }],
                Steps = [Receiving(), Reviewing() with { Id = "examine" }],
            }
        );

    /// <summary>Moves a case to the next edition.</summary>
    internal static Request Move() =>
        new(
            Head,
            new MigrateCase
            {
                To = Next.Digest,
                Map = new MigrationMap { Steps = ImmutableSortedDictionary<string, string>.Empty.Add("review", "examine") },
                Document = "批复1号",
                Reasons = "新版施行",
            }
        );

    internal static Request Lodge(string name = "张三", string by = Clerk) =>
        new(
            by,
            new Lodge
            {
                Process = "permit",
                Parties = [new PartyEntry("applicant", Applicant, name)],
                Form = ImmutableSortedDictionary<string, FieldValue>
                    .Empty.Add("purpose", new TextValue("开餐馆"))
                    .Add("phone", new TextValue("13800000000")),
            }
        );

    internal static Request Receive(string by = Clerk) => new(by, new Complete { Step = "receive", Outcome = "accept" });

    internal static Request Grant(string by = Clerk) => new(by, new Complete { Step = "review", Outcome = "grant" });

    internal static Request Remark(string text, string by = Clerk) => new(by, new Comment(text));

    /// <summary>A register that knows everybody but the applicant as a clerk of the hall, one as its head, and the calendars of the repository.</summary>
    internal static Surroundings Around(TimeProvider time) =>
        new()
        {
            Register = new RegisterAnswers(
                (id, _) => new PersonFact(id, id, id == Applicant ? [] : [new Post(Hall, id == Head ? "leader" : "clerk")], []),
                (_, _) => ImmutableSortedDictionary<string, string>.Empty.Add("window", SmallPermit.Hall),
                (code, _) => new CatalogueFact(code, CatalogueStatus.Active, SmallPermit.Hall),
                _ => new AuthorityCalendar("Asia/Shanghai", [])
            ),
            Calendars = new AuthorityCalendars(Shelf.All),
            Time = time,
        };

    private static ProcessDefinition Definition() =>
        new()
        {
            Id = "permit",
            Title = new LocalizedText("小许可"),
            InForce = new PeriodInForce(new DateOnly(2020, 1, 1), null),
            Item = new Item("A-001", "行政许可", "window"),
            Offices = [new Office("window", "窗口")],
            Parties = [new Party("applicant", "申请人")],
            Form = [Text("purpose"), Text("phone") with { Personal = true }],
            Documents =
            [
                new DocumentType
                {
                    Id = "licence",
                    Title = "许可证",
                    Number = new NumberRule(NumberKind.Series, "许〔<year>〕<serial>号"),
                },
            ],
            Clocks = [Clock("decision", 20) with { From = ["accepted"], Until = ["decided"] }],
            Steps = [Receiving(), Reviewing()],
        };

    private static StepNode Receiving() =>
        new()
        {
            Id = "receive",
            Title = "收件",
            By = new OfficeRole("window", "clerk"),
            Limit = Clock("receive", 5),
            Outcomes = [Outcome("accept") with { Marks = [new MomentMark("accepted")] }],
        };

    private static StepNode Reviewing() =>
        new()
        {
            Id = "review",
            Title = "审查",
            By = new OfficeRole("window", "clerk"),
            Outcomes = [Outcome("grant") with { Marks = [new MomentMark("decided")], Issues = ["licence"], Exit = new EndExit("granted") }],
        };

    private static ClockRule Clock(string id, int workingDays) =>
        new()
        {
            Id = id,
            Title = id,
            Limits = [new LimitRule { Period = new Period(workingDays, PeriodUnit.WorkingDays) }],
            Basis = new LegalBasis("行政许可法", 2019, "第四十二条"),
        };

    private static OutcomeRule Outcome(string id) => new() { Id = id, Title = id };

    private static Field Text(string id) =>
        new()
        {
            Id = id,
            Title = id,
            Type = FieldType.Text,
        };
}

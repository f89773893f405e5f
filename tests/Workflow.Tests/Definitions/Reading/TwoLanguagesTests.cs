using System.Text;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Tests.Definitions.Reading;

/// <summary>Whatever people call by a title may have it in Chinese alone, or in two languages.</summary>
public sealed class TwoLanguagesTests
{
    private const string Text = """
        process: sample
        title: {zh: 样例, en: Sample}
        in-force: 2020-01-01..
        item: {code: S-1, type: 行政许可, lead: bureau}
        offices: {bureau: {zh: 主管局, en: Bureau}, window: {title: {zh: 窗口, en: Window}}, other: 协办局}
        parties: {applicant: {zh: 申请人, en: builder}}
        form:
          name: {zh: 名称, en: Name}
          kind: {title: {zh: 类别, en: Kind}, of: [{zh: 自有, en: owned}, 租赁]}
        materials: {plan: {zh: 图纸, en: Plan}, lease: {title: {zh: 合同, en: Lease}}}
        documents: {licence: {zh: 执照, en: Licence}, notice: {title: {zh: 通知, en: Notice}}}
        fees: [{title: {zh: 工本费, en: Cost}, rule: {zh: 按张收取, en: by the sheet}, basis: internal}]
        moments: {asked: {zh: 征求意见, en: Asked}, decided: 决定}
        clocks: {handling: {title: {zh: 期限, en: Limit}, for: 5 days, from: asked, until: decided, not-counted: [{zh: 听证, en: hearing}], basis: internal}}
        steps:
          - {step: ask, title: {zh: 征求, en: Asking}, by: bureau.investigator, ground: {zh: 征询, en: asking}, marks: asked, asks: {note: {zh: 说明, en: Note}}}
          - joint: review
            title: {zh: 会审, en: Review}
            participants: [bureau.investigator, {by: window.clerk, limit: 2 days}]
            decide: {pass: all, otherwise: fail}
            marks: decided
            outcomes: {pass: {zh: 通过, en: Passed}, fail: {title: {zh: 不通过, en: Failed}}}
        """;

    private static readonly ProcessDefinition Sample = Read(Text);

    [Test]
    public void Every_kind_of_title_takes_both() =>
        Assert.That(
            Everything(Sample).Select(t => $"{t.Title} {t.TitleEn}"),
            Is.EqualTo(
                new[]
                {
                    "主管局 Bureau",
                    "窗口 Window",
                    "协办局 ",
                    "申请人 builder",
                    "名称 Name",
                    "类别 Kind",
                    "图纸 Plan",
                    "合同 Lease",
                    "执照 Licence",
                    "通知 Notice",
                    "工本费 Cost",
                    "期限 Limit",
                    "征求 Asking",
                    "说明 Note",
                    "会审 Review",
                    "通过 Passed",
                    "不通过 Failed",
                }
            )
        );

    // What is recorded, and what a condition asks for, is the Chinese word.
    [Test]
    public void An_option_and_a_ground_are_known_by_their_chinese_words()
    {
        var kind = Sample.Form[1];
        Assert.Multiple(() =>
        {
            Assert.That(kind.Options, Is.EqualTo(new[] { "自有", "租赁" }));
            Assert.That((kind.OptionName("自有").En, kind.OptionName("租赁").En), Is.EqualTo(("owned", default(string))));
            Assert.That(Sample.Clocks[0].NotCounted, Is.EqualTo(new[] { "听证" }));
            Assert.That((Sample.GroundName("听证").En, Sample.GroundName("征询").En), Is.EqualTo(("hearing", "asking")));
            Assert.That((Sample.Fees[0].Rule, Sample.Fees[0].RuleEn), Is.EqualTo(("按张收取", "by the sheet")));
        });
    }

    [Test]
    public void A_participant_s_limit_is_called_by_both()
    {
        var limit = ((JointNode)Sample.Steps[1]).Participants[1].Limit!;
        Assert.That((limit.Title, limit.TitleEn), Is.EqualTo(("会审·窗口", "Review, Window")));
    }

    [Test]
    public void A_moment_is_called_by_its_title_and_one_without_by_the_outcomes_that_mark_it()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Said(Sample.MomentName("asked")!), Is.EqualTo(("征求意见", "Asked")));
            Assert.That(Said(Sample.MomentName("decided")!), Is.EqualTo(("决定", "决定")));
            Assert.That(Sample.MomentName("nothing"), Is.Null);
        });
    }

    [Test]
    public void A_title_of_a_moment_that_nothing_marks_is_a_slip() =>
        Assert.That(
            Readings.Problems(Readings.Process("  - {step: ask, by: aic.officer, marks: asked}", "moments: {askd: 征求意见}")),
            Is.EqualTo(
                new[]
                {
                    "p.yaml:14:11 error moment.unknown Expected a moment that some outcome marks, but found 'askd'. Did you mean 'asked'?",
                }
            )
        );

    [Test]
    public void A_title_without_chinese_is_refused() =>
        Assert.That(
            Readings.Problems(Readings.Process("  - {step: ask, title: {en: Asking}, by: aic.officer}")),
            Is.EqualTo(new[] { "p.yaml:16:24 error file.missing_key Expected 'zh' in a title, but it is missing." })
        );

    [Test]
    public void Words_of_help_stand_at_steps_fields_and_materials()
    {
        const string Step = """
              - step: ask
                by: aic.officer
                help: {zh: 核对签字, en: Compare signatures}
                risk: |
                  复印件
                  未核对原件
                asks: {note: {title: 说明, help: 写明理由}}
            """;
        var read = Read(Readings.Process(Step, "materials: {plan: {title: 图纸, risk: {zh: 比例不符, en: Wrong scale}}}"));
        var step = (WorkNode)read.Steps[0];
        Assert.Multiple(() =>
        {
            Assert.That(
                (step.Help, step.Risk),
                Is.EqualTo((new LocalizedText("核对签字", "Compare signatures"), new LocalizedText("复印件\n未核对原件\n")))
            );
            Assert.That((step.Asks[0].Help, step.Asks[0].Risk), Is.EqualTo((new LocalizedText("写明理由"), default(LocalizedText))));
            Assert.That(
                (read.Materials[0].Help, read.Materials[0].Risk),
                Is.EqualTo((default(LocalizedText), new LocalizedText("比例不符", "Wrong scale")))
            );
        });
    }

    // The register says how its roles are called; a published definition needs it no more.
    [Test]
    public void A_role_is_called_as_the_register_beside_the_definition_says()
    {
        var titled = Read(Text, "roles: {investigator: {zh: 调查人员, en: investigator}, bailiff: 法警}\norganisations: {}\npeople: {}\n");
        Assert.Multiple(() =>
        {
            Assert.That(titled.RoleTitles.Keys, Is.EqualTo(new[] { "investigator" }));
            Assert.That(Said(Post(titled, "bureau")), Is.EqualTo(("主管局·调查人员", "an investigator of the Bureau")));
            Assert.That(Said(Post(titled, "other")), Is.EqualTo(("协办局·调查人员", "an investigator of 协办局")));
            Assert.That(Said(Post(Sample, "bureau")), Is.EqualTo(("主管局·investigator", "an investigator of the Bureau")));
        });
    }

    [Test]
    public void A_definition_that_says_no_english_is_stored_as_before() =>
        Assert.That(
            DefinitionJson.Write(Read(Readings.Process("  - {step: ask, title: 征求, by: aic.officer}"))),
            Does.Not.Contain("En\"")
        );

    private static NameValue Post(ProcessDefinition definition, string office) =>
        Roles.Post(definition, office, definition.OfficeName(office), "investigator");

    private static (string Zh, string En) Said(NameValue name) =>
        (MessageTable.Shipped.Say(name, Language.Zh), MessageTable.Shipped.Say(name, Language.En));

    private static ProcessDefinition Read(string text, string? register = null)
    {
        (string, byte[])[] files = register is null ? [] : [("register.yaml", Encoding.UTF8.GetBytes(register))];
        var reading = DefinitionLibrary.Of([.. files, ("p.yaml", Encoding.UTF8.GetBytes(text))]).Readings.Single();
        Assert.That(reading.Problems.Select(p => p.English), Is.Empty);
        return reading.Definition!;
    }

    private static IEnumerable<ITitled> Everything(ProcessDefinition d) =>
        [
            .. d.Offices,
            .. d.Parties,
            .. d.Form,
            .. d.Materials,
            .. d.Documents,
            .. d.Fees,
            .. d.Clocks,
            d.Steps[0],
            .. ((WorkNode)d.Steps[0]).Asks,
            d.Steps[1],
            .. ((WorkNode)d.Steps[1]).Outcomes,
        ];
}

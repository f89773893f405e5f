using Workflow.Definitions.Wording;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Tests.Definitions.Lint;

namespace Workflow.Tests.Engine.Deciding.Steps;

/// <summary>A step may ask for files: those that are attached to the case, by their names.</summary>
public sealed class FileFieldTests
{
    private const string Steps = """
          - step: inspect
            title: 现场检查
            by: hall.clerk
            asks: {photos: {title: 现场照片, type: file, kinds: [jpg, png], largest: 5, many: true, required: true}}
          - {step: explain, title: 说明, by: applicant, asks: {report: {title: 检验报告, type: file}}}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    [Test]
    public void A_step_asks_for_files_that_are_attached_to_the_case() =>
        SmallOffice.Play(
            SmallOffice.Process(Steps),
            """
            - {on: 2026-03-02, lodge: {applicant: citizen}}
            - {on: 2026-03-02, by: clerk, complete: inspect, refused: field.missing}
            - {on: 2026-03-02, by: clerk, complete: inspect, fields: {photos: 现场.jpg}, refused: field.invalid}
            - {on: 2026-03-02, by: clerk, attach: 现场.jpg, step: inspect}
            - {on: 2026-03-02, by: clerk, attach: 大门.PNG, step: inspect, size: 5242880}
            - {on: 2026-03-03, by: clerk, complete: inspect, fields: {photos: 现场.jpg / 大门.PNG}, expect: {open: explain}}
            - {on: 2026-03-03, by: citizen, complete: explain}
            """
        );

    [TestCase(
        "没有.jpg",
        "must name a file attached to the case; none is called '没有.jpg'",
        "须为已附于该案件的文件，没有名为“没有.jpg”的文件"
    )]
    [TestCase("笔录.pdf", "must be a file that ends in jpg or png and is '笔录.pdf'", "须为jpg或者png文件，现为“笔录.pdf”")]
    [TestCase("大图.png", "may have 5 MB at most; '大图.png' is larger", "每个文件最大 5 MB，“大图.png”超出")]
    [TestCase("同名.jpg", "names '同名.jpg', and more than one file of the case is called so", "所填“同名.jpg”在案件中不止一个文件")]
    public void What_a_field_for_files_takes_is_told(string written, string english, string chinese)
    {
        var it = OfficeCase.Lodged(Steps);
        foreach (
            var (digit, name, size) in new[]
            {
                ('1', "笔录.pdf", 9L),
                ('2', "大图.png", 5_242_881L),
                ('3', "同名.jpg", 9L),
                ('4', "同名.jpg", 9L),
            }
        )
            it.Does("clerk", new Attach(new string(digit, 64), name, size, Step: "inspect"));
        var refusal = it.Try("clerk", Naming("inspect", "photos", written))!;
        Assert.That(refusal.English.Sentence, Is.EqualTo($"'现场照片' in '现场检查' {english}."));
        Assert.That(refusal.Chinese.Sentence, Is.EqualTo($"“现场检查”中的“现场照片”{chinese}。"));
    }

    [Test]
    public void A_party_names_no_file_that_the_offices_keep()
    {
        var it = OfficeCase.Lodged(Steps).Does("clerk", new Attach(new string('1', 64), "现场.jpg", 9, Step: "inspect"));
        it.Does("clerk", Naming("inspect", "photos", "现场.jpg"))
            .Refused("citizen", Naming("explain", "report", "现场.jpg"), "field.invalid");
        it.Does("citizen", new Attach(new string('2', 64), "报告.pdf", 9, Step: "explain"));
        it.Refused("citizen", Naming("explain", "report", "报告.pdf/报告.pdf"), "field.invalid");
        it.Does("citizen", Naming("explain", "report", "报告.pdf")).DecidedTheSameAgain();
    }

    [TestCase("type: file, kinds: [图片]", "field.file_ending")]
    [TestCase("type: file, personal: true", "field.file_personal")]
    [TestCase("type: text, many: true", "field.file_terms")]
    [TestCase("type: rows, columns: {photo: file}", "field.file_in_form")]
    public void What_cannot_be_asked_is_told(string written, string code) =>
        Assert.That(
            Drafts.Read(SmallOffice.Process(Steps.Replace("type: file}", $"{written}}}"))).Problems.Select(p => p.Code),
            Does.Contain(code)
        );

    [TestCase("photo: file")]
    [TestCase("photo: {title: 照片, type: file}")]
    public void The_form_takes_none(string field) =>
        Assert.That(
            Drafts.Read(SmallOffice.Process(Steps, $"form: {{{field}}}")).Problems.Select(p => p.Code),
            Does.Contain("field.file_in_form")
        );

    private static Complete Naming(string step, string field, string files) =>
        OfficeCase.Done(step) with
        {
            Fields = OfficeCase.Done(step).Fields.Add(field, new TextValue(files)),
        };
}

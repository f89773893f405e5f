using Workflow.Definitions.Lint.Rules.Issuing;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Lint.Rules.Issuing;

/// <summary>A paper goes to those it is for, each is served for itself, and whoever takes it signs for it.</summary>
public sealed class ServiceRuleTests
{
    private const string Asked = """
        parties: {applicant: 申请人, third: 第三人}
        documents: {letter: {title: 征求意见书, TO number: none}}
        steps:
          - {step: ask, by: bureau.officer, «issues: letter}
          - {step: word, by: third, outcomes: {done: 已答复}}
        """;

    [Test]
    public void A_paper_that_comes_with_the_task_of_another_party_and_names_no_addressee_is_a_warning() =>
        Drafts.Finds(
            ServiceTerms.ForAnother,
            "Expected 'letter' to be for third, who acts at 'word' next, but it names no addressee.",
            Asked.Replaced("TO ", "")
        );

    [Test]
    public void A_paper_that_names_that_party_passes() =>
        Drafts.Passes(ServiceTerms.ForAnother, Asked.Replaced("TO ", "to: third, ").Replaced("«", ""));

    [Test]
    public void A_paper_for_somebody_whom_the_process_does_not_name_cannot_be_read()
    {
        var problem = Drafts
            .Read(
                """
                process: p
                title: 样例
                item: {code: A-1, type: 行政许可, lead: bureau}
                in-force: 2024-01-01..
                offices: {bureau: 主管局}
                parties: {applicant: 申请人, third: 第三人}
                documents: {letter: {title: 征求意见书, to: thrid, number: none}}
                steps: [{step: ask, by: bureau.officer, issues: letter}]

                """
            )
            .Problems.Single(p => p.Severity == Severity.Error);
        Assert.That(
            problem.English,
            Is.EqualTo(
                "p.yaml:7:40 error document.unknown_party Expected a party declared under 'parties', but found 'thrid'. Did you mean 'third'?"
            )
        );
    }

    [Test]
    public void One_service_for_several_parties_is_a_warning() =>
        Drafts.Finds(
            ServiceTerms.OneForAll,
            "'done' of 'serve' does not say whom it serves, so all parties would get one date.",
            Served("applicant: 申请人, third: 第三人", "«serves: {on: day, signed: signer}")
        );

    [TestCase("applicant: 申请人, third: 第三人", "serves: {on: day, to: whom, signed: signer}")]
    [TestCase("applicant: 申请人", "serves: {on: day, signed: signer}")]
    public void One_service_for_one_party_passes(string parties, string serves) =>
        Drafts.Passes(ServiceTerms.OneForAll, Served(parties, serves));

    [TestCase("«serves: {on: day, by: way, in-person: 直接送达}")]
    [TestCase("«serves: {on: day, way: 当面送达, in-person: 当面送达}")]
    public void What_may_be_handed_over_without_a_signer_is_a_warning(string serves) =>
        Drafts.Finds(
            ServiceTerms.Unsigned,
            "Expected 'done' of 'serve' to ask who signed for what is handed over, but it does not.",
            Served("applicant: 申请人", serves)
        );

    [TestCase("serves: {on: day, by: way, signed: signer, in-person: 直接送达}")]
    [TestCase("serves: {on: day, way: 邮寄送达}")]
    public void What_is_signed_for_or_goes_by_post_passes(string serves) =>
        Drafts.Passes(ServiceTerms.Unsigned, Served("applicant: 申请人", serves));

    [TestCase("«serves: {on: day, by: way}")]
    [TestCase("«serves: {on: day, signed: signer}")]
    public void A_service_that_does_not_say_which_way_is_in_person_is_a_warning(string serves) =>
        Drafts.Finds(
            ServiceTerms.InPerson,
            "'done' of 'serve' does not say which way of service is in person, so nobody is asked to sign.",
            Served("applicant: 申请人", serves)
        );

    [TestCase("serves: {on: day, by: way, signed: signer, in-person: 直接送达}")]
    [TestCase("serves: {on: day, way: 邮寄送达}")]
    [TestCase("serves: all")]
    public void A_service_that_says_it_and_one_that_nobody_chooses_pass(string serves) =>
        Drafts.Passes(ServiceTerms.InPerson, Served("applicant: 申请人", serves));

    [TestCase("by: way, in-person: 直送", "直接送达 or 邮寄送达")]
    [TestCase("way: 直接送达, in-person: 直送", "直接送达")]
    public void What_is_in_person_is_a_way_of_the_step(string serves, string ways) =>
        Assert.That(
            Drafts.Misread(Served("applicant: 申请人", $"serves: {{on: day, signed: signer, {serves}}}")),
            Has.Some.EndsWith($"serve.no_way Expected the way of service as the step words it, but found '直送'. It can be {ways}.")
        );

    private static string Served(string parties, string serves) =>
        $$$"""
            parties: { {{{parties}}} }
            documents: {letter: {title: 告知书, number: none}}
            steps:
              - {step: ask, by: bureau.officer, issues: letter}
              - step: serve
                by: bureau.clerk
                asks: {day: {title: 日期, type: date, required: true}, way: {title: 方式, of: [直接送达, 邮寄送达]}, whom: {title: 受送达人, type: text}, signer: {title: 签收人, type: text}}
                outcomes: {done: {title: 已送达, {{{serves}}} } }
            """;
}
